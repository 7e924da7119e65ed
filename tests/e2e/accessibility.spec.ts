import type { Page } from '@playwright/test';
import { violations, violationsInBothSchemes } from './support/axe.ts';
import { mapOf } from './support/map.ts';
import { expect, test } from './support/test.ts';

const LANGUAGES = { Dutch: '', French: '/fr', English: '/en' };
const NO_SUCH_PLACE = '/besturen/zzqqxx';
const PAGES = [
	'/?q=zzqqxx',
	'/?page=-1&provincie=xyz&provincie=limburg&loket=ja',
	'/besturen/gent',
	'/besturen/mesen',
	'/loketten/vrijwilligersloket-gent',
	'/loketten/vrijwilligersloket-gent/affiche',
	'/loketten/vrijwilligersloket-gent/melding',
	NO_SUCH_PLACE,
	'/over',
	'/privacy',
	'/privacy/wie-ziet-wat',
	'/toegankelijkheid',
	'/contact',
	'/contact/bedankt',
	'/insluiten?wat=kaart',
	'/loketten?q=gent',
	'/loketten?q=9100'
];

/** The way to an account. */
const DOOR = [
	'/registreren?bestuur=gemeente-kruishoutem',
	'/registreren/bevestig',
	'/aanmelden?next=/account',
	'/wachtwoord',
	'/afmelden',
	'/afgemeld?overal=nee',
	'/auth/confirm',
	`/auth/confirm?token_hash=${'a'.repeat(56)}&type=recovery`
];

async function sendEmptyContactForm(page: Page, prefix: string): Promise<void> {
	await page.goto(`${prefix}/contact`);
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

for (const [language, prefix] of Object.entries(LANGUAGES)) {
	test.describe(`${language}, light and dark`, () => {
		for (const path of [...PAGES, ...DOOR]) {
			test(`axe finds nothing on ${path}`, async ({ page }) => {
				await page.goto(prefix + path);
				expect(await violationsInBothSchemes(page)).toEqual([]);
			});
		}

		test('axe finds nothing on the contact form with errors', async ({ page }) => {
			await sendEmptyContactForm(page, prefix);
			expect(await violationsInBothSchemes(page)).toEqual([]);
		});

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
		for (const path of ['/', '/?provincie=limburg&gekozen=genk', '/besturen/gent', '/contact', ...DOOR]) {
			await page.goto(path);
			if (path.startsWith('/?')) await mapOf(page);
			expect.soft(await violations(page), path).toEqual([]);
		}
		await askForAnAccount(page, '');
		expect.soft(await violations(page), 'registration form with errors').toEqual([]);
	});
});

test('every page has one main heading and says what it is about in its title', async ({ page }) => {
	const paths = [
		'/',
		'/besturen/gent',
		'/besturen/aalst',
		'/over',
		'/privacy',
		'/privacy/wie-ziet-wat',
		'/toegankelijkheid',
		'/contact',
		'/registreren',
		'/aanmelden',
		'/wachtwoord'
	];
	const titles = new Set<string>();
	for (const path of paths) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
		titles.add(await page.title());
	}
	expect(titles.size).toBe(paths.length);
});
