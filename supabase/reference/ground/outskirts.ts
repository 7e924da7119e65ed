import type { Position } from 'geojson';
import KDBush from 'kdbush';
import { FADE_STEPS } from '../../../src/lib/map/ground/groundTiles.ts';
import type { Sources } from '../sources.ts';
import type { LandscapeFeature } from './landscape.ts';

/** How far outside our municipalities the detailed shapes go, in degrees of latitude: 6 km. */
const MARGIN = 0.054;
/** A degree of longitude at 51° north in degrees of latitude. */
const SQUEEZE = 0.63;

/** Whether a place lies where there are detailed shapes: no municipality is so large that its middle is far from a border. */
export type IsNear = (place: Position) => boolean;

export function nearOurs({ polygons }: Sources): IsNear {
	const corners = [...polygons.values()].flatMap(({ geometry }) =>
		(geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()).flat()
	);
	const index = new KDBush(corners.length);
	for (const [lon = 0, lat = 0] of corners) index.add(lon * SQUEEZE, lat);
	index.finish();
	return ([lon = 0, lat = 0]) => index.within(lon * SQUEEZE, lat, MARGIN).length > 0;
}

/**
 * What of coarse shapes lies outside the detailed ones: lines up to where those begin, areas that lie mostly outside. Without
 * it a motorway would end 6 km behind the border.
 */
export function outside(features: readonly LandscapeFeature[], isNear: IsNear): LandscapeFeature[] {
	return features.flatMap((one): LandscapeFeature[] => {
		const { geometry } = one;
		switch (geometry.type) {
			case 'Point':
				return isNear(geometry.coordinates) ? [] : [one];
			case 'LineString':
				return linesOf(one, [geometry.coordinates], isNear);
			case 'MultiLineString':
				return linesOf(one, geometry.coordinates, isNear);
			case 'Polygon':
				return isMostlyOutside(geometry.coordinates.flat(), isNear) ? [one] : [];
			default:
				throw new Error(`${geometry.type} among the coarse shapes`);
		}
	});
}

function linesOf(one: LandscapeFeature, lines: readonly Position[][], isNear: IsNear): LandscapeFeature[] {
	const kept = lines.flatMap((line) => runsOutside(line, isNear));
	if (kept.length === 0) return [];
	return [{ ...one, geometry: { type: 'MultiLineString', coordinates: kept } }];
}

/** Parts of a line, each with the first point inside on either side, so that it meets the detailed one. */
function runsOutside(line: readonly Position[], isNear: IsNear): Position[][] {
	const runs: Position[][] = [];
	let run: Position[] | null = null;
	let before: Position | null = null;
	for (const point of line) {
		if (isNear(point)) {
			run?.push(point);
			run = null;
		} else if (run) {
			run.push(point);
		} else {
			run = before ? [before, point] : [point];
			runs.push(run);
		}
		before = point;
	}
	return runs.filter(({ length }) => length > 1);
}

const isMostlyOutside = (points: readonly Position[], isNear: IsNear): boolean =>
	points.filter(isNear).length < points.length / 2;

/** How far each step of the fading goes, in degrees. */
const FADE_STEP = 0.1;

/**
 * Lines that fade towards the edge of what is known: cut off there, they would show that edge.
 * @param frame west, south, east, north
 */
export function faded(
	features: readonly LandscapeFeature[],
	[west, south, east, north]: readonly [number, number, number, number]
): LandscapeFeature[] {
	const stepAt = ([lon = 0, lat = 0]: Position) => {
		const inside = Math.min(lon - west, lat - south, east - lon, north - lat);
		return Math.max(FADE_STEPS - Math.max(Math.floor(inside / FADE_STEP), 0), 0);
	};
	return features.flatMap((one): LandscapeFeature[] => {
		const { geometry } = one;
		if (geometry.type !== 'LineString' && geometry.type !== 'MultiLineString') return [one];
		const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
		const pieces = lines.flatMap((line) => runsBy(line, stepAt));
		return [...Map.groupBy(pieces, ({ step }) => step)].map(([step, some]) => ({
			...one,
			geometry: { type: 'MultiLineString', coordinates: some.map(({ run }) => run) },
			properties: { ...one.properties, ...(step > 0 ? { f: step } : {}) }
		}));
	});
}

/** A line in pieces of one step each, by the middle of its parts; they share the points where they meet. */
function runsBy(
	line: readonly Position[],
	stepAt: (place: Position) => number
): { step: number; run: Position[] }[] {
	const runs: { step: number; run: Position[] }[] = [];
	for (const [i, to] of line.entries()) {
		const from = line[i - 1];
		if (!from) continue;
		const step = stepAt([((from[0] ?? 0) + (to[0] ?? 0)) / 2, ((from[1] ?? 0) + (to[1] ?? 0)) / 2]);
		const last = runs.at(-1);
		if (last?.step === step) last.run.push(to);
		else runs.push({ step, run: [from, to] });
	}
	return runs;
}
