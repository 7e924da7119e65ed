import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { contrast, mixed } from '../contrast.fixture';
import { FONT } from '../font';
import { at, PARTICIPATION_OPACITY } from '../ground/groundLook';
import { PALETTES, THEMES } from '../palette';
import { FONT_FACES } from '../style';
import type { Streets } from './streets';
import { streetLayers, type StreetLayers } from './streetsLayers';
import { STREET_PALETTES } from './streetsLook';

const STREETS: Streets = {
	kind: 'streets',
	path: '/kaart/straten.pmtiles?v=x',
	schema: 'protomaps',
	minZoom: 0,
	maxZoom: 14,
	bounds: [2.5, 50.6, 6, 51.6],
	day: null
};
const ENOUGH = 4.5;

/** Every colour that is written in a part of a style. */
const coloursIn = (part: unknown): string[] =>
	JSON.stringify(part ?? '').match(/#[\da-f]{3,8}\b|rgba?\([^)]*\)/gi) ?? [];
const paintOf = (layers: StreetLayers['areas'], name: string) =>
	layers.flatMap(({ paint }) => coloursIn((paint as Record<string, unknown> | undefined)?.[name]));

describe.each(THEMES)('streets in the %s theme', (theme) => {
	const { areas, ways, names } = streetLayers(STREETS, theme, 'nl');
	const all = [...areas, ...ways, ...names];
	const { teal, land } = PALETTES[theme];

	test('are a valid style, without an image or a glyph of elsewhere', () => {
		const style = {
			version: 8 as const,
			sources: { streets: { type: 'vector' as const, tiles: ['pmtiles://x/{z}/{x}/{y}'] } },
			layers: all,
			'font-faces': FONT_FACES
		};
		expect(validateStyleMin(style)).toEqual([]);
		const written = JSON.stringify(all);
		expect(written).not.toMatch(/https?:|icon-image|fill-pattern|Noto/);
		expect(new Set(written.match(/"text-font":\["[^"]*"\]/g))).toEqual(new Set([`"text-font":["${FONT}"]`]));
	});

	test('begin where our ground gives way, and bear no name of ours', () => {
		for (const { id, minzoom } of all) expect(minzoom, id).toBeGreaterThanOrEqual(13);
		expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
		expect(all.every(({ id }) => id.startsWith('streets-'))).toBe(true);
		expect(names.map(({ id }) => id)).not.toContain('streets-places_locality');
	});

	test('have names that can be read on every ground, also of who takes part, and on the streets themselves', () => {
		const seen = new Set([land, ...paintOf(areas, 'fill-color')].filter((colour) => colour.length === 7));
		const opacity = at(PARTICIPATION_OPACITY[theme], 13);
		const under = [...seen].flatMap((colour) => [colour, mixed(teal, colour, opacity)]);
		// Railways and borders are thin lines, from which a name stands off by its halo.
		const roads = ways.filter(({ id }) => !/rail$|boundaries/.test(id));
		const on = [...under, ...paintOf(roads, 'line-color').filter((colour) => colour.length === 7)];
		const texts = new Set(paintOf(names, 'text-color'));
		expect(seen.size).toBeGreaterThan(6);
		expect(texts.size).toBeGreaterThan(2);
		for (const text of texts)
			for (const below of on)
				expect(contrast(text, below), `${text} on ${below}`).toBeGreaterThanOrEqual(ENOUGH);
	});

	test('have every colour of this theme', () => {
		const ours = new Set([
			...Object.values(STREET_PALETTES[theme]),
			...(JSON.stringify(streetLayers(STREETS, theme, 'nl')).match(/#[\da-f]{6}/g) ?? [])
		]);
		const other = theme === 'light' ? 'dark' : 'light';
		for (const colour of Object.values(STREET_PALETTES[other])) expect(ours).not.toContain(colour);
	});

	test('stay paler than who takes part', () => {
		const { street, mainRoad, motorway, building } = STREET_PALETTES[theme];
		for (const colour of [street, mainRoad, motorway, building])
			expect(contrast(teal, colour)).toBeGreaterThan(2.9);
	});
});

test.each(['nl', 'fr', 'en'] as const)('names are in the language of the page: %s', (locale) => {
	const { names } = streetLayers(STREETS, 'light', locale);
	const streets = names.find(({ id }) => id === 'streets-roads_labels_minor');
	expect(streets?.layout).toMatchObject({
		'text-field': ['coalesce', ['get', `name:${locale}`], ['get', 'name']]
	});
});

test('tiles that begin nearer are not drawn before', () => {
	const { areas } = streetLayers({ ...STREETS, minZoom: 14 }, 'light', 'nl');
	expect(areas.every(({ minzoom = 0 }) => minzoom >= 14)).toBe(true);
});
