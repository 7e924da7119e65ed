import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { contrast } from './contrast.fixture';
import { GROUND_LAYERS } from './ground/groundTiles';
import { buildLayers, isGround, LAYERS } from './layers';
import { PALETTES, THEMES } from './palette';
import { drawImage } from './patterns';
import { buildSources } from './sources';
import { buildStyle } from './style';
import { servedBoundaries, smallDirectory } from './boundaries.fixture';

const sources = buildSources(servedBoundaries(), smallDirectory(), 'Statbel');
const ground = { type: 'vector', tiles: ['pmtiles:///ground.pmtiles/{z}/{x}/{y}'] } as const;
const looks = { locale: 'nl', overBasemap: false } as const;

describe.each(THEMES)('the style in the %s theme', (theme) => {
	const style = buildStyle(theme, 'nl', sources, { ...ground, tiles: [...ground.tiles] });

	test('is valid to the MapLibre style specification', () => {
		expect(validateStyleMin(style)).toEqual([]);
	});

	test('asks nothing of another server', () => {
		const { layers, 'font-faces': fonts } = style;
		expect(style.glyphs).toBeUndefined();
		expect(style.sprite).toBeUndefined();
		expect(JSON.stringify({ layers, fonts })).not.toMatch(/https?:/);
	});

	test('draws every image it names', () => {
		const ids = JSON.stringify(style.layers).match(/(?<=")[a-z]+:(?:light|dark)(?=")/g) ?? [];
		expect(new Set(ids).size).toBe(5);
		for (const id of ids) expect(drawImage(id), id).toBeDefined();
	});

	test('tells who takes part by pattern as well as by colour', () => {
		const patterned = style.layers.find(({ id }) => id === 'participating-one');
		expect(patterned?.paint).toHaveProperty('fill-pattern');
	});

	test('differs from the other theme in colours and images alone', () => {
		const shape = buildLayers({ ...looks, theme }).map(({ id, type }) => [id, type]);
		expect(
			buildLayers({ ...looks, theme: theme === 'light' ? 'dark' : 'light' }).map(({ id, type }) => [id, type])
		).toEqual(shape);
	});

	test('lets an online map shine through instead of hiding it, and draws no ground on it', () => {
		const layers = buildLayers({ ...looks, theme, overBasemap: true });
		expect(layers.some(({ type }) => type === 'background')).toBe(false);
		expect(layers.filter(isGround).map(({ layout }) => layout?.visibility)).toContain('none');
		expect(layers.filter(isGround).map(({ layout }) => layout?.visibility)).not.toContain('visible');
	});

	test('has the sea under our municipalities, so that their border is the coast, and the land on them', () => {
		const order = style.layers.map(({ id }) => id);
		const inOrder = [
			'paper',
			'ground-sea',
			LAYERS.land,
			'ground-urban',
			'ground-water',
			LAYERS.municipalities
		];
		expect(order.filter((id) => inOrder.includes(id))).toEqual(inOrder);
		expect(order.indexOf('ground-motorway')).toBeGreaterThan(order.indexOf(LAYERS.municipalities));
	});

	test('gives our names and desks their place before any name of the ground', () => {
		const symbols = style.layers.filter(({ type }) => type === 'symbol');
		const [first] = symbols.filter((layer) => !isGround(layer));
		// What is drawn last has its place first.
		expect(symbols.slice(symbols.findIndex(({ id }) => id === first?.id)).filter(isGround)).toEqual([]);
		expect(symbols.some(isGround)).toBe(true);
	});

	test('draws only what the tiles hold', () => {
		const drawn = style.layers
			.filter(isGround)
			.map((layer) => ('source-layer' in layer ? layer['source-layer'] : ''));
		expect(new Set(drawn)).toEqual(new Set(GROUND_LAYERS));
	});

	test('keeps words and signs apart from what lies beneath', () => {
		const { ink, paper, land, teal, desk, onDesk } = PALETTES[theme];
		expect(contrast(ink, paper)).toBeGreaterThan(7);
		expect(contrast(onDesk, desk)).toBeGreaterThan(4.5);
		expect(contrast(teal, land)).toBeGreaterThan(3);
		expect(contrast(desk, paper)).toBeGreaterThan(3);
	});
});
