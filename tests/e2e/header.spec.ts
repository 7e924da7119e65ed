/** The line above every page, and what forced colours leave of it. */
import type { Page } from '@playwright/test';
import { alive } from './support/alive.ts';
import { expect, test } from './support/test.ts';

const header = (page: Page) => page.getByRole('banner');
const height = (page: Page) => header(page).evaluate((element) => element.getBoundingClientRect().height);

test.describe('on a phone', () => {
	test.use({ viewport: { width: 360, height: 740 } });

	for (const javaScriptEnabled of [true, false]) {
		test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
			test.use({ javaScriptEnabled });

			test('the menu opens and closes by keyboard, and the focus is where it was', async ({ page }) => {
				await page.goto('/loketten?q=9000');
				const menu = header(page).getByRole('navigation', { name: 'Hoofdmenu' });
				const button = header(page).getByRole('button', { name: 'Menu', exact: true });
				await expect(menu).toBeHidden();
				await expect(button).toHaveAccessibleName('Menu');
				await button.press('Enter');
				await expect(menu).toBeVisible();
				await expect(menu.getByRole('link', { name: 'Vind een loket' })).toHaveAttribute(
					'aria-current',
					'page'
				);
				await expect(menu.getByRole('button', { name: 'Sluit het menu' })).toBeFocused();
				await page.keyboard.press('Escape');
				await expect(menu).toBeHidden();
				await expect(button).toBeFocused();
				await button.press('Enter');
				await menu.getByRole('link', { name: 'Aanmelden' }).click();
				await expect(page).toHaveURL(/\/aanmelden$/);
				await expect(menu).toBeHidden();
			});
		});
	}

	test('it is one line, so that what was found is on the first screen; with large letters too', async ({
		page
	}) => {
		await page.goto('/loketten?q=9000');
		for (const width of [320, 360, 768]) {
			await page.setViewportSize({ width, height: 740 });
			expect(await height(page), `${width} px`).toBeLessThan(64);
		}
		await page.setViewportSize({ width: 360, height: 740 });
		await expect(page.getByText('2 loketten in Gent').first()).toBeInViewport();
		await page.evaluate(() => {
			document.documentElement.style.fontSize = '200%';
		});
		expect(await height(page)).toBeLessThan(128);
	});
});

test('on a wide screen the links stand in the line, and there is no menu', async ({ page }) => {
	await page.goto('/loketten');
	await expect(header(page).getByRole('link', { name: 'Aanmelden' })).toBeVisible();
	await expect(header(page).getByRole('button')).toHaveCount(0);
	expect(await height(page)).toBeLessThan(64);
});

test('on the next page the keyboard begins at its top, as on the first', async ({ page }) => {
	await page.goto('/loketten');
	await alive(page);
	await header(page).getByRole('link', { name: 'Kaart', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Vrijwilligen in jouw gemeente' })).toBeVisible();
	await expect(page.locator('body')).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused();
});

test('in forced colours only what is chosen is marked', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await page.goto('/?gekozen=aalst&q=aalst');
	const widths = (selector: string, side: 'Bottom' | 'Left') =>
		page
			.locator(selector)
			.evaluateAll(
				(elements, name) => elements.map((element) => getComputedStyle(element)[name]),
				`border${side}Width` as const
			);
	expect(await widths('header .tab[aria-current]', 'Bottom')).toEqual(['3px']);
	expect(new Set(await widths('header .tab:not([aria-current])', 'Bottom'))).toEqual(new Set(['0px']));
	expect(await widths('article.selected', 'Left')).toEqual(['4px']);
	expect(new Set(await widths('article:not(.selected)', 'Left'))).not.toContain('4px');
});
