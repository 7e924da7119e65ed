import { expect, test } from 'vitest';
import { drawingOf, fitInto, MAP_BOUNDS, MAP_PADDING_PX, mercator, mercatorBox } from './mapFrame.ts';

test('the Mercator square is the one of the web maps', () => {
	expect(mercator([0, 0])).toEqual([0.5, expect.closeTo(0.5, 12)]);
	expect(mercator([180, 0])[0]).toBe(1);
	expect(mercator([0, 85.0511287798066])[1]).toBeCloseTo(0, 12);
	// The same projection written in another way.
	const lat = 50.85;
	expect(mercator([4.35, lat])[1]).toBeCloseTo(
		(1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2,
		12
	);
});

test('a drawing puts the north-west of its box at 0, 0 and keeps the proportions', () => {
	const [west, south, east, north] = MAP_BOUNDS;
	const drawing = drawingOf(mercatorBox(MAP_BOUNDS), 2000);
	expect(drawing.project([west, north])).toEqual([expect.closeTo(0, 6), expect.closeTo(0, 6)]);
	const [right, bottom] = drawing.project([east, south]);
	expect(right).toBeCloseTo(2000, 6);
	expect(bottom).toBeCloseTo(drawing.height, 6);
	// A kilometre is as long east as north, here in the middle of the map.
	const [x0, y0] = drawing.project([4.2, 51.1]);
	const [x1] = drawing.project([4.2 + 1 / (111.32 * Math.cos((51.1 * Math.PI) / 180)), 51.1]);
	const [, y1] = drawing.project([4.2, 51.1 - 1 / 111.32]);
	expect(x1 - x0).toBeCloseTo(y1 - y0, 1);
});

test.each([
	{ width: 1000, height: 400 },
	{ width: 320, height: 640 }
])('in $width x $height pixels the bounds are centred inside the padding', (container) => {
	const box = mercatorBox(MAP_BOUNDS);
	const { left, top, scale, zoom } = fitInto(box, container);
	expect(Math.min(left, top)).toBeCloseTo(MAP_PADDING_PX, 9);
	expect(2 * left + box.width * scale).toBeCloseTo(container.width, 9);
	expect(2 * top + box.height * scale).toBeCloseTo(container.height, 9);
	expect(512 * 2 ** zoom).toBeCloseTo(scale, 6);
});
