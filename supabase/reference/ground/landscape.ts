import { readFileSync } from 'node:fs';
import type { Feature, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import * as v from 'valibot';
import { topologyOf } from '../../../src/lib/domain/place/topology.ts';
import type { GroundProperties } from '../../../src/lib/map/ground/groundTiles.ts';

/** The files in this folder that the ground is made of; see README.md for what is in them. */
export const LANDSCAPE_FILES = ['context-overview.topojson', 'context-detail.topojson'] as const;

export type LandscapeFeature = Feature<Geometry, GroundProperties>;
/** By the name of the object. */
export type Landscape = ReadonlyMap<string, readonly LandscapeFeature[]>;

const properties = v.strictObject({
	c: v.optional(v.picklist(['m', 't', 'p', 'r', 'c', 'f'])),
	n: v.optional(v.string()),
	nl: v.optional(v.string()),
	r: v.optional(v.string()),
	k: v.optional(v.picklist([1, 2, 3]))
});
/** What `feature` does with the lines is its own affair; what matters is the kind of geometry and what is said of it. */
const collection = v.looseObject({
	type: v.literal('GeometryCollection'),
	geometries: v.array(
		v.looseObject({
			type: v.picklist(['Point', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']),
			properties: v.optional(properties, {})
		})
	)
});
const both = {
	road: collection,
	sea: collection,
	urban: collection,
	water: collection,
	waterway: collection,
	wood: collection
};
const overview = topologyOf({
	...both,
	border: collection,
	frameborder: collection,
	framesea: collection,
	place: collection
});
const detail = topologyOf({ ...both, rail: collection, station: collection });

/**
 * Reads and checks both files.
 * @throws when one is missing or is not what README.md says
 */
export function readLandscape(folder: URL = new URL('./', import.meta.url)): {
	overview: Landscape;
	detail: Landscape;
} {
	const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
	const [overviewFile, detailFile] = LANDSCAPE_FILES;
	return {
		overview: landscapeOf(v.parse(overview, read(overviewFile))),
		detail: landscapeOf(v.parse(detail, read(detailFile)))
	};
}

function landscapeOf(topology: { objects: Record<string, unknown> }): Landscape {
	const checked = topology as unknown as Topology;
	return new Map(
		Object.entries(checked.objects).map(([name, object]) => {
			const features = feature(checked, object);
			return [name, 'features' in features ? (features.features as LandscapeFeature[]) : []];
		})
	);
}
