import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Participation } from '$lib/domain/directory/directoryIndex';
import { MAP_BOUNDS, mercatorBox, PICTURE_SPREAD } from '$lib/domain/place/mapFrame';
import { GROUND_PALETTES } from '../ground/groundLook';
import { PALETTES } from '../palette';
import { boundaries, drawnMunicipality, municipalitiesWithin } from './boundaries.server';
import { boundsAround, renderLocatorSvg, renderOverviewSvg } from './index.server';
import { beside, nearby, placeLabels } from './labels.server';

const GENT = '44021';
const DEINZE = '44083';
const VOEREN = '73109';
const BAARLE_HERTOG = '13002';
const HERSTAPPE = '73028';
const title = 'Wie doet er mee?';
/** How every picture of a place is said. */
const said = { title, locale: 'nl', credit: '© OpenStreetMap, 2021' } as const;
const nobody = new Map<string, Participation>();

/** Enough of a reader to catch what breaks a picture: tags that do not match, quotes or ampersands left raw. */
function assertWellFormed(svg: string): void {
	const open: string[] = [];
	const rest = svg.replace(
		/<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<&]*")*)(\/?)>/gi,
		(_, closing: string, name: string, _attributes: string, empty: string) => {
			if (closing) expect(open.pop()).toBe(name);
			else if (!empty) open.push(name);
			return '';
		}
	);
	expect(open).toEqual([]);
	expect(rest).not.toMatch(/[<]/);
	expect(rest.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
}

/** `d` of the paths with exactly this class. */
const pathsOf = (svg: string, className: string) =>
	Array.from(svg.matchAll(/<path class="([^"]*)" d="([^"]*)"/g))
		.filter((match) => match[1] === className)
		.map((match) => match[2] ?? '');

test('all 304 municipalities are on the map, each large enough to be seen', () => {
	const all = municipalitiesWithin(MAP_BOUNDS);
	expect(all).toHaveLength(304);
	for (const nisCode of all) {
		const svg = renderOverviewSvg({
			participationByNis: new Map([[nisCode, 'both']]),
			matching: null,
			desks: [],
			title
		});
		// At least a triangle.
		expect(pathsOf(svg, 'both').join(''), nisCode).toMatch(/l-?\d+[ -]\d+[ -]\d+[ -]\d+.*z/);
	}
	expect(boundaries.objects.provinces.geometries).toHaveLength(6);
});

test('the overview stands in the frame of the interactive map', () => {
	const svg = renderOverviewSvg({ participationByNis: nobody, matching: null, desks: [], title });
	const [left, top, width, height] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ');
	const box = mercatorBox(MAP_BOUNDS);
	expect(Number(width) / Number(height)).toBeCloseTo(box.width / box.height, 3);
	// In the middle of it, as the page reckons with.
	expect(Number(left) / Number(width)).toBeCloseTo((1 / PICTURE_SPREAD - 1) / 2, 4);
	expect(Number(top) / Number(height)).toBeCloseTo((1 / PICTURE_SPREAD - 1) / 2, 4);
	expect(svg).toContain('preserveAspectRatio="xMidYMid meet"');
});

test('every kind of participation has a look of its own, and what does not match is faded', () => {
	const participationByNis = new Map<string, Participation>([
		[GENT, 'both'],
		[DEINZE, 'gemeente'],
		[VOEREN, 'ocmw']
	]);
	const everything = renderOverviewSvg({ participationByNis, matching: null, desks: [], title });
	for (const kind of ['both', 'gemeente', 'ocmw']) expect(pathsOf(everything, kind)).toHaveLength(1);
	expect(pathsOf(everything, 'none')).toHaveLength(1);
	expect(everything).not.toContain('class="desk"');

	const search = renderOverviewSvg({
		participationByNis,
		matching: new Set([GENT, '11002']),
		desks: [{ lon: 3.72, lat: 51.05 }],
		title
	});
	expect(pathsOf(search, 'both')).toHaveLength(1);
	expect(pathsOf(search, 'gemeente faded')).toHaveLength(1);
	expect(pathsOf(search, 'ocmw faded')).toHaveLength(1);
	expect(pathsOf(search, 'none faded')).toHaveLength(1);
	// Antwerpen answers the search although it does not take part.
	expect(pathsOf(search, 'none')).toHaveLength(1);
	expect(pathsOf(search, 'desk')).toEqual([expect.stringMatching(/^M\d+ \d+h0$/)]);
});

