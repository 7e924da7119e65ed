/** The landscape as path data of a picture. */
import { bboxClip } from '@turf/bbox-clip';
import type { Position } from 'geojson';
import type { Drawing, MercatorBox } from '$lib/domain/place/mapFrame';
import type { LandscapeFeature, MercatorPoint } from './landscape.server';
import { pathData, type Point } from './pathData';
import { sizeOf, thinned } from './thinned';

/** Units beyond the frame up to which is drawn, so that no line ends in sight; where nothing else is said. */
const BEYOND = 12;
/**
 * How fine: lines and outlines lose the corners that span less than `corner`, areas of less than `smallest` are left out; both in
 * square units. The surroundings of a door are worth more than those of a whole municipality, of which there is more.
 */
const FINENESS = {
	door: { corner: 3, smallest: 24, built: 3 },
	municipality: { corner: 12, smallest: 80, built: 60 },
	/** Of more than a map shows of it. */
	result: { corner: 20, smallest: 160, built: 110 }
};
/** Grown over by their names and by everything else: their edges may be coarser. */
const COARSE: ReadonlySet<string> = new Set(['wood', 'urban']);

/** By the classes of the look (see `theme.server.ts`), each in its order from below. */
const AREAS = ['sea', 'wood', 'urban', 'water'] as const;
const WAYS = ['waterway', 'rail', 'road', 'motorway', 'frontier'] as const;
export type GroundClass = (typeof AREAS)[number] | (typeof WAYS)[number];

/** Points of the Mercator square in units of a drawing of `box`. */
export function unitsOf(box: MercatorBox, { width }: Drawing): (point: MercatorPoint) => Point {
	const scale = width / box.width;
	return ([x, y]) => [(x - box.x) * scale, (y - box.y) * scale];
}

/** @returns path data by class; '' for what is not in the frame */
export function drawGround(
	features: readonly LandscapeFeature[],
	box: MercatorBox,
	drawing: Drawing,
	fineness: keyof typeof FINENESS,
	beyond = BEYOND
): Record<GroundClass, string> {
	const { corner, smallest, built } = FINENESS[fineness];
	const toUnits = unitsOf(box, drawing);
	const frame: [number, number, number, number] = [
		-beyond,
		-beyond,
		drawing.width + beyond,
		drawing.height + beyond
	];
	const partsOf = (name: GroundClass): Position[][] =>
		features
			.filter((feature) => classOf(feature) === name)
			.flatMap(({ parts }) => parts)
			.map((part) => part.map((point): Position => [...toUnits(point)]));
	const areas = AREAS.map((name) => {
		const rings = partsOf(name).flatMap((ring) => {
			const { geometry } = bboxClip({ type: 'Polygon', coordinates: [ring] }, frame);
			return geometry.type === 'Polygon' ? geometry.coordinates : [];
		});
		const [edge, least] = COARSE.has(name) ? [built, 4 * built] : [corner, smallest];
		const large = rings.filter((ring) => sizeOf(ring) >= least);
		return [name, pathData(thinned(large, edge), true)];
	});
	const ways = WAYS.map((name) => {
		const lines = partsOf(name).flatMap((line) => clippedLine(line, frame));
		return [name, pathData(thinned(lines, corner), false)];
	});
	return Object.fromEntries([...areas, ...ways]) as Record<GroundClass, string>;
}

/** What of a line is in a rectangle. */
export function clippedLine(line: Position[], frame: [number, number, number, number]): Position[][] {
	const { geometry } = bboxClip({ type: 'LineString', coordinates: line }, frame);
	if (geometry.type === 'MultiLineString') return geometry.coordinates;
	return geometry.type === 'LineString' && geometry.coordinates.length > 1 ? [geometry.coordinates] : [];
}

function classOf({ layer, properties }: LandscapeFeature): GroundClass | undefined {
	if (layer === 'road') return properties.c === 'm' ? 'motorway' : 'road';
	if (layer === 'border') return 'frontier';
	return layer === 'station' || layer === 'place' ? undefined : layer;
}
