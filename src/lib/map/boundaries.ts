import type { FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { BoundaryTopology } from '$lib/domain/place/topology';

/** west, south, east, north, in degrees. */
export type Box = [number, number, number, number];

type MunicipalityProperties =
	BoundaryTopology['objects']['municipalities']['geometries'][number]['properties'];

export interface Boundaries {
	municipalities: FeatureCollection<Polygon | MultiPolygon, MunicipalityProperties>;
	/** Every border once, and not once for each side. */
	provinceLines: MultiLineString;
	boxes: ReadonlyMap<string, Box>;
	labels: ReadonlyMap<string, [number, number]>;
}

/** Turns the one compact file of boundaries into what MapLibre draws. */
export function decodeBoundaries(topology: BoundaryTopology): Boundaries {
	const { municipalities: areas, provinces } = topology.objects;
	const municipalities = feature(topology, areas) as Boundaries['municipalities'];
	return {
		municipalities,
		provinceLines: mesh(topology, provinces),
		boxes: new Map(
			municipalities.features.map(({ properties, geometry }) => [properties.nisCode, boxOf(geometry)])
		),
		labels: new Map(municipalities.features.map(({ properties }) => [properties.nisCode, properties.label]))
	};
}

function boxOf(geometry: Polygon | MultiPolygon): Box {
	const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
	const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [lon = NaN, lat = NaN] of rings.flat()) {
		box[0] = Math.min(box[0], lon);
		box[1] = Math.min(box[1], lat);
		box[2] = Math.max(box[2], lon);
		box[3] = Math.max(box[3], lat);
	}
	return box;
}