test('the landscape lies around and under who takes part, and all of it is light', () => {
	const everyone = municipalitiesWithin(MAP_BOUNDS);
	const kinds: Participation[] = ['none', 'none', 'both', 'gemeente', 'none', 'ocmw'];
	const svg = renderOverviewSvg({
		participationByNis: new Map(everyone.map((nisCode, i) => [nisCode, kinds[i % kinds.length] ?? 'none'])),
		matching: null,
		desks: Array.from({ length: 100 }, (_, i) => ({ lon: 3 + i / 50, lat: 50.8 + ((i * 7) % 40) / 100 })),
		title
	});
	assertWellFormed(svg);
	const classes = [...svg.matchAll(/<path class="([^"]+)"/g)].map(([, name]) => name);
	const [below, above] = [
		['abroad', 'sea', 'none', 'wood', 'urban', 'water', 'waterway'],
		['motorway', 'frontier', 'line', 'edge', 'border', 'casing', 'desk']
	];
	expect(classes.filter((name) => name !== 'dot')).toEqual([...below, 'ocmw', 'gemeente', 'both', ...above]);
	for (const { land, teal } of Object.values(PALETTES)) {
		expect(svg).toContain(`--none:${land};`);
		expect(svg).toContain(`--part:${teal};`);
	}
	for (const { water, urban, motorway } of Object.values(GROUND_PALETTES))
		for (const colour of [water, urban, motorway]) expect(svg).toContain(`:${colour};`);
	expect(brotliCompressSync(svg).length).toBeLessThanOrEqual(25_000);
});

test('the chosen municipality is outlined on the overview, above areas and borders', () => {
	const picture = { participationByNis: nobody, matching: new Set([DEINZE]), desks: [], title };
	const plain = renderOverviewSvg(picture);
	expect(plain).not.toContain('here');
	const chosen = renderOverviewSvg({ ...picture, selected: GENT });
	assertWellFormed(chosen);
	const [outline] = pathsOf(chosen, 'here');
	expect(outline).toMatch(/^M.+z$/);
	// Not faded, although it does not answer the search.
	expect(pathsOf(chosen, 'around')).toEqual([outline]);
	expect(chosen.indexOf('class="here"')).toBeGreaterThan(chosen.indexOf('class="border"'));
	expect(renderOverviewSvg({ ...picture, selected: '99999' })).toBe(plain);
});

test('a picture is well-formed XML whatever it is told to show', async () => {
	const nasty = `"><script>alert('&')</script>\u0000\u001b${'\ud800'}`;
	const overview = renderOverviewSvg({
		participationByNis: nobody,
		matching: new Set(),
		desks: [],
		title: nasty
	});
	const locator = await renderLocatorSvg({
		nisCode: GENT,
		neighbours: [DEINZE],
		participationByNis: new Map([[nasty, 'both']]),
		names: new Map([
			[GENT, nasty],
			[DEINZE, nasty]
		]),
		desks: [],
		locale: 'nl',
		credit: nasty,
		title: nasty
	});
	for (const svg of [overview, locator ?? '']) {
		assertWellFormed(svg);
		expect(svg).not.toContain('<script');
		expect(svg).toContain('&lt;script&gt;alert(&#39;&amp;&#39;)');
		expect(svg).not.toMatch(/[^\P{Cc}\n]/u);
		expect(svg.isWellFormed()).toBe(true);
	}
});

test('the locator names the municipality and its neighbours and outlines it', async () => {
	const svg = await renderLocatorSvg({
		nisCode: GENT,
		neighbours: [DEINZE],
		participationByNis: new Map([[DEINZE, 'gemeente']]),
		names: new Map([
			[GENT, 'Gent'],
			[DEINZE, 'Deinze']
		]),
		desks: [{ lon: 3.72, lat: 51.05 }],
		...said
	});
	expect(svg).toMatch(/<text class="own"[^>]*>Gent</);
	expect(svg).toMatch(/<text x[^>]*>Deinze</);
	expect(pathsOf(svg ?? '', 'here')).toHaveLength(1);
	expect(pathsOf(svg ?? '', 'gemeente')).toHaveLength(1);
});

