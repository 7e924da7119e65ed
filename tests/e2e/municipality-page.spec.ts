import { mapOf } from './support/map.ts';
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

test.describe('with scripts', () => {
	test.use({ map: 'drawn' });

	test('a live map takes the place of that picture, with what its signs mean', async ({ page }) => {
		await page.goto('/besturen/gent');
		const map = await mapOf(page);
		await expect.poll(() => map.state('44021')).toMatchObject({ selected: true });
		expect(await map.drawn()).toEqual(expect.arrayContaining(['44021', '44083']));
		await expect(page.getByRole('list', { name: 'Legende' })).toContainText('Alleen de gemeente doet mee');
	});
});
