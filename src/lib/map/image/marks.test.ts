import { expect, test } from 'vitest';
import { CLUSTER_MAX_ZOOM } from '../clusters';
import { marksAt } from './marks.server';

/** Everywhere in the region: the same at each run. */
const everywhere = Array.from({ length: 50 }, (_, i) => ({
	lon: 2.6 + ((i * 0.754877) % 1) * 3.2,
	lat: 50.7 + ((i * 0.56984) % 1) * 0.8
}));

test('near by every desk stands by itself', () => {
	const marks = marksAt(everywhere)(CLUSTER_MAX_ZOOM + 1);
	expect(marks).toHaveLength(everywhere.length);
	expect(marks.every(({ count }) => count === 1)).toBe(true);
});
