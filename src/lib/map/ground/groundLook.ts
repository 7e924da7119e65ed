/**
 * What of the ground is drawn how, and from which zoom: pale, so that who takes part remains what the map says. The server's
 * picture of the map draws by the same.
 */
import type { Theme } from '../palette';

export interface GroundPalette {
	/** Land outside our municipalities. */
	neighbours: string;
	/** The sea as well. */
	water: string;
	wood: string;
	urban: string;
	motorway: string;
	/** Any other road that is drawn. */
	road: string;
	rail: string;
	/** Between countries. */
	border: string;
	waterName: string;
	roadNumber: string;
	stationName: string;
	villageName: string;
	/** A town outside our municipalities. */
	townName: string;
}

export const GROUND_PALETTES: Record<Theme, GroundPalette> = {
	light: {
		neighbours: '#f6f3eb',
		water: '#b9d8e4',
		wood: '#d6e1c5',
		urban: '#e0d7c8',
		motorway: '#d9a066',
		road: '#c6b9a2',
		rail: '#8b8577',
		border: '#8f8777',
		waterName: '#123a4f',
		roadNumber: '#463618',
		stationName: '#2d3234',
		villageName: '#3a3f40',
		townName: '#4f4b43'
	},
	dark: {
		neighbours: '#191f21',
		water: '#1d3b49',
		wood: '#22312a',
		urban: '#2f383b',
		motorway: '#8d7f5e',
		road: '#56605f',
		rail: '#67727a',
		border: '#6d797f',
		waterName: '#b4e0ef',
		roadNumber: '#e6dabd',
		stationName: '#dee1de',
		villageName: '#d9dedc',
		townName: '#aab2b3'
	}
};

/** A value that changes with the zoom: at each zoom so much, and in between evenly; outside as at the end. */
export type Stops = readonly (readonly [zoom: number, value: number])[];

/** CSS pixels. */
export const GROUND_WIDTHS = {
	waterway: [
		[6, 0.6],
		[9, 1.2],
		[12, 3]
	],
	motorway: [
		[6, 0.7],
		[9, 1.6],
		[12, 3.6]
	],
	road: [
		[8, 0.4],
		[9, 0.8],
		[12, 2.2]
	],
	rail: [
		[9, 0.7],
		[12, 1.6]
	],
	border: [
		[6, 0.8],
		[11, 1.6]
	]
} as const satisfies Record<string, Stops>;

/** Roads other than motorways: before, they would be a net over everything. */
export const ROAD_ZOOM = 8;

/**
 * How much of its colour a municipality has that takes part: on the whole region the message, near by the ground is. The names
 * on it must stay readable, so never more than half.
 */
export const PARTICIPATION_OPACITY: Record<Theme, Stops> = {
	light: [
		[7.5, 0.5],
		[9, 0.34],
		[12, 0.1]
	],
	dark: [
		[7.5, 0.4],
		[9, 0.27],
		[12, 0.1]
	]
};

/** Part of that for a municipality that does not answer the search, and so for its land and its line. */
export const FADED_OPACITY = 0.25;

/** Borders of ours, in CSS pixels. */
export const BORDER_WIDTHS = {
	municipality: [
		[6, 0.4],
		[8, 0.8],
		[11, 1.6]
	],
	/** Around one that takes part, in its full colour. */
	participating: [
		[6, 0.5],
		[8, 1],
		[11, 1.8]
	],
	province: [
		[6, 0.9],
		[8, 1.6],
		[11, 3]
	]
} as const satisfies Record<string, Stops>;

/** From which zoom names of the ground stand on the map. */
export const NAME_ZOOMS = {
	water: 9,
	motorway: 8.5,
	road: 10.5,
	station: 9,
	village: 9,
	/** Outside our municipalities. */
	city: 6.5,
	town: 8.5
} as const;

/** @returns the value at a zoom */
export function at(stops: Stops, zoom: number): number {
	const after = stops.findIndex(([from]) => from > zoom);
	const [here, next] = [stops.at(after < 0 ? -1 : Math.max(after - 1, 0)), stops.at(after)];
	if (!here || !next) return 0;
	if (after <= 0) return here[1];
	return here[1] + ((next[1] - here[1]) * (zoom - here[0])) / (next[0] - here[0]);
}
