import { expect, test } from 'vitest';
import { joined } from './ranges.ts';

const ranges = (...pairs: [number, number][]) => pairs.map(([from, to]) => ({ from, to }));
const ends = (found: { from: number; to: number }[]) => found.map(({ from, to }) => [from, to]);

test('what lies close together is read at once, the closest first, with a twentieth too much at most', () => {
	expect(ends(joined(ranges([0, 100], [100, 200], [204, 300], [306, 400], [500, 600])))).toEqual([
		[0, 400],
		[500, 600]
	]);
	expect(ends(joined(ranges([0, 100], [105, 200], [220, 300])))).toEqual([
		[0, 200],
		[220, 300]
	]);
});

test('nothing that is joined is longer than a part may be, and each part says what it holds', () => {
	const found = joined(ranges([0, 60], [60, 100], [100, 160], [160, 400]), 120);
	expect(ends(found)).toEqual([
		[0, 100],
		[100, 160],
		[160, 400]
	]);
	expect(found[0]?.holds).toEqual(ranges([0, 60], [60, 100]));
	expect(joined([])).toEqual([]);
});
