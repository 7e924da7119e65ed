import { expect, test } from 'vitest';
import type { Box } from './boundaries';
import { boundsOf } from './resultBounds';

const boxes = new Map<string, Box>([
	['a', [3, 50.8, 3.2, 51]],
	['b', [4, 50.7, 4.1, 50.9]]
]);

test('the result is framed by the box around all its municipalities', () => {
	expect(boundsOf(['a', 'b'], boxes)).toEqual([3, 50.7, 4.1, 51]);
	expect(boundsOf(['b'], boxes)).toEqual([4, 50.7, 4.1, 50.9]);
});

test('a municipality that is not on the map does not disturb the frame', () => {
	expect(boundsOf(['a', 'unknown'], boxes)).toEqual([3, 50.8, 3.2, 51]);
});

test('an empty result has no frame', () => {
	expect(boundsOf([], boxes)).toBeNull();
	expect(boundsOf(['unknown'], boxes)).toBeNull();
});
