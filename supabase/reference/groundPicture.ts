import { bboxClip } from '@turf/bbox-clip';
import type { Position } from 'geojson';
import { drawingOf, MAP_BOUNDS, mercatorBox } from '../../src/lib/domain/place/mapFrame.ts';
import { GROUND_WIDTH, type GroundPicture } from '../../src/lib/map/image/groundPicture.ts';
import { pathData, type Point } from '../../src/lib/map/image/pathData.ts';
import { sizeOf, thinned } from '../../src/lib/map/image/thinned.ts';
import { groundLayers, type Layers } from './ground/groundLayers.ts';
import { readLandscape, type LandscapeFeature } from './ground/landscape.ts';
import type { Sources } from './sources.ts';

/** What a map of the region shows around it when it is as high as wide, about: west, south, east, north in degrees. */
const AROUND: [number, number, number, number] = [1.8, 49.4, 6.7, 52.6];

const drawing = drawingOf(mercatorBox(MAP_BOUNDS), GROUND_WIDTH);

/**
 * The coarse ground as path data of the picture of the whole region: JSON of `GroundPicture`. Of roads the motorways, as the map
 * draws no others at that zoom.
 */
export function groundPicture(sources: Sources): string {
	const { coarse } = groundLayers(readLandscape(), sources);
	const motorways = coarse.road.filter(({ properties }) => properties.c === 'm');
	const ground: GroundPicture = {
		sea: areas(coarse.sea, 12, 40),
		wood: areas(coarse.wood, 48, 170),
		urban: areas(coarse.urban, 36, 84),
		water: areas(coarse.water, 6, 8),
		waterway: lines(coarse.waterway, 12),
		motorway: lines(motorways, 12),
		frontier: lines(coarse.border, 20)
	};
	return JSON.stringify(ground);
}

/**
 * @param corner lines lose the corners that span less than this, in square units
 * @param smallest areas of less are left out
 */
const areas = (features: Layers['sea'], corner: number, smallest: number): string =>
	pathData(
		thinned(features.flatMap(rings).map(inUnits), corner).filter(
			(ring) => sizeOf(ring) >= (isOurs(ring) ? smallest : 3 * smallest)
		),
		true
	);

const lines = (features: Layers['sea'], corner: number): string =>
	pathData(thinned(features.flatMap(parts).map(inUnits), corner), false);

const inUnits = (line: Position[]): Position[] =>
	line.map(([lon = 0, lat = 0]) => drawing.project([lon, lat]));

function rings({ geometry }: LandscapeFeature): Position[][] {
	if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
	const clipped = bboxClip(geometry, AROUND).geometry;
	if (clipped.type === 'MultiPolygon') return clipped.coordinates.flat();
	return clipped.type === 'Polygon' ? clipped.coordinates : [];
}

function parts({ geometry }: LandscapeFeature): Position[][] {
	if (geometry.type !== 'LineString' && geometry.type !== 'MultiLineString') return [];
	const clipped = bboxClip(geometry, AROUND).geometry;
	if (clipped.type === 'MultiLineString') return clipped.coordinates;
	return clipped.type === 'LineString' ? [clipped.coordinates] : [];
}

/** Outside, what is large does to find one's bearings. */
const isOurs = (ring: readonly Point[]): boolean =>
	ring.some(([x, y]) => x >= 0 && x <= drawing.width && y >= 0 && y <= drawing.height);
