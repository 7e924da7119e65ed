/** What stands where on a tablet, and on a phone on its side. */
import { expect, test } from './support/test.ts';

for (const [path, left, right] of [
	['/', '.list', '#kaart'],
	['/loketten?q=9000', '.list', '#kaart'],
	['/loketten/vrijwilligersloket-gent', '#contact', '.pin-map']
] as const) {
	test(`${path} has two columns on a tablet`, async ({ page }) => {
		await page.setViewportSize({ width: 768, height: 1024 });
		await page.goto(path, { waitUntil: 'load' });
		const [one, other] = [await page.locator(left).boundingBox(), await page.locator(right).boundingBox()];
		expect(other?.x).toBeGreaterThan(one?.x ?? Infinity);
		expect(Math.abs((other?.y ?? 0) - (one?.y ?? 0))).toBeLessThan(80);
		const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
		expect(tooWide).toBe(false);
	});
}

test('a phone on its side shows the field on its first screen', async ({ page }) => {
	await page.setViewportSize({ width: 667, height: 375 });
	for (const path of ['/', '/loketten']) {
		await page.goto(path, { waitUntil: 'load' });
		const field = await page.getByRole('searchbox').boundingBox();
		expect((field?.y ?? 0) + (field?.height ?? 0), path).toBeLessThan(375);
	}
});
