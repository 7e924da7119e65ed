import { expect, test } from 'vitest';
import { shiftInto } from './shiftInto';

const map = { left: 0, top: 100, right: 360, bottom: 493 };
const box = (left: number, top: number, width = 278, height = 220) => ({
	left,
	top,
	right: left + width,
	bottom: top + height
});

test('a popup that is whole stays where it is', () => {
	expect(shiftInto(box(20, 150), map, 8)).toEqual([0, 0]);
	expect(shiftInto(box(8, 108), map, 8)).toEqual([0, 0]);
});

test('a popup that sticks out comes inside, with a margin', () => {
	expect(shiftInto(box(139, 293), map, 8)).toEqual([139 + 278 - 352, 293 + 220 - 485]);
	expect(shiftInto(box(-20, 90), map, 8)).toEqual([-28, -18]);
});

test('of a popup that is too large the corner with the button to close is in view', () => {
	const [x, y] = shiftInto(box(30, 120, 400, 500), map, 8);
	expect(30 + 400 - x).toBe(352);
	expect(120 - y).toBe(108);
	expect(shiftInto(box(-100, 90, 400, 500), map, 8)).toEqual([-52, -18]);
});
