import type { ExpressionSpecification } from 'maplibre-gl';
import { MAP_BOUNDS } from '$lib/domain/place/mapFrame.ts';

/** The side of the whole area at which a name stands, close enough to run off a small map. */
export type Edge = 'west' | 'east' | 'none';

/** In degrees of longitude: half a name on the narrowest map. The names at the east are shorter. */
const NEAR_EDGE = { west: 0.7, east: 0.5 };

export function edgeOf([lon]: readonly [lon: number, lat: number]): Edge {
	const [west, , east] = MAP_BOUNDS;
	if (lon < west + NEAR_EDGE.west) return 'west';
	return lon > east - NEAR_EDGE.east ? 'east' : 'none';
}

const SIDES = [
	'top',
	'bottom',
	'left',
	'right',
	'top-left',
	'top-right',
	'bottom-left',
	'bottom-right'
] as const;
type Side = (typeof SIDES)[number];

/**
 * Where the name of a city may stand: in its middle or, around the desks that are drawn there, at ever larger distances, so
 * that it always finds a place. Of features with an `edge`, from which the name keeps away.
 */
export function cityNameAnchors(): ExpressionSpecification {
	return [
		'step',
		['zoom'],
		// Straight sideways a name would soon stand in another municipality on a small map.
		byEdge(
			SIDES.filter((side) => side !== 'left' && side !== 'right'),
			[0.7, 1.4]
		),
		7,
		byEdge(SIDES, [1.1, 2.1])
	];
}

/** @param distances in ems */
function byEdge(sides: readonly Side[], distances: readonly number[]): ExpressionSpecification {
	// An anchor is the part of the name at the place: a name anchored by its right side stands to the west.
	return [
		'match',
		['get', 'edge'],
		'west',
		anchors(
			sides.filter((side) => !side.endsWith('right')),
			distances
		),
		'east',
		anchors(
			sides.filter((side) => !side.endsWith('left')),
			distances
		),
		anchors(sides, distances)
	];
}

function anchors(sides: readonly Side[], distances: readonly number[]): ExpressionSpecification {
	const around = distances.flatMap((distance) => sides.flatMap((side) => [side, offset(side, distance)]));
	return ['literal', ['center', [0, 0], ...around]];
}

/** Away from the anchored side, the same distance in every direction. */
function offset(side: Side, distance: number): [x: number, y: number] {
	const x = side.endsWith('left') ? 1 : side.endsWith('right') ? -1 : 0;
	const y = side.startsWith('top') ? 1 : side.startsWith('bottom') ? -1 : 0;
	const length = distance / Math.hypot(x, y);
	return [x * length, y * length];
}
