/** How long until the map stands still, against a page that has nothing but the same map: on this machine, and on a bad line. */
import { readFile } from 'node:fs/promises';
import { constants, brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import type { MapContainer } from '../../src/lib/map/types';
import { get } from '../e2e/support/http.ts';
import { badLine } from './badLine.ts';
import { startBareServer, type ReadyAnswer, type ReadyAnswers } from './bareServer.ts';
import { median, report } from './figures.ts';

const ROUNDS = 5;
const BOUND = 1.25;
/** For a machine that is busy with other things. */
const PATIENCE_MS = 600_000;
const VIEWPORT = { width: 1280, height: 900 };

export async function measureMapIdle(browser: Browser, site: string): Promise<void> {
	const bare = await startBareServer(await barePage(browser, site));
	try {
		await compare(
			'time to map idle against a bare MapLibre page',
			async () => (await timeToIdle(browser, `${site}/`)).idle,
			async () => (await timeToIdle(browser, `${bare.url}/`)).idle
		);
		// The words of ours are there before the map begins. The other has none: its map begins once its page has come.
		await compare(
			'map complete after the first words on a bad line against a bare MapLibre page',
			async () => {
				const { idle, firstWords } = await timeToIdle(browser, `${site}/`, badLine);
				return idle - firstWords;
			},
			async () => {
				const { idle, came } = await timeToIdle(browser, `${bare.url}/`, badLine);
				return idle - came;
			}
		);
	} finally {
		await bare.stop();
	}
}

async function compare(
	name: string,
	ours: () => Promise<number>,
	theirs: () => Promise<number>
): Promise<void> {
	const ratios: number[] = [];
	const own: number[] = [];
	const baseline: number[] = [];
	// The first round fills the caches of the system and of the compiler, for both alike.
	for (let round = 0; round <= ROUNDS; round++) {
		const [bare, measured] = [await theirs(), await ours()];
		if (round === 0) continue;
		baseline.push(bare);
		own.push(measured);
		ratios.push(measured / bare);
	}
	report({
		...{ name, value: median(ratios), unit: 'ratio' },
		...{ bound: { atMost: BOUND }, sides: { own: median(own), baseline: median(baseline) } }
	});
}

/** Milliseconds from the start of the navigation, in a context of its own: nothing is cached. */
async function timeToIdle(
	browser: Browser,
	url: string,
	prepare: (page: Page) => Promise<void> = async () => undefined
): Promise<{ came: number; firstWords: number; idle: number }> {
	const context = await browser.newContext({ viewport: VIEWPORT, reducedMotion: 'reduce' });
	try {
		const page = await context.newPage();
		await prepare(page);
		await page.addInitScript(() => {
			new MutationObserver((_, observer) => {
				if (!document.querySelector('[data-map-state=ready]')) return;
				observer.disconnect();
				performance.mark('map-idle');
			}).observe(document, {
				subtree: true,
				childList: true,
				attributes: true,
				attributeFilter: ['data-map-state']
			});
		});
		await page.goto(url);
		await page.waitForFunction(() => performance.getEntriesByName('map-idle').length > 0, null, {
			timeout: PATIENCE_MS
		});
		return await page.evaluate(() => {
			const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
			const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? NaN;
			return {
				came: visit?.responseEnd ?? NaN,
				firstWords: at('first-contentful-paint'),
				idle: at('map-idle')
			};
		});
	} finally {
		await context.close();
	}
}

/** The map of the site with its style, images, fonts, tiles and boundaries, and the least that shows it. */
async function barePage(browser: Browser, site: string): Promise<ReadyAnswers> {
	const page = await browser.newPage({ viewport: VIEWPORT });
	await page.goto(`${site}/`);
	await page.locator('[data-map-state=ready]').waitFor({ timeout: 120_000 });
	const frame = await page.locator('.engine').boundingBox();
	const taken = await page.locator('.engine').evaluate((container: MapContainer) => {
		const map = container.__map;
		if (!map) throw new Error('There is no map.');
		const images = map.listImages().map((id) => {
			const image = map.getImage(id);
			const { width = 1, height = 1, data = [] } = image?.data ?? {};
			return { id, width, height, pixelRatio: image?.pixelRatio ?? 1, data: [...data] };
		});
		return { style: map.getStyle(), images, bounds: map.getBounds().toArray() };
	});
	await page.close();

	const { images, bounds } = taken;
	// Fonts from the bare server as well.
	const style: typeof taken.style = JSON.parse(JSON.stringify(taken.style).replaceAll(site, ''));
	const fonts: ReadyAnswers = {};
	for (const [, path = ''] of JSON.stringify(style).matchAll(/"(\/[^"]+\.woff2)"/g))
		fonts[path] = answer((await get(site + path, {})).body, 'font/woff2', false);
	const tiles: ReadyAnswers = {};
	for (const [, path = ''] of JSON.stringify(style).matchAll(/pmtiles:\/\/(\/[^"{]+\.pmtiles)/g))
		tiles[path] = answer((await get(site + path, {})).body, 'application/vnd.pmtiles', false);
	const properties = takeGeometryAway(style);
	const file = (path: string) => readFile(`node_modules/${path}`);
	return {
		'/': answer(bareHtml(frame ?? VIEWPORT), 'text/html'),
		'/bare.js': answer(BARE_SCRIPT, 'text/javascript'),
		'/map.json': answer(JSON.stringify({ style, images, bounds, properties }), 'application/json'),
		'/boundaries.json': answer((await get(`${site}/boundaries.json`, {})).body, 'application/json'),
		'/maplibre-gl.mjs': answer(await file('maplibre-gl/dist/maplibre-gl.mjs'), 'text/javascript'),
		'/maplibre-gl-worker.mjs': answer(
			await file('maplibre-gl/dist/maplibre-gl-worker.mjs'),
			'text/javascript'
		),
		'/maplibre-gl.css': answer(await file('maplibre-gl/dist/maplibre-gl.css'), 'text/css'),
		'/topojson-client.js': answer(
			await file('topojson-client/dist/topojson-client.min.js'),
			'text/javascript'
		),
		'/pmtiles.js': answer(await file('pmtiles/dist/pmtiles.js'), 'text/javascript'),
		...fonts,
		...tiles
	};
}

/** The shapes come from the boundaries, as on the site. @returns what else is known of each municipality */
function takeGeometryAway({ sources }: { sources: Record<string, object> }): object[] {
	const source = sources.municipalities;
	const data: unknown = source && 'data' in source ? source.data : undefined;
	if (typeof data !== 'object' || data === null || !('features' in data) || !Array.isArray(data.features))
		throw new Error('The map holds its municipalities in another way than the bench expects.');
	const properties = data.features.map((feature: { properties: object }) => feature.properties);
	sources.municipalities = { ...source, data: { type: 'FeatureCollection', features: [] } };
	return properties;
}

function bareHtml({ width, height }: { width: number; height: number }): string {
	return `<!doctype html><meta charset="utf-8"><title>Map</title><link rel="stylesheet" href="/maplibre-gl.css"><link rel="modulepreload" href="/maplibre-gl.mjs">

<style>body{margin:0}#map{width:${width}px;height:${height}px}</style>
<div id="map"></div><script src="/topojson-client.js"></script><script src="/pmtiles.js"></script><script type="module" src="/bare.js"></script>`;
}

const BARE_SCRIPT = `
import { addProtocol, Map, setWorkerUrl } from '/maplibre-gl.mjs';
addProtocol('pmtiles', new pmtiles.Protocol().tile);
setWorkerUrl('/maplibre-gl-worker.mjs');
const json = async (path) => (await fetch(path)).json();
const [{ style, images, bounds, properties }, topology] = await Promise.all([json('/map.json'), json('/boundaries.json')]);
const areas = topojson.feature(topology, topology.objects.municipalities);
const byNisCode = Object.fromEntries(properties.map((each) => [each.nisCode, each]));
for (const area of areas.features) area.properties = byNisCode[area.properties.nisCode];
style.sources.municipalities.data = areas;
style.sources.ground.tiles = style.sources.ground.tiles.map((tiles) => tiles.replace('pmtiles://', 'pmtiles://' + location.origin));
const map = new Map({ container: 'map', style, bounds, fadeDuration: 0, validateStyle: false });
map.setMissingStyleImageResolver((id) => {
	const image = images.find((each) => each.id === id);
	if (image && !map.hasImage(id)) map.addImage(id, { ...image, data: new Uint8Array(image.data) }, image);
});
map.once('idle', () => performance.mark('map-idle'));
`;

function answer(body: string | Buffer, type: string, compress = true): ReadyAnswer {
	const bytes = Buffer.from(body);
	const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
	return {
		headers: { 'content-type': type, ...(compress ? { 'content-encoding': 'br' } : {}) },
		body: (compress ? brotliCompressSync(bytes, quality) : bytes).toString('base64')
	};
}
