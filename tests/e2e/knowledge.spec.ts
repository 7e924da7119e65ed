/** The knowledge base in a browser: what follows without a new page, keys, narrow screens, paper. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const STORY = '/kennisbank/ons-loket-op-de-markt';
const BOOK = '/kennisbank/vijf-praktijken-vijf-gesprekken';

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test('the list follows each choice without a new page, and back leads to what was asked before', async ({
	page
}) => {
	await page.goto('/kennisbank');
	await page.evaluate(() => document.documentElement.setAttribute('data-same', ''));
	const count = page.getByRole('status').first();
	const before = await count.textContent();
	const story = page.getByRole('checkbox', { name: /^Verhaal/ });
	await story.check();
	await expect(page).toHaveURL(/\?soort=verhaal$/);
	await expect(count).not.toHaveText(before ?? '');
	await expect(page.getByRole('article').first()).toContainText('Verhaal');
	await expect(page.locator('html[data-same]')).toHaveCount(1);
	await page
		.getByRole('link', { name: /Verhaal/ })
		.first()
		.click();
	await expect(page).toHaveURL(/\/kennisbank$/);
	await expect(story).not.toBeChecked();
	await page.goBack();
	await expect(story).toBeChecked();
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 360, height: 740 } });

	for (const address of ['/kennisbank', STORY, BOOK, `${BOOK}/2`])
		test(`nothing is wider than the screen, with large letters too: ${address}`, async ({ page }) => {
			await page.goto(address);
			expect(await overflow(page)).toBe(0);
			await page.setViewportSize({ width: 320, height: 640 });
			expect(await overflow(page)).toBe(0);
			await page.evaluate(() => {
				document.documentElement.style.fontSize = '200%';
			});
			expect(await overflow(page)).toBe(0);
		});

	test('the filters are folded, and the first item is near', async ({ page }) => {
		await page.goto('/kennisbank');
		await expect(page.getByRole('checkbox').first()).toBeHidden();
		await page.getByText('Filters', { exact: true }).click();
		await expect(page.getByRole('checkbox').first()).toBeVisible();
	});
});

test('on a wide screen the filters stand open beside the list', async ({ page }) => {
	await page.goto('/kennisbank');
	await expect(page.getByRole('checkbox', { name: /^Hulpmiddel/ })).toBeVisible();
	await expect(page.getByText('Filters', { exact: true })).toBeHidden();
});

test('by keyboard one goes from the list to an item and along its chapters', async ({ page }) => {
	await page.goto(BOOK);
	const chapter = page.getByRole('region', { name: 'Hoofdstukken' }).getByRole('link').first();
	await chapter.press('Enter');
	await expect(page).toHaveURL(/\/1$/);
	await page.getByRole('link', { name: /^Volgende|Volgende →/ }).press('Enter');
	await expect(page).toHaveURL(/\/2$/);
	await expect(page.getByRole('main')).toContainText('Deel 2 van 5');
});

test('on paper there is the text, without ways to elsewhere', async ({ page }) => {
	await page.goto(STORY);
	await page.emulateMedia({ media: 'print' });
	const main = page.getByRole('main');
	await expect(main.getByRole('heading', { name: 'Wat we deden' })).toBeVisible();
	await expect(main.getByText('De inhoud van deze pagina is van')).toBeVisible();
	await expect(page.getByRole('link', { name: '← Terug naar de kennisbank' })).toBeHidden();
	await expect(page.getByRole('link', { name: 'Meld wat er niet klopt' })).toBeHidden();
	await expect(page.getByRole('link', { name: 'Vind een loket' })).toBeHidden();
});
