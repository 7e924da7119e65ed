import type { Page } from '@playwright/test';
import type { MapContainer } from '../../src/lib/map/types';
import { ALL_MUNICIPALITIES, card, cards, count, openFilters } from './support/home.ts';
import { mapOf } from './support/map.ts';
import { expect, test } from './support/test.ts';

test.use({ map: 'drawn' });

const GENT = '44021';
const LEUVEN = '24062';
const SINT_NIKLAAS = '46021';

const CITIES = [
	'Aalst',
	'Antwerpen',
	'Brugge',
	'Brussel',
	'Genk',
	'Gent',
	'Hasselt',
	'Kortrijk',
	'Leuven',
	'Mechelen',
	'Oostende',
	'Roeselare',
	'Sint-Niklaas',
	'Turnhout'
];

interface Listed {
	municipalities: { nisCode: string; province: string }[];
}

test('the map shows every municipality, and only those', async ({ page, request }) => {
	await page.goto('/');
	const map = await mapOf(page);
	const listed: Listed = await (await request.get('/api/v1/municipalities.json')).json();
	const drawn = await map.drawn();
	expect(drawn).toHaveLength(ALL_MUNICIPALITIES);
	expect(drawn.toSorted()).toEqual(listed.municipalities.map(({ nisCode }) => nisCode).toSorted());
});

test('pointing at the list marks the map, pointing at the map marks the list', async ({ page }) => {
	await page.goto('/?sorteer=inwoners');
	const map = await mapOf(page);
	await card(page, GENT).hover();
	await expect.poll(() => map.state(GENT)).toMatchObject({ hovered: true });
	await map.hover(SINT_NIKLAAS);
	await expect(card(page, SINT_NIKLAAS)).toHaveClass(/hovered/);
	await expect(card(page, GENT)).not.toHaveClass(/hovered/);
	await expect.poll(() => map.state(GENT)).toMatchObject({ hovered: false });
});

test('a click on the map selects in the list, in the address and on the map, and opens the popup @smoke', async ({
	page
}) => {
	await page.goto('/?sorteer=inwoners');
	const map = await mapOf(page);
	await map.click(GENT);
	await expect(page).toHaveURL(/gekozen=gent$/);
	await expect(card(page, GENT)).toHaveClass(/selected/);
	await expect.poll(() => map.state(GENT)).toMatchObject({ selected: true });

	const popup = page.locator('.maplibregl-popup');
	await expect(popup).toContainText('Gent');
	await expect(popup).toContainText(/Gemeente\s*doet mee sinds 2017/);
	await expect(popup).toContainText(/OCMW\s*doet mee sinds 2025/);
	await expect(popup).toContainText('2 vrijwilligersloketten');
	await popup.getByRole('link', { name: 'Meer over Gent' }).click();
	await expect(page).toHaveURL(/\/besturen\/gent$/);
});

test('somebody who chooses in the list sees it on the map and stays in the list', async ({ page }) => {
	await page.goto('/?sorteer=inwoners');
	const map = await mapOf(page);
	const link = card(page, LEUVEN).getByRole('link', { name: /Op de kaart/ });
	await link.click();
	await expect(page.locator('.maplibregl-popup')).toContainText('Leuven');
	await expect.poll(() => map.state(LEUVEN)).toMatchObject({ selected: true });
	await expect(link).toBeFocused();
});

test('a municipality in the address is selected from the start, also when it stands on another page of the list', async ({
	page
}) => {
	await page.goto('/?gekozen=mesen');
	const map = await mapOf(page);
	await expect(card(page, '33016')).toHaveClass(/selected/);
	await expect.poll(() => map.state('33016')).toMatchObject({ selected: true });
	await expect(page.locator('.maplibregl-popup')).toContainText('Mesen');
});

test('Escape closes the popup, takes the selection away and gives the focus back', async ({ page }) => {
	await page.goto('/?sorteer=inwoners');
	await mapOf(page);
	const link = card(page, GENT).getByRole('link', { name: /Op de kaart/ });
	await link.focus();
	await page.keyboard.press('Enter');
	await expect(page.locator('.maplibregl-popup')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.locator('.maplibregl-popup')).toHaveCount(0);
	await expect(page).not.toHaveURL(/gekozen/);
	await expect(link).toBeFocused();
});

