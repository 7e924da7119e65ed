import type { Page } from '@playwright/test';
import { card, count, searchBox } from './support/home.ts';
import { mapOf } from './support/map.ts';
import { expect, test } from './support/test.ts';

/** Presses Tab until `reached`; fails when the page has no such stop. */
async function tabTo(page: Page, reached: () => Promise<boolean>, atMost = 60): Promise<void> {
	for (let step = 0; step < atMost; step++) {
		await page.keyboard.press('Tab');
		if (await reached()) return;
	}
	throw new Error(`Not reached with ${atMost} times Tab.`);
}

const isFocused = (page: Page, selector: string) => () =>
	page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);

test('the first stop leads past the menu to the content', async ({ page }) => {
	await page.goto('/');
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: 'Naar de inhoud' });
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport();
	await page.keyboard.press('Enter');
	await expect(page.locator('main')).toBeFocused();
	// Before the list stands a way past it.
	await page.keyboard.press('Tab');
	const skipToMap = page.getByRole('link', { name: 'Naar de kaart' });
	await expect(skipToMap).toBeFocused();
	await expect(skipToMap).toBeInViewport();
	await page.keyboard.press('Tab');
	await expect(searchBox(page)).toBeFocused();
});

test('finding a municipality, seeing it on the map and opening its page need no mouse @map @smoke', async ({
	page
}) => {
	await page.goto('/');
	await mapOf(page);
	await tabTo(page, isFocused(page, '[type=search]'));
	await page.keyboard.type('leuven');
	await expect(count(page)).toHaveText('1 gemeente');
	await tabTo(page, isFocused(page, 'article[data-nis="24062"] .locate'));
	await page.keyboard.press('Enter');
	await expect(page.locator('.maplibregl-popup')).toContainText('Leuven');
	await page.keyboard.press('Escape');
	await expect(card(page, '24062').getByRole('link', { name: /Op de kaart/ })).toBeFocused();
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Leuven' })).toBeVisible();
});

test('a filter is opened and set with the keyboard, and the focus stays where it is', async ({ page }) => {
	await page.goto('/');
	await tabTo(page, isFocused(page, 'summary'));
	await page.keyboard.press('Enter');
	await tabTo(page, isFocused(page, '[value=limburg]'));
	await page.keyboard.press('Space');
	await expect(page).toHaveURL(/provincie=limburg/);
	expect(await isFocused(page, '[value=limburg]')()).toBe(true);
});

test('the map moves with arrows and zooms with + and − @map', async ({ page }) => {
	await page.goto('/');
	const map = await mapOf(page);
	const before = await map.view();
	await page.locator('.maplibregl-canvas').focus();
	await page.keyboard.press('+');
	await expect.poll(async () => (await map.view()).zoom).toBeGreaterThan(before.zoom + 0.9);
	const zoomed = await map.view();
	await page.keyboard.press('ArrowRight');
	await expect.poll(async () => (await map.view()).lng).toBeGreaterThan(zoomed.lng);
});

// Of a province: the cards of the others are like these.
for (const path of ['/?provincie=limburg', '/besturen/gent', '/contact']) {
	test(`every stop on ${path} shows where the focus is @map`, async ({ page }) => {
		await page.goto(path);
		if (path.startsWith('/?')) await mapOf(page);
		const stops: { stop: string; visible: boolean }[] = [];
		for (;;) {
			await page.keyboard.press('Tab');
			const stop = await page.evaluate(() => {
				const element = document.activeElement;
				if (!element || element === document.body || element.hasAttribute('data-seen')) return null;
				element.setAttribute('data-seen', '');
				const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
				const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
				return { stop: element.outerHTML.slice(0, 120), visible: outlined || boxShadow !== 'none' };
			});
			if (!stop) break;
			stops.push(stop);
		}
		expect(stops.length).toBeGreaterThan(8);
		expect(stops.filter(({ visible }) => !visible)).toEqual([]);
	});
}
