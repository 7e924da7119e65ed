/** A site that has a map of streets of its own: invented ones, around Gent. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { MapContainer } from '../../src/lib/map/types';
import { streetsArchive, streetTile } from '../fixtures/streets.ts';
import { mapOf } from './support/map.ts';
import { startSite } from './support/servers.ts';
import { expect, test as base } from './support/test.ts';

const DESK = '/loketten/vrijwilligersloket-gent';

const AROUND_GENT = { x: [8350, 8372], y: [5464, 5486], maxZoom: 14 } satisfies Parameters<
	typeof streetsArchive
>[0];
/** No two alike: a part that the browser has already would be a tile of elsewhere too. */
const tileOf = (z: number, x: number, y: number) => streetTile('Verzonnenstraat', `${z}/${x}/${y}`);

/** Beside the site of the worker, on its database: with a file that a test may take away. */
const test = base.extend<{ streets: { url: string; file: string } }>({
	streets: async ({ exampleSite, baseURL }, use) => {
		expect(baseURL).toBeDefined();
		const { keys, testName } = exampleSite.database?.() ?? {};
		if (!keys || testName === undefined) throw new Error('The site keeps its database to itself.');
		const folder = mkdtempSync(join(tmpdir(), 'streets-'));
		const file = join(folder, 'straten.pmtiles');
		writeFileSync(file, streetsArchive({ ...AROUND_GENT, tileOf }));
		const site = await startSite({ backend: keys, env: { TEST_NAME: testName, BASEMAP_PMTILES: file } });
		await use({ url: site.url, file });
		await site.stop();
		rmSync(folder, { recursive: true });
	}
});

test.use({ map: 'drawn' });

/** Names on the map of what these layers draw; '' for what has none. */
const namesIn = (page: Page, layers: string[]) =>
	page.locator('.engine').evaluate((container: MapContainer, ids) => {
		const map = container.__map;
		const drawn = map?.queryRenderedFeatures({ layers: ids.filter((id) => map.getLayer(id)) }) ?? [];
		return [...new Set(drawn.map(({ properties }) => String(properties.name ?? '')))];
	}, layers);

/** From the middle of the map to the middle of its upper edge, in metres. */
const metresUp = (page: Page) =>
	page.locator('.engine').evaluate((container: MapContainer) => {
		const map = container.__map;
		const center = map?.getCenter();
		return center?.distanceTo(Object.assign(center.wrap(), { lat: map?.getBounds().getNorth() ?? 0 })) ?? 0;
	});

test('the page of a desk begins at its door, with the streets around it, and without them as before', async ({
	page,
	streets
}) => {
	const answered: number[] = [];
	page.on('response', (response) => {
		if (response.url().includes('straten.pmtiles')) answered.push(response.status());
	});
	await page.goto(streets.url + DESK);
	const map = await mapOf(page);
	expect(await namesIn(page, ['streets-roads_minor'])).toContain('Verzonnenstraat');
	expect(await namesIn(page, ['streets-roads_labels_minor'])).toContain('Verzonnenstraat');
	const near = await metresUp(page);
	expect(near).toBeGreaterThan(250);
	expect(near).toBeLessThan(600);
	// By parts, and no part of it twice.
	expect(new Set(answered)).toEqual(new Set([206]));
	await expect(page.locator('.maplibregl-ctrl-attrib')).toContainText('Straten: © OpenStreetMap');
	await expect(page.getByRole('link', { name: 'Protomaps' }).first()).toBeAttached();

	await page.goto(`${streets.url}/fr${DESK}`);
	await mapOf(page);
	expect(await map.layout('streets-roads_labels_minor', 'text-field')).toEqual([
		'coalesce',
		['get', 'name:fr'],
		['get', 'name']
	]);

	rmSync(streets.file);
	await page.goto(streets.url + DESK);
	await mapOf(page);
	expect(await namesIn(page, ['streets-roads_minor'])).toEqual([]);
	expect(await metresUp(page)).toBeGreaterThan(1_000);
	expect((await page.request.get(`${streets.url}/kaart/straten.pmtiles`)).status()).toBe(404);
});

test.describe('streets that go away while a page is open', () => {
	test.use({ expectedErrors: [/^console: Failed to load resource/] });

	test('leave our ground, and nothing is said', async ({ page, streets }) => {
		await page.goto(streets.url + DESK);
		const map = await mapOf(page);
		expect(await namesIn(page, ['streets-roads_minor'])).toContain('Verzonnenstraat');
		rmSync(streets.file);
		await map.moveTo({ lng: 3.65, lat: 51.03, zoom: 14.5 });
		expect(await namesIn(page, ['streets-roads_minor'])).toEqual([]);
		expect((await namesIn(page, ['ground-road', 'ground-motorway', 'ground-rail'])).length).toBeGreaterThan(
			0
		);
	});
});
