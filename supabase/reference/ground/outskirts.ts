import type { Position } from 'geojson';
import KDBush from 'kdbush';
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
