/**
 * What only a browser can see of the pages: colours in light and dark, sizes, and what scripts make of them. The structure of
 * every page, in every language and for every role, is looked at without one: tests/pages/accessibility.test.ts.
 */
import type { Page } from '@playwright/test';
import {
	violations,
	violationsInBothSchemes,
	violationsOfLook,
	violationsOfLookInBothSchemes
} from './support/axe.ts';
import { mapOf } from './support/map.ts';
import { expect, test } from './support/test.ts';
import { addressesToLookAt } from '../routes.ts';

/** As many pages one after another: a first page takes longer than the next ones, and workers share the visits. */
const PAGES_A_VISIT = 6;
const inVisits = (paths: string[]): string[][] =>
	paths.flatMap((_, n) => (n % PAGES_A_VISIT === 0 ? [paths.slice(n, n + PAGES_A_VISIT)] : []));

async function sendEmptyContactForm(page: Page): Promise<void> {
	await page.goto('/contact');
	await page.locator('main form button').click();
	await expect(page.locator('[aria-invalid]')).toHaveCount(3);
}

/** The registration form with errors, governments to choose from, and proposals for another. */
async function askForAnAccount(page: Page, prefix: string): Promise<void> {
	await page.goto(`${prefix}/registreren`);
	const box = page.getByRole('combobox');
	const submit = page.locator('main form .button:not([type])');
	await submit.click();
	await expect(page.locator('[aria-invalid]').first()).toBeVisible();
	await page.locator('#fullName').fill('Noor');
	await page.locator('#jobTitle').fill('Consulent');
	await page.locator('#position').check();
	await page.locator('#email').fill('noor@voorbeeld.example');
	await page.locator('#password').fill('vier losse woorden');
	await page.locator('#consent').check();
	await box.fill('Gent');
	await submit.click();
	await expect(page.locator('#governmentChoice')).toBeVisible();
	await box.fill('Kruishoutem');
	await expect(page.getByRole('option')).toHaveCount(2);
	await box.press('ArrowDown');
}

test.use({ expectedErrors: [/status of (400|404)/] });

test.describe('light and dark', () => {
	for (const paths of inVisits(addressesToLookAt('looks'))) {
		test(`axe finds nothing on ${paths.join(', ')}`, async ({ page }) => {
			for (const path of paths) {
				await page.goto(path);
				expect.soft(await violationsOfLookInBothSchemes(page), path).toEqual([]);
			}
		});
	}

	test('axe finds nothing on the contact form with errors', async ({ page }) => {
		await sendEmptyContactForm(page);
		expect(await violationsOfLookInBothSchemes(page)).toEqual([]);
	});
});

// What scripts make has words of its own in each language.
for (const [language, prefix] of [
	['Dutch', ''],
	['French', '/fr'],
	['English', '/en']
] as const) {
	test.describe(`${language}, light and dark`, () => {
		test('axe finds nothing on the registration form with errors', async ({ page }) => {
			await askForAnAccount(page, prefix);
			expect(await violationsInBothSchemes(page)).toEqual([]);
		});

		test('axe finds nothing on the home page with its map, filters and popup @map', async ({ page }) => {
			await page.goto(`${prefix}/?gekozen=gent&provincie=oost-vlaanderen`);
			await mapOf(page);
			await expect(page.locator('.maplibregl-popup')).toBeVisible();
			expect(await violationsInBothSchemes(page)).toEqual([]);
		});
	});
}

test.describe('on a phone', () => {
	test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

	test('axe finds nothing @map', async ({ page }) => {
		for (const path of addressesToLookAt('phoneLooks')) {
			await page.goto(path);
			if (path.startsWith('/?')) await mapOf(page);
			expect.soft(await violationsOfLook(page), path).toEqual([]);
		}
		await askForAnAccount(page, '');
		expect.soft(await violations(page), 'registration form with errors').toEqual([]);
	});
});
