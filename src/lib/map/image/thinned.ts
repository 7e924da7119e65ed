import type { Position } from 'geojson';
import { presimplify } from 'topojson-simplify';
import type { Point } from './pathData.ts';

/**
 * Lines or rings in whole units of a drawing.
 * @param corner they lose the corners that span less than this, in square units
 */
export function thinned(all: readonly Position[][], corner: number): Point[][] {
	const arcs = all.filter(({ length }) => length > 1);
	return presimplify({ type: 'Topology', objects: {}, arcs }).arcs.map((line) =>
		line
			.filter(([, , weight = 0]) => weight >= corner)
			.map(([x = 0, y = 0]): Point => [Math.round(x), Math.round(y)])
	);
}

/** Of a ring, in square units. */
export function sizeOf(ring: readonly (Point | Position)[]): number {
	return Math.abs(
		ring.reduce((sum, [x = 0, y = 0], i) => {
			const [nextX = x, nextY = y] = ring[(i + 1) % ring.length] ?? [];
			return sum + (x * nextY - nextX * y) / 2;
		}, 0)
	);
}