test('a filter fades what it leaves out, and the result can be zoomed to', async ({ page, request }) => {
	await page.goto('/');
	const map = await mapOf(page);
	const listed: Listed = await (await request.get('/api/v1/municipalities.json')).json();
	const outside = listed.municipalities
		.filter(({ province }) => province !== 'limburg')
		.map(({ nisCode }) => nisCode);
	const inside = listed.municipalities
		.filter(({ province }) => province === 'limburg')
		.map(({ nisCode }) => nisCode);

	const zoomToResult = page.getByRole('button', { name: 'Zoom naar het resultaat' });
	await expect(zoomToResult).toBeDisabled();
	await openFilters(page);
	await page.getByRole('checkbox', { name: /^Limburg/ }).check();
	await expect(count(page)).toHaveText(`${inside.length} gemeenten`);
	await expect.poll(() => map.fadedCount(outside)).toBe(outside.length);
	expect(await map.fadedCount(inside)).toBe(0);

	const before = await map.view();
	await zoomToResult.click();
	await expect.poll(async () => (await map.view()).zoom).toBeGreaterThan(before.zoom + 0.5);
	expect((await map.view()).lng).toBeGreaterThan(5);

	await page.getByRole('button', { name: 'Toon het hele gebied' }).click();
	await expect.poll(async () => (await map.view()).zoom).toBeCloseTo(before.zoom, 1);

	await page.getByRole('checkbox', { name: /^Limburg/ }).uncheck();
	await expect.poll(() => map.fadedCount([...inside, ...outside])).toBe(0);
});

test('a search that leaves one place brings the map there', async ({ page }) => {
	await page.goto('/');
	const map = await mapOf(page);
	const before = await map.view();
	await page.getByRole('searchbox').fill('mesen');
	await expect(cards(page)).toHaveCount(1);
	await expect.poll(async () => (await map.view()).zoom).toBeGreaterThan(before.zoom + 1);
});

test.describe('on a screen whose pixels are those of the page', () => {
	test.use({ deviceScaleFactor: 1 });

	test('the picture and the map are of the same size and place', async ({ page }) => {
		await page.goto('/');
		const picture = page.locator('.map > .picture');
		await mapOf(page);
		const frame = await page.locator('[data-map-state]').boundingBox();
		const image = await picture.boundingBox();
		const canvas = await page.locator('.maplibregl-canvas').boundingBox();
		expect(canvas).toEqual(frame);
		if (!image || !frame) throw new Error('no map');
		const middle = ({ x, y, width, height }: typeof image) => [x + width / 2, y + height / 2];
		expect(middle(image)).toEqual(middle(frame));
		expect([image.width, image.height]).toEqual(
			[frame.width, frame.height].map((side) => (side - 32) * 1.25)
		);
	});
});

test('the rings with the number of desks are the same on the picture as on the map', async ({
	page,
	request
}) => {
	await page.goto('/');
	const map = await mapOf(page);
	await map.idle();
	const { zoom } = await map.view();
	const onMap = await page.locator('.engine').evaluate((container: MapContainer) => {
		const rings = container.__map?.queryRenderedFeatures({ layers: ['desk-clusters'] }) ?? [];
		const byId = new Map(
			rings.map(({ properties }) => [properties.cluster_id, Number(properties.point_count)])
		);
		return [...byId.values()].sort((a, b) => a - b);
	});
	const source = (await page.locator('.map > .picture').getAttribute('src')) ?? '';
	const picture = await (await request.get(source)).text();
	const group = new RegExp(`<g class="z${Math.floor(zoom)}">(.*?)</g>`).exec(picture)?.[1] ?? '';
	const onPicture = [...group.matchAll(/class="count"[^>]*>(\d+)</g)].map(([, count]) => Number(count));
	expect(onMap.length).toBeGreaterThan(3);
	expect(onPicture.sort((a, b) => a - b)).toEqual(onMap);
});

