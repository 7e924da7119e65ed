import { expect, test } from './support/test.ts';

test.describe('the page of a municipality', () => {
	test.use({ javaScriptEnabled: false });

	test('has a map of where it lies', async ({ page }) => {
		await page.goto('/besturen/gent');
		const picture = page.getByRole('img', { name: 'Kaart van Gent en de buurgemeenten' });
		await expect(picture).toBeVisible();
		expect(
			await picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)
		).toBe(true);
	});
});
