import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Participation } from '$lib/domain/directory/directoryIndex';
import { MAP_BOUNDS, mercatorBox, PICTURE_SPREAD } from '$lib/domain/place/mapFrame';
import { GROUND_PALETTES } from '../ground/groundLook';
import { PALETTES } from '../palette';
import { boundaries, drawnMunicipality, municipalitiesWithin } from './boundaries.server';
import { boundsAround, renderLocatorSvg, renderOverviewSvg, resultFrame } from './index.server';
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

/** `d` of the discs of desks and rings. */
const signsOf = (svg: string) =>
	Array.from(svg.matchAll(/<path class="sign"[^>]* d="([^"]*)"/g), ([, data = '']) => data);

test('all 304 municipalities are on the map, each large enough to be seen', async () => {
	const all = municipalitiesWithin(MAP_BOUNDS);
	expect(all).toHaveLength(304);
	for (const nisCode of all) {
		const svg = await renderOverviewSvg({
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

test('the overview stands in the frame of the interactive map', async () => {
	const svg = await renderOverviewSvg({ participationByNis: nobody, matching: null, desks: [], title });
	const [left, top, width, height] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ');
	const box = mercatorBox(MAP_BOUNDS);
	expect(Number(width) / Number(height)).toBeCloseTo(box.width / box.height, 3);
	// In the middle of it, as the page reckons with.
	expect(Number(left) / Number(width)).toBeCloseTo((1 / PICTURE_SPREAD - 1) / 2, 4);
	expect(Number(top) / Number(height)).toBeCloseTo((1 / PICTURE_SPREAD - 1) / 2, 4);
	expect(svg).toContain('preserveAspectRatio="xMidYMid meet"');
});

test('every kind of participation has a look of its own, and what does not match is faded', async () => {
	const participationByNis = new Map<string, Participation>([
		[GENT, 'both'],
		[DEINZE, 'gemeente'],
		[VOEREN, 'ocmw']
	]);
	const everything = await renderOverviewSvg({ participationByNis, matching: null, desks: [], title });
	for (const kind of ['both', 'gemeente', 'ocmw']) expect(pathsOf(everything, kind)).toHaveLength(1);
	expect(pathsOf(everything, 'none')).toHaveLength(1);
	expect(everything).not.toContain('class="sign"');

	const search = await renderOverviewSvg({
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
	// At each zoom that it may be seen at.
	for (const dot of signsOf(search)) expect(dot).toMatch(/^M\d+ \d+h0$/);
});

test('the landscape lies around and under who takes part, and all of it is light', async () => {
	const everyone = municipalitiesWithin(MAP_BOUNDS);
	const kinds: Participation[] = ['none', 'none', 'both', 'gemeente', 'none', 'ocmw'];
	const svg = await renderOverviewSvg({
		participationByNis: new Map(everyone.map((nisCode, i) => [nisCode, kinds[i % kinds.length] ?? 'none'])),
		matching: null,
		desks: Array.from({ length: 100 }, (_, i) => ({ lon: 3 + i / 50, lat: 50.8 + ((i * 7) % 40) / 100 })),
		title
	});
	assertWellFormed(svg);
	const classes = [...svg.matchAll(/<path class="([^"]+)"/g)].map(([, name]) => name);
	const [below, above] = [
		['abroad', 'sea', 'none', 'wood', 'urban', 'water', 'waterway'],
		['motorway', 'frontier', 'line', 'edge', 'border']
	];
	const marks = new Set(['dot', 'sign', 'gap', 'hole']);
	expect(classes.filter((name = '') => !marks.has(name))).toEqual([
		...below,
		'ocmw',
		'gemeente',
		'both',
		...above
	]);
	for (const { land, teal } of Object.values(PALETTES)) {
		expect(svg).toContain(`--none:${land};`);
		expect(svg).toContain(`--part:${teal};`);
	}
	for (const { water, urban, motorway } of Object.values(GROUND_PALETTES))
		for (const colour of [water, urban, motorway]) expect(svg).toContain(`:${colour};`);
	expect(svg.indexOf('class="sign"')).toBeGreaterThan(svg.indexOf('class="border"'));
	expect(brotliCompressSync(svg).length).toBeLessThanOrEqual(25_000);
});

test('the chosen municipality is outlined on the overview, above areas and borders', async () => {
	const picture = { participationByNis: nobody, matching: new Set([DEINZE]), desks: [], title };
	const plain = await renderOverviewSvg(picture);
	expect(plain).not.toContain('here');
	const chosen = await renderOverviewSvg({ ...picture, selected: GENT });
	assertWellFormed(chosen);
	const [outline] = pathsOf(chosen, 'here');
	expect(outline).toMatch(/^M.+z$/);
	// Not faded, although it does not answer the search.
	expect(pathsOf(chosen, 'around')).toEqual([outline]);
	expect(chosen.indexOf('class="here"')).toBeGreaterThan(chosen.indexOf('class="border"'));
	expect(await renderOverviewSvg({ ...picture, selected: '99999' })).toBe(plain);
});

test('a picture is well-formed XML whatever it is told to show', async () => {
	const nasty = `"><script>alert('&')</script>\u0000\u001b${'\ud800'}`;
	const overview = await renderOverviewSvg({
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

test('labels cover neither each other nor a desk; one without room is left out', async () => {
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

test('a part of the map is what lies around its municipalities, with patterns no coarser than on all of it', async () => {
	const whole = { participationByNis: nobody, matching: null, desks: [], title };
	const frame = boundsAround([GENT, DEINZE]);
	expect(boundsAround(['00000'])).toBeUndefined();
	const still = await renderOverviewSvg({ ...whole, frame, isStill: true });
	assertWellFormed(still);
	const box = mercatorBox(frame ?? MAP_BOUNDS);
	const numbers = (svg: string) => (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
	const [x, y, width = NaN, height = NaN] = numbers(still);
	expect([x, y]).toEqual([0, 0]);
	expect(width / height).toBeCloseTo(box.width / box.height, 3);
	// Where a map takes its place it is so many times as large.
	const [left = NaN, , wide = NaN] = numbers(await renderOverviewSvg({ ...whole, frame }));
	expect(wide / width).toBeCloseTo(PICTURE_SPREAD, 3);
	expect(left / wide).toBeCloseTo((1 / PICTURE_SPREAD - 1) / 2, 3);
	// A province is no nearer than the coarse landscape.
	const limburg = await renderOverviewSvg({ ...whole, frame: [4.9, 50.68, 5.9, 51.35], isStill: true });
	assertWellFormed(limburg);
	expect(brotliCompressSync(limburg).length).toBeLessThanOrEqual(25_000);
});

const namesOf = (svg: string) =>
	[...svg.matchAll(/<text(?: class="[^"]+")? x[^>]*>([^<]+)/g)].map(([, text]) => text);
const inDutch = (...names: [string, string][]) => ({ locale: 'nl' as const, byNis: new Map(names) });

test('a picture of a search names what was found, and shows its landscape and the place that was typed', async () => {
	const frame = resultFrame([DEINZE]);
	const svg = await renderOverviewSvg({
		participationByNis: new Map([[DEINZE, 'both']]),
		matching: new Set([DEINZE]),
		selected: DEINZE,
		desks: [],
		typed: [3.53, 50.98],
		frame,
		names: inDutch([DEINZE, 'Deinze'], [GENT, 'Gent']),
		title
	});
	assertWellFormed(svg);
	expect(svg).toMatch(/<text class="found"[^>]*>Deinze</);
	for (const name of ['Leie', 'E17']) expect(namesOf(svg)).toContain(name);
	for (const name of ['rail', 'road', 'stop']) expect(svg).toContain(`<path class="${name}"`);
	expect(svg.match(/class="(typed|ring)"/g)).toHaveLength(3);
	expect(brotliCompressSync(svg).length).toBeLessThanOrEqual(25_000);
	expect(resultFrame(['00000'])).toBeUndefined();
});

test('the whole region has the names of the cities, and the rings that the map has at each zoom', async () => {
	const desks = Array.from({ length: 120 }, (_, i) => ({
		lon: 3 + i / 60,
		lat: 50.8 + ((i * 7) % 40) / 100
	}));
	const kinds: Participation[] = ['none', 'none', 'both', 'gemeente', 'none', 'ocmw'];
	const svg = await renderOverviewSvg({
		participationByNis: new Map(
			municipalitiesWithin(MAP_BOUNDS).map((nisCode, i) => [nisCode, kinds[i % kinds.length] ?? 'none'])
		),
		matching: null,
		desks,
		names: inDutch([GENT, 'Gent'], ['11002', 'Antwerpen'], ['71072', 'Hasselt'], [DEINZE, 'Deinze']),
		title
	});
	assertWellFormed(svg);
	const groups = [...svg.matchAll(/<g class="z(\d)">(.*?)<\/g>/g)];
	expect(groups.map(([, zoom]) => zoom)).toEqual(['6', '7', '8']);
	for (const [, zoom, group = ''] of groups) {
		expect(namesOf(group), zoom).toEqual(expect.arrayContaining(['Antwerpen', 'Hasselt']));
		const counts = [...group.matchAll(/class="count"[^>]*>(\d+)</g)].map(([, count]) => Number(count));
		const hidden = counts.reduce((sum, count) => sum + count, 0);
		const single = /class="hole"[^>]* d="([^"]*)"/.exec(group)?.[1]?.split('h0').length ?? 1;
		expect(hidden + single - 1, zoom).toBe(desks.length);
	}
	expect(brotliCompressSync(svg).length).toBeLessThanOrEqual(25_000);
});

test('a desk of which the place is known only about is no door', async () => {
	const svg = await renderOverviewSvg({
		participationByNis: nobody,
		matching: null,
		desks: [{ lon: 3.7, lat: 51, locationApproximate: true }],
		title
	});
	expect(svg).toContain('<circle class="about"');
	expect(signsOf(svg)).toEqual([]);
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
