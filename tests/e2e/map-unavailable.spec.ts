import { card, cards, count, openFilters } from './support/home.ts';
import { expect, test } from './support/test.ts';

test.describe('on a device without WebGL 2 @smoke', () => {
	test('the picture stays, the reader is told, and list and filters work', async ({ page }) => {
		await page.goto('/');
		await expect(page.getByText('De interactieve kaart werkt niet op dit toestel.')).toBeVisible();
		const picture = page.getByRole('img', { name: /^Kaart van Vlaanderen en Brussel/ });
		await expect(picture).toBeVisible();
		await openFilters(page);
		await page.getByRole('checkbox', { name: /^Limburg/ }).check();
		await expect(picture).toHaveAttribute('src', /provincie=limburg/);
		await expect(count(page)).not.toHaveText('304 gemeenten');
		await cards(page)
			.first()
			.getByRole('link', { name: /Op de kaart/ })
			.click();
		await expect(page).toHaveURL(/gekozen=/);
		await expect(cards(page).first()).toHaveClass(/selected/);
	});
});

test.describe('when the map’s data does not arrive', () => {
	test.use({ map: 'drawn', expectedErrors: [/Failed to load resource/] });

	test('the reader is told and can try again', async ({ page }) => {
		await page.route('**/boundaries.json', (route) => route.abort());
		await page.goto('/');
		await expect(page.getByText('De interactieve kaart kon niet geladen worden.')).toBeVisible();
		await expect(card(page, (await cards(page).first().getAttribute('data-nis')) ?? '')).toBeVisible();
		await page.unroute('**/boundaries.json');
		await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
		await expect(page.locator('[data-map-state]')).toHaveAttribute('data-map-state', 'ready');
	});
});
