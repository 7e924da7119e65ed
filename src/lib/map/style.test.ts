import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { buildLayers } from './layers';
import { PALETTES, THEMES } from './palette';
import { drawImage } from './patterns';
import { buildSources } from './sources';
import { buildStyle } from './style';
import { servedBoundaries, smallDirectory } from './boundaries.fixture';

const sources = buildSources(servedBoundaries(), smallDirectory(), 'Statbel');

describe.each(THEMES)('the style in the %s theme', (theme) => {
	const style = buildStyle(theme, sources);

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
		expect(new Set(ids).size).toBe(4);
		for (const id of ids) expect(drawImage(id), id).toBeDefined();
	});

	test('tells who takes part by pattern as well as by colour', () => {
		const patterned = style.layers.find(({ id }) => id === 'participating-one');
		expect(patterned?.paint).toHaveProperty('fill-pattern');
	});

	test('differs from the other theme in colours and images alone', () => {
		const shape = buildLayers(theme, false).map(({ id, type }) => [id, type]);
		expect(
			buildLayers(theme === 'light' ? 'dark' : 'light', false).map(({ id, type }) => [id, type])
		).toEqual(shape);
	});

	test('lets an online map shine through instead of hiding it', () => {
		expect(buildLayers(theme, true).some(({ type }) => type === 'background')).toBe(false);
	});

	test('keeps words and signs apart from what lies beneath', () => {
		const { ink, paper, land, teal, desk, onDesk } = PALETTES[theme];
		expect(contrast(ink, paper)).toBeGreaterThan(7);
		expect(contrast(onDesk, desk)).toBeGreaterThan(4.5);
		expect(contrast(teal, land)).toBeGreaterThan(3);
		expect(contrast(desk, paper)).toBeGreaterThan(3);
	});
});

/** WCAG contrast ratio of two #rrggbb colours. */
function contrast(one: string, other: string): number {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
	const value = Number.parseInt(colour.slice(1), 16);
	const [red = 0, green = 0, blue = 0] = [value >> 16, (value >> 8) & 255, value & 255].map((channel) => {
		const share = channel / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
