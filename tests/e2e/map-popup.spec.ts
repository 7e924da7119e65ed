import type { Page } from '@playwright/test';
import { card } from './support/home.ts';
import { mapOf } from './support/map.ts';
import { expect, test } from './support/test.ts';

test.use({ map: 'drawn' });

const GENT = '44021';

/** Where an element sticks out of the map, in pixels per side; nothing when it is whole. */
function outsideMap(page: Page, selector: string): Promise<Record<string, number>> {
	return page.locator('.engine').evaluate((container, inner) => {
		const map = container.getBoundingClientRect();
		const box = container.querySelector(inner)?.getBoundingClientRect();
		if (!box) return { missing: 1 };
		const out = {
			left: map.left - box.left,
			top: map.top - box.top,
			right: box.right - map.right,
			bottom: box.bottom - map.bottom
		};
		return Object.fromEntries(Object.entries(out).filter(([, pixels]) => pixels > 0));
	}, selector);
}

for (const viewport of [
	{ width: 360, height: 740 },
	{ width: 320, height: 640 }
]) {
	test.describe(`on a phone of ${viewport.width} pixels`, () => {
		test.use({ viewport, hasTouch: true, isMobile: true });

		for (const [where, nisCode] of [
			['in the middle', GENT],
			['at the west', '35013'],
			['at the east', '71016']
		] as const) {
			test(`the popup of a tap ${where} is whole, and closes by its button`, async ({ page }) => {
				await page.goto('/#kaart');
				const map = await mapOf(page);
				const { x, y } = await map.pointIn(nisCode);
				await page.touchscreen.tap(x, y);
				const popup = page.locator('.maplibregl-popup');
				await expect(popup).toBeVisible();
				await expect.poll(() => outsideMap(page, '.maplibregl-popup')).toEqual({});
				// Whose map it is can be read beside it.
				const [card, credit] = await Promise.all([
					popup.boundingBox(),
					page.locator('.short-credit').boundingBox()
				]);
				expect((card?.y ?? NaN) + (card?.height ?? NaN)).toBeLessThanOrEqual(credit?.y ?? NaN);
				expect(
					await page.locator('.engine').evaluate(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop])
				).toEqual([0, 0]);
				await expect(popup.getByRole('link').first()).toBeFocused();
				await popup.getByRole('button', { name: 'Sluiten' }).tap();
				await expect(popup).toHaveCount(0);
			});
		}

		test('the popup of what is chosen in the list or the address is whole', async ({ page }) => {
			await page.goto('/?gekozen=voeren#kaart');
			await mapOf(page);
			const popup = page.locator('.maplibregl-popup');
			await expect(popup).toContainText('Voeren');
			await expect.poll(() => outsideMap(page, '.maplibregl-popup')).toEqual({});

			await page.goto('/?sorteer=inwoners');
			await mapOf(page);
			await card(page, GENT)
				.getByRole('link', { name: /Op de kaart/ })
				.tap();
			await expect(popup).toContainText('Gent');
			await expect.poll(() => outsideMap(page, '.maplibregl-popup')).toEqual({});
		});
	});
}

test('with movement, the popup is whole once the map has come to rest', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'no-preference' });
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto('/?gekozen=voeren#kaart');
	await mapOf(page);
	await expect(page.locator('.maplibregl-popup')).toContainText('Voeren');
	await expect.poll(() => outsideMap(page, '.maplibregl-popup')).toEqual({});
});

test('a popup that is closed before its choice has arrived stays closed', async ({ page }) => {
	await page.goto('/');
	const map = await mapOf(page);
	let arrive = (): void => undefined;
	const arriving = new Promise<void>((resolve) => (arrive = resolve));
	await page.route('**/__data.json*', async (route) => {
		await arriving;
		await route.continue().catch(() => undefined);
	});
	const { x, y } = await map.pointIn(GENT);
	await page.mouse.click(x, y);
	const popup = page.locator('.maplibregl-popup');
	await expect(popup).toContainText('Gent');
	await popup.getByRole('button', { name: 'Sluiten' }).click();
	await expect(popup).toHaveCount(0);
	const answered = page.waitForResponse('**/__data.json*');
	arrive();
	await answered;
	await page.evaluate(() => new Promise(requestAnimationFrame));
	await expect(page).not.toHaveURL(/gekozen/);
	await expect(popup).toHaveCount(0);
});
