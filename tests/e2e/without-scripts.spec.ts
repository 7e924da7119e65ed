import { card, searchBox } from './support/home.ts';
import { expect, test } from './support/test.ts';

test.use({ javaScriptEnabled: false });

test('the search is a plain form @smoke', async ({ page }) => {
	await page.goto('/');
	await searchBox(page).fill('9100');
	await page.getByRole('button', { name: 'Zoek' }).click();
	await expect(page).toHaveURL(/[?&]q=9100/);
	await expect(card(page, '46021')).toBeVisible();
});

test('the picture of the map shows the same result as the list @smoke', async ({ page, request }) => {
	const picture = page.getByRole('img', { name: /^Kaart van Vlaanderen en Brussel/ });
	await page.goto('/?provincie=limburg');
	await expect(picture).toBeVisible();
	const source = (await picture.getAttribute('src')) ?? '';
	expect(source).toContain('provincie=limburg');
	const narrowed = await request.get(source);
	expect(narrowed.headers()['content-type']).toContain('image/svg+xml');
	const whole = await request.get('/kaart/overzicht.svg');
	expect(await narrowed.text()).not.toBe(await whole.text());
	// It is really drawn, not only asked for.
	expect(await picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(
		true
	);
});
