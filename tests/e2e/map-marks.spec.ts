/** What stands on the map: rings as on the server's picture, and names beside the marks. */
import type { Page } from '@playwright/test';
import type { MapContainer } from '../../src/lib/map/types';
import { mapOf, namesOnMap } from './support/map.ts';
import { expect, test } from './support/test.ts';

test.use({ map: 'drawn' });

/** Of the rings in view of the whole region, and the zoom of the map. */
const ringsOnMap = (page: Page) =>
	page.locator('.engine').evaluate((container: MapContainer) => {
		const map = container.__map;
		const rings = map?.queryRenderedFeatures({ layers: ['desk-clusters'] }) ?? [];
		const counts = new Map(
			rings.map(({ properties }) => [properties.cluster_id, Number(properties.point_count)])
		);
		return { zoom: Math.floor(map?.getZoom() ?? 0), counts: [...counts.values()].sort((a, b) => a - b) };
	});

/** What is named under a mark of the page or of the map, in CSS pixels around a place of it. */
const namedUnder = (page: Page, box: { left: number; top: number; right: number; bottom: number }) =>
	page.locator('.engine').evaluate((container: MapContainer, { left, top, right, bottom }) => {
		const map = container.__map;
		const named = map
			?.getStyle()
			.layers.filter(({ type, id }) => type === 'symbol' && /name|station|number|town|cit/.test(id));
		const { left: x, top: y } = container.getBoundingClientRect();
		const features = map?.queryRenderedFeatures(
			[
				[left - x, top - y],
				[right - x, bottom - y]
			],
			{ layers: named?.map(({ id }) => id) ?? [] }
		);
		return features?.map(({ properties }) => String(properties.name ?? properties.n ?? properties.r));
	}, box);

async function boxOf(page: Page, selector: string) {
	const box = await page.locator(selector).boundingBox();
	if (!box) throw new Error(`${selector} is not there.`);
	// The name beside it may touch it.
	const [x, y] = [box.x + 2, box.y + 2];
	return { left: x, top: y, right: x + box.width - 4, bottom: y + box.height - 4 };
}

for (const [width, height] of [
	[320, 640],
	[360, 740],
	[1280, 900]
] as const) {
	test(`the map of ${width} pixels has the rings of its picture`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		await page.goto('/');
		const src = await page.locator('.picture').getAttribute('src');
		await mapOf(page);
		const svg = await (await page.request.get(src ?? '')).text();
		await expect
			.poll(async () => {
				const { zoom, counts } = await ringsOnMap(page);
				const group = new RegExp(`<g class="z${zoom}">(.*?)</g>`, 's').exec(svg)?.[1] ?? '';
				const drawn = [...group.matchAll(/class="count"[^>]*>(\d+)</g)].map(([, count]) => Number(count));
				return counts.length > 5 && counts.join() === drawn.sort((a, b) => a - b).join();
			})
			.toBe(true);
		const { counts } = await ringsOnMap(page);
		// None of them is half of the region.
		expect(Math.max(...counts)).toBeLessThan(counts.reduce((sum, count) => sum + count, 0) / 3);
	});
}

test('no name stands under the place that was typed', async ({ page }) => {
	await page.goto('/loketten?q=9000');
	const map = await mapOf(page);
	const { lng, lat } = await map.view();
	for (const zoom of [9, 10, 11, 12]) {
		await map.moveTo({ lng, lat, zoom });
		expect(await namedUnder(page, await boxOf(page, '.here')), `zoom ${zoom}`).toEqual([]);
	}
});

test('no name stands under the pin of a desk', async ({ page }) => {
	await page.goto('/loketten/vrijwilligersloket-gent');
	await mapOf(page);
	expect(await namedUnder(page, await boxOf(page, '.engine .pin'))).toEqual([]);
});

test('no name stands under a desk or a ring, nor from afar under the area of one', async ({ page }) => {
	await page.goto('/');
	const map = await mapOf(page);
	for (const zoom of [7, 8, 9, 10]) {
		await map.moveTo({ lng: 4.4, lat: 51, zoom });
		const marks = await page.locator('.engine').evaluate((container: MapContainer) => {
			const features =
				container.__map?.queryRenderedFeatures({ layers: ['desk-clusters', 'desks', 'desk-areas-room'] }) ??
				[];
			return features.flatMap(({ geometry }) => {
				if (geometry.type !== 'Point' || !container.__map) return [];
				const { left, top } = container.getBoundingClientRect();
				const { x, y } = container.__map.project(geometry.coordinates as [number, number]);
				return [{ x: left + x, y: top + y }];
			});
		});
		expect(marks.length).toBeGreaterThan(5);
		for (const { x, y } of marks)
			expect(
				await namedUnder(page, { left: x - 5, top: y - 5, right: x + 5, bottom: y + 5 }),
				`zoom ${zoom}`
			).toEqual([]);
	}
});

test('on a French page stations and waters have their French names', async ({ page }) => {
	await page.goto('/fr/loketten/vrijwilligersloket-gent');
	await mapOf(page);
	expect(await namesOnMap(page)).toContain('Gent-Sint-Pieters');
	const said = await page.locator('.engine').evaluate((container: MapContainer) => {
		const features =
			container.__map?.queryRenderedFeatures({ layers: ['ground-stations', 'ground-waterway-names'] }) ?? [];
		return features.map(({ properties }) => String(properties.fr));
	});
	expect(said).toContain('Gand-Saint-Pierre');
	const picture = await page.locator('.pin-map img').getAttribute('src');
	expect(await (await page.request.get(picture ?? '')).text()).toContain('>Gand-Saint-Pierre<');
});
