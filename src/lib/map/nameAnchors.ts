import type { ExpressionSpecification } from 'maplibre-gl';
import { MAP_BOUNDS } from '$lib/domain/place/mapFrame.ts';
import { cityRank } from './labels';

/** The side of the whole area at which a name stands, close enough to run off a small map. */
export type Edge = 'west' | 'east' | 'none';

/** In degrees of longitude: half a name on the narrowest map. The names at the east are shorter. */
const NEAR_EDGE = { west: 0.7, east: 0.5 };

export function edgeOf([lon]: readonly [lon: number, lat: number]): Edge {
	const [west, , east] = MAP_BOUNDS;
	if (lon < west + NEAR_EDGE.west) return 'west';
	return lon > east - NEAR_EDGE.east ? 'east' : 'none';
}

/** The part of a name that is nearest to its place, the best first: a name anchored by its right side stands to the west. */
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

/** From here on there is room for every city. */
const ROOMY_ZOOM = 7;
/** In ems: on a small map a name far from its place would soon stand in another town. */
const DISTANCES = { roomy: [1.1, 2.1], small: [0.6, 1.1], smallOfLargest: [0.6, 1.1, 1.7] };
/** As many cities as are named on the smallest map, where a ring stands in the place of nearly each. */
const LARGEST = 7;
const LAST_OF_LARGEST = cityRank(LARGEST - 1);

/** Where the name of a city may stand: in its middle or, around the desks that are drawn there, at ever larger distances. */
export interface NamePlace {
	/** null = its middle is there. */
	side: Side | null;
	/** From the place to the side, in ems, rightward and downward. */
	offset: [x: number, y: number];
}

/** Of a city, the best first. @param rank see `labelRank` */
export function cityNamePlaces(zoom: number, rank: number, edge: Edge): NamePlace[] {
	if (zoom >= ROOMY_ZOOM) return places(edge, DISTANCES.roomy);
	return places(edge, rank <= LAST_OF_LARGEST ? DISTANCES.smallOfLargest : DISTANCES.small);
}

/** The same as a style says it: of features with a `rank` and an `edge`, from which the name keeps away. */
export function cityNameAnchors(): ExpressionSpecification {
	return [
		'step',
		['zoom'],
		[
			'case',
			['<=', ['get', 'rank'], LAST_OF_LARGEST],
			byEdge(DISTANCES.smallOfLargest),
			byEdge(DISTANCES.small)
		],
		ROOMY_ZOOM,
		byEdge(DISTANCES.roomy)
	];
}

function byEdge(distances: readonly number[]): ExpressionSpecification {
	const anchors = (edge: Edge): ExpressionSpecification => [
		'literal',
		places(edge, distances).flatMap(({ side, offset }) => [side ?? 'center', offset])
	];
	return ['match', ['get', 'edge'], 'west', anchors('west'), 'east', anchors('east'), anchors('none')];
}

function places(edge: Edge, distances: readonly number[]): NamePlace[] {
	const away = { west: 'right', east: 'left', none: null }[edge];
	const sides = SIDES.filter((side) => !away || !side.endsWith(away));
	return [
		{ side: null, offset: [0, 0] },
		...distances.flatMap((distance) => sides.map((side) => ({ side, offset: offsetOf(side, distance) })))
	];
}

/** Away from the anchored side, the same distance in every direction. */
function offsetOf(side: Side, distance: number): [x: number, y: number] {
	const [x, y] = directionOf(side);
	const length = distance / Math.hypot(x, y);
	return [x * length, y * length];
}

/** From a place to the middle of a name that is anchored there by a side: -1, 0 or 1, rightward and downward. */
export function directionOf(side: Side): [x: number, y: number] {
	return [
		side.endsWith('left') ? 1 : side.endsWith('right') ? -1 : 0,
		side.startsWith('top') ? 1 : side.startsWith('bottom') ? -1 : 0
	];
}