test('a place that was typed has a mark of its own, and the map begins where its picture is', async ({
	page
}) => {
	await page.goto('/?q=9840');
	const map = await mapOf(page);
	await expect(page.getByRole('img', { name: /^Gezochte plaats: / })).toBeVisible();
	await expect(page.getByRole('list', { name: 'Legende' })).toContainText('De plaats die je zocht');
	const { zoom } = await map.view();
	expect(zoom).toBeGreaterThan(9);
	// Nazareth-De Pinte, whole.
	expect(await map.drawn()).toContain('44086');
});

test('the legend explains every way a municipality can look', async ({ page }) => {
	await page.goto('/');
	const map = page.getByRole('region', { name: 'Kaart' });
	for (const text of [
		'Gemeente en OCMW doen mee',
		'Alleen de gemeente doet mee',
		'Alleen het OCMW doet mee',
		'Doet nog niet mee',
		'Vrijwilligersloket'
	])
		await expect(map.getByText(text, { exact: true }).first()).toBeVisible();
});

/** Names of cities that are drawn; only those within so many pixels of the left or right edge if that is given. */
function cityNames(page: Page, fromEdge?: number): Promise<string[]> {
	return page.locator('.engine').evaluate((container: MapContainer, depth) => {
		const map = container.__map;
		if (!map) return [];
		const { clientWidth: width, clientHeight: height } = container;
		const strips: [[number, number], [number, number]][] =
			depth === undefined
				? [
						[
							[0, 0],
							[width, height]
						]
					]
				: [
						[
							[0, 0],
							[depth, height]
						],
						[
							[width - depth, 0],
							[width, height]
						]
					];
		const drawn = strips.flatMap((strip) => map.queryRenderedFeatures(strip, { layers: ['city-names'] }));
		return [...new Set(drawn.map(({ properties }) => String(properties.name)))].sort();
	}, fromEdge);
}

for (const viewport of [
	{ width: 1024, height: 768 },
	{ width: 1280, height: 900 },
	{ width: 1600, height: 1000 }
]) {
	test(`every city has its name on the opening map, ${viewport.width} pixels wide`, async ({ page }) => {
		await page.setViewportSize(viewport);
		await page.goto('/');
		await mapOf(page);
		expect(await cityNames(page)).toEqual(CITIES);
	});
}

for (const viewport of [
	{ width: 360, height: 740 },
	{ width: 320, height: 640 }
]) {
	test.describe(`on a phone of ${viewport.width} pixels`, () => {
		test.use({ viewport, hasTouch: true, isMobile: true });

		test('no name runs off the map, and its credits unfold on demand', async ({ page }) => {
			await page.goto('/#kaart');
			await mapOf(page);
			expect(await cityNames(page, 2)).toEqual([]);
			expect(await cityNames(page)).toEqual(
				expect.arrayContaining(['Antwerpen', 'Brussel', 'Gent', 'Leuven'])
			);
			const credits = page.locator('.maplibregl-ctrl-attrib-inner');
			await expect(credits).toBeHidden();
			// In short they are always there.
			const short = page.getByRole('link', { name: '© OpenStreetMap, 2021' });
			await expect(short).toHaveAttribute('href', 'https://www.openstreetmap.org/copyright');
			await expect(short).toBeVisible();
			await page.locator('.maplibregl-ctrl-attrib-button').tap();
			await expect(credits).toBeVisible();
		});
	});
}

test('a reader who leaves while the map loads leaves nothing behind', async ({ page }) => {
	let arrived = (): void => undefined;
	const leaving = new Promise<void>((resolve) => (arrived = resolve));
	await page.route('**/boundaries.json', async (route) => {
		await leaving;
		await route.continue().catch(() => undefined);
	});
	await page.goto('/');
	await expect(page.locator('[data-map-state]')).toHaveAttribute('data-map-state', 'loading');
	await page.getByRole('link', { name: 'Gent', exact: true }).first().click();
	await expect(page).toHaveURL(/\/besturen\//);
	arrived();
	await page.goBack();
	// The page of the municipality has a map too.
	await expect(page.getByRole('heading', { level: 1, name: 'Vrijwilligen in jouw gemeente' })).toBeVisible();
	await mapOf(page);
});