test('no name stands where the pin is, and around it stand those by which the place is found', async () => {
	for (const [lon, lat] of [
		[3.72, 51.05],
		[3.75, 51.1],
		[3.8, 51.03]
	] as const) {
		const svg = await renderLocatorSvg({
			nisCode: GENT,
			neighbours: [DEINZE],
			participationByNis: nobody,
			names: new Map([[GENT, 'Gent']]),
			desks: [],
			pin: { lon, lat, approximate: false },
			...said
		});
		const [, pinX = NaN, pinY = NaN] = /translate\((\S+) (\S+)\)/.exec(svg ?? '')?.map(Number) ?? [];
		expect([pinX, pinY].map(Math.round)).toEqual([400, 300]);
		const names = [...(svg ?? '').matchAll(/<text(?: class="[^"]+")? x="(\d+)" y="(\d+)">([^<]+)/g)];
		expect(names.length).toBeGreaterThan(4);
		for (const [, x, y, name = ''] of names) {
			const isBeside = Math.abs(Number(x) - pinX) > 26 + (name.length * 29) / 4;
			const isClear = Number(y) < pinY - 78 - 15 || Number(y) > pinY + 15;
			expect(isBeside || isClear, name).toBe(true);
		}
	}
});

test('also a municipality of many parts, of one hamlet or without neighbours has a locator; an unknown code has none', async () => {
	const one = {
		neighbours: [],
		participationByNis: nobody,
		names: new Map<string, string>(),
		desks: [],
		...said
	};
	for (const nisCode of [BAARLE_HERTOG, HERSTAPPE, VOEREN]) {
		expect(await renderLocatorSvg({ ...one, nisCode }), nisCode).toMatch(/<path class="here" d="M[^"]+z"/);
	}
	expect(await renderLocatorSvg({ ...one, nisCode: '99999' })).toBeUndefined();
	expect(drawnMunicipality('99999')).toBeUndefined();
});

test('labels cover neither each other nor a desk; one without room is left out', () => {
	const room = { width: 400, height: 300 };
	const wish = { text: 'Gent', size: 30, places: nearby([200, 150], 30, 1) };
	expect(placeLabels([wish, wish, wish, wish], [[200, 150]], room)).toHaveLength(0);
	expect(placeLabels([wish, wish, wish, wish], [], room).length).toBeLessThan(4);
	expect(placeLabels([{ ...wish, places: [[0, 0]] }], [], room)).toEqual([
		{ text: 'Gent', look: undefined, x: 40, y: 18 }
	]);
	const station = { ...wish, places: beside([200, 150], 'Gent', 30, 15) };
	expect(placeLabels([station], [[200, 150]], room)).toEqual([
		{ text: 'Gent', look: undefined, x: 255, y: 150 }
	]);
});

test('a part of the map is what lies around its municipalities, with patterns no coarser than on all of it', () => {
	const whole = { participationByNis: nobody, matching: null, desks: [], title };
	const frame = boundsAround([GENT, DEINZE]);
	expect(boundsAround(['00000'])).toBeUndefined();
	const numbers = (svg: string) => (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
	const [x = 0, y = 0, width = 0, height = 0] = numbers(renderOverviewSvg({ ...whole, frame }));
	const [, , allWidth = 0, allHeight = 0] = numbers(renderOverviewSvg(whole));
	expect(x).toBeGreaterThan(0);
	expect(y).toBeGreaterThan(0);
	expect(x + width).toBeLessThan(allWidth);
	expect(y + height).toBeLessThan(allHeight);
	assertWellFormed(renderOverviewSvg({ ...whole, frame }));
});

const DEINZE_STATION = { lon: 3.5297, lat: 50.9789 };
const about = {
	nisCode: DEINZE,
	neighbours: [],
	participationByNis: new Map<string, Participation>([[DEINZE, 'both']]),
	names: new Map([[DEINZE, 'Deinze']]),
	desks: [],
	...said
};

test('a picture about one place shows where it is: water, station, railway, roads and villages, in few bytes', async () => {
	const svg = (await renderLocatorSvg({ ...about, pin: { ...DEINZE_STATION, approximate: false } })) ?? '';
	assertWellFormed(svg);
	expect(svg).toContain('class="pin"');
	expect(pathsOf(svg, 'desk')).toEqual([]);
	const classes = [...svg.matchAll(/<path class="([^"]+)"/g)].map(([, name]) => name);
	const inOrder = [
		'none',
		'wood',
		'urban',
		'water',
		'waterway',
		'both',
		'rail',
		'road',
		'motorway',
		'line',
		'stop',
		'pin'
	];
	expect(classes.filter((name) => inOrder.includes(name ?? ''))).toEqual(inOrder);
	const named = (look: string) =>
		[...svg.matchAll(/<text class="([^"]+)"[^>]*>([^<]+)/g)]
			.filter(([, name]) => name === look)
			.map(([, , text]) => text);
	expect(named('station')).toEqual(['Deinze']);
	expect(named('water-name')).toEqual(expect.arrayContaining(['Leie', 'Schipdonkkanaal']));
	expect(named('number')).toEqual(expect.arrayContaining(['N35', 'N43']));
	expect(named('village')).toContain('Astene');
	expect(named('credit')).toEqual([said.credit]);
	expect(brotliCompressSync(svg).length).toBeLessThanOrEqual(6_000);
	expect(await renderLocatorSvg({ ...about, desks: [DEINZE_STATION] })).not.toContain('class="pin"');
});

test('a place that is known only about is an area, without a pin', async () => {
	const svg = (await renderLocatorSvg({ ...about, pin: { ...DEINZE_STATION, approximate: true } })) ?? '';
	assertWellFormed(svg);
	expect(svg).not.toContain('class="pin"');
	// 750 metres, where 800 units are 7 kilometres.
	expect(svg).toContain('<circle class="about" cx="400" cy="300" r="86"/>');
});

test('the largest municipality has its landscape too, in few bytes', async () => {
	const antwerp = { ...about, nisCode: '11002', names: new Map([['11002', 'Antwerpen']]) };
	const svg = (await renderLocatorSvg(antwerp)) ?? '';
	assertWellFormed(svg);
	expect(svg).toMatch(/<text class="water-name"[^>]*>Schelde</);
	expect(svg).toMatch(/<text class="number"[^>]*>E19</);
	expect(brotliCompressSync(svg).length).toBeLessThanOrEqual(16_000);
});
