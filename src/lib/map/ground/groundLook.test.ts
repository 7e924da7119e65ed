import { describe, expect, test } from 'vitest';
import { contrast, mixed } from '../contrast.fixture';
import { PALETTES, THEMES } from '../palette';
import { at, GROUND_PALETTES, NAME_ZOOMS, PARTICIPATION_OPACITY } from './groundLook';

const ENOUGH = 4.5;

describe.each(THEMES)('words in the %s theme', (theme) => {
	const ground = GROUND_PALETTES[theme];
	const { land, teal, ink } = PALETTES[theme];
	const ours = { land, wood: ground.wood, urban: ground.urban, water: ground.water };

	/** Every colour that a word from a zoom on can stand on among our municipalities, of those that take part too. */
	const under = (zoom: number) =>
		Object.entries(ours).flatMap(([name, colour]): [string, string][] => [
			[name, colour],
			[`${name} that takes part`, mixed(teal, colour, at(PARTICIPATION_OPACITY[theme], zoom))]
		]);

	test.each([
		['of municipalities', ink, 0],
		['of water', ground.waterName, NAME_ZOOMS.water],
		['of motorways', ground.roadNumber, NAME_ZOOMS.motorway],
		['of stations', ground.stationName, NAME_ZOOMS.station],
		['of villages', ground.villageName, NAME_ZOOMS.village]
	])('%s can be read on every ground', (_, colour, zoom) => {
		for (const [name, below] of under(zoom))
			expect(contrast(colour, below), `on ${name}`).toBeGreaterThanOrEqual(ENOUGH);
	});

	test('of towns outside can be read on land, woods, streets and sea', () => {
		for (const below of [ground.neighbours, ground.wood, ground.urban, ground.water])
			expect(contrast(ground.townName, below), below).toBeGreaterThanOrEqual(ENOUGH);
	});

	test('stand on a ground that is paler than who takes part', () => {
		for (const [name, colour] of Object.entries(ours))
			expect(contrast(teal, colour), name).toBeGreaterThan(name === 'land' ? 3 : 2.9);
	});
});

test('between two zooms a value changes evenly, and stays outside them', () => {
	const stops = [
		[8, 0.5],
		[10, 0.3],
		[12, 0.1]
	] as const;
	expect([6, 8, 9, 10, 11, 12, 15].map((zoom) => at(stops, zoom).toFixed(2))).toEqual([
		'0.50',
		'0.50',
		'0.40',
		'0.30',
		'0.20',
		'0.10',
		'0.10'
	]);
});
