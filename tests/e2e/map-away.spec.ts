/** What a map does when what it is made of is not there: its picture stays, and the page says nothing that is not so. */
import type { Page } from '@playwright/test';
import type { MapContainer } from '../../src/lib/map/types';
import { mapOf, namesOnMap } from './support/map.ts';
import { expect, test } from './support/test.ts';

const DESK = '/loketten/vrijwilligersloket-gent';
const MUNICIPALITY = '/besturen/gent';
const PLACES = [DESK, MUNICIPALITY] as const;

/** Goes to a page and to its map. */
async function visit(page: Page, path: string) {
	await page.goto(path);
	const frame = page.locator('[data-map-state]');
	await frame.scrollIntoViewIfNeeded();
	return { frame, picture: frame.locator('img'), canvas: frame.locator('canvas') };
}

const nothingIsSaid = (page: Page) => expect(page.getByText('De interactieve kaart')).toHaveCount(0);

test.describe('of a place', () => {
	test.use({ map: 'drawn', expectedErrors: [/Failed to load resource/] });

	for (const path of PLACES) {
		test(`${path} keeps its picture when the ground is not there`, async ({ page }) => {
			await page.route('**/*.pmtiles', (route) => route.fulfill({ status: 404, body: 'gone' }));
			const { frame, picture, canvas } = await visit(page, path);
			await expect(frame).toHaveAttribute('data-map-state', 'unavailable');
			await expect(picture).toBeVisible();
			await expect(canvas).toHaveCount(0);
			await nothingIsSaid(page);
		});

		test(`${path} keeps its picture when the ground is broken`, async ({ page }) => {
			await page.route('**/*.pmtiles', (route) =>
				route.fulfill({
					status: 206,
					headers: { 'content-range': 'bytes 0-15/99' },
					body: 'not a map at all'
				})
			);
			const { frame, picture } = await visit(page, path);
			await expect(frame).toHaveAttribute('data-map-state', 'unavailable');
			await expect(picture).toBeVisible();
			await nothingIsSaid(page);
		});

		test(`${path} has its picture again while the device has no graphics`, async ({ page }) => {
			const { frame, picture, canvas } = await visit(page, path);
			await expect(frame).toHaveAttribute('data-map-state', 'ready');
			const graphics = await canvas.evaluateHandle((element: HTMLCanvasElement) => {
				const extension = element.getContext('webgl2')?.getExtension('WEBGL_lose_context');
				extension?.loseContext();
				return extension;
			});
			await expect(picture).toBeVisible();
			await nothingIsSaid(page);
			await graphics.evaluate((extension) => extension?.restoreContext());
			await expect(frame).toHaveAttribute('data-map-state', 'ready');
			await expect(canvas).toHaveCount(1);
		});

		test(`${path} keeps its picture when what the map draws does not arrive`, async ({ page }) => {
			await page.route('**/boundaries.json', (route) => route.abort());
			const { frame, picture } = await visit(page, path);
			await expect(frame).toHaveAttribute('data-map-state', 'unavailable');
			await expect(picture).toBeVisible();
			await nothingIsSaid(page);
		});
	}
});

test.describe('without WebGL 2', () => {
	test('a municipality keeps its picture, and nothing is said', async ({ page }) => {
		const { frame, picture } = await visit(page, MUNICIPALITY);
		await expect(frame).toHaveAttribute('data-map-state', 'unavailable');
		await expect(picture).toBeVisible();
		await nothingIsSaid(page);
	});
});

test.describe('of everything', () => {
	test.use({ map: 'drawn', expectedErrors: [/Failed to load resource/] });

	test('goes on without a network', async ({ page, context }) => {
		await page.goto('/');
		const map = await mapOf(page);
		await context.setOffline(true);
		// Where nothing was looked at before: what is there already is drawn larger.
		await map.moveTo({ lng: 3.22, lat: 51.2, zoom: 11.5 });
		expect((await map.drawn()).length).toBeGreaterThan(0);
		expect(await namesOnMap(page)).not.toContain('Brugge');
		await nothingIsSaid(page);
	});

	test('needs no room on the device', async ({ page }) => {
		await page.addInitScript(() => {
			const full = () => {
				throw new DOMException('full', 'QuotaExceededError');
			};
			Storage.prototype.setItem = full;
			Storage.prototype.getItem = full;
			CacheStorage.prototype.open = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
		});
		await page.goto('/');
		await mapOf(page);
		expect(
			await page.locator('.engine').evaluate((container: MapContainer) => container.__map?.isStyleLoaded())
		).toBe(true);
		await nothingIsSaid(page);
	});
});
