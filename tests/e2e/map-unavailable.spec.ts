import { card, cards, count, openFilters } from './support/home.ts';
import { mapOf, namesOnMap } from './support/map.ts';
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

test.describe('when the ground of the map does not arrive', () => {
	test.use({ map: 'drawn', expectedErrors: [/^console: Failed to load resource/] });
	/** The browser's own lines: about the file, and about drawing without a graphics card. */
	const OF_THE_BROWSER = /^Failed to load resource|^\[\.WebGL-/;

	test('the municipalities and desks stand without it, and nothing is said', async ({ page }) => {
		await page.route('**/*.pmtiles', (route) => route.abort());
		const said: string[] = [];
		page.on('console', (message) => said.push(message.text()));
		await page.goto('/');
		const map = await mapOf(page);
		expect((await map.drawn()).length).toBeGreaterThan(300);
		expect(await namesOnMap(page)).toEqual([]);
		await expect(page.getByText('De interactieve kaart')).toHaveCount(0);
		expect(said.filter((line) => !OF_THE_BROWSER.test(line))).toEqual([]);
	});
});

test.describe('the map of a desk', () => {
	const PICTURE = /^Kaart: Vrijwilligersloket Gent ligt bij station Gent-/;

	test('is a picture with its pin on a device without WebGL 2', async ({ page }) => {
		await page.goto('/loketten/vrijwilligersloket-gent');
		await expect(page.locator('.pin-map')).toHaveAttribute('data-map-state', 'unavailable');
		const picture = page.getByRole('img', { name: PICTURE });
		await expect(picture).toBeVisible();
		await expect(picture).toHaveAttribute('src', /loket=vrijwilligersloket-gent/);
	});

	test('is that picture when no script comes', async ({ page }) => {
		await page.route('**/_app/immutable/**/*.js', (route) => route.abort());
		await page.goto('/loketten/vrijwilligersloket-gent');
		await expect(page.getByRole('img', { name: PICTURE })).toBeVisible();
	});
	test.use({ expectedErrors: [/Failed to load resource/] });
});

test.describe('when a device takes its graphics away', () => {
	test.use({ map: 'drawn' });

	test('the picture of the search stands in, until they are back', async ({ page }) => {
		await page.goto('/loketten?q=9000');
		const frame = page.locator('[data-map-state]');
		await expect(frame).toHaveAttribute('data-map-state', 'ready');
		const graphics = await page.locator('.engine canvas').evaluateHandle((canvas: HTMLCanvasElement) => {
			const extension = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
			extension?.loseContext();
			return extension;
		});
		const picture = page.locator('.picture');
		await expect(picture).toBeVisible();
		// What the list asks of the map meanwhile is lost on it, and nothing fails.
		await page.getByRole('searchbox').fill('8000');
		await page.getByRole('searchbox').press('Enter');
		await expect(picture).toHaveAttribute('src', /q=8000/);
		await graphics.evaluate((extension) => extension?.restoreContext());
		await expect(frame).toHaveAttribute('data-map-state', 'ready');
		await expect(page.locator('.engine canvas')).toHaveCount(1);
	});
});
