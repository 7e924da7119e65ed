import type { GeoJSONSource, Map as MapLibreMap, MapGeoJSONFeature, MapMouseEvent, Point } from 'maplibre-gl';
import { LAYERS } from './layers';
import { SOURCES } from './sources';

/** What the reader points at: ids of a desk or a municipality. */
export type Pointed =
	| { kind: 'cluster'; feature: MapGeoJSONFeature }
	| { kind: 'desk'; id: string; nisCode: string; position: [number, number] }
	| { kind: 'municipality'; nisCode: string; position: [number, number] };

/** CSS pixels around the pointer in which a desk still counts as hit: icons are smaller than a finger. */
const REACH = 10;

export function pointedAt(
	map: MapLibreMap,
	{ point, lngLat }: { point: Point; lngLat: MapMouseEvent['lngLat'] }
) {
	const near: [[number, number], [number, number]] = [
		[point.x - REACH, point.y - REACH],
		[point.x + REACH, point.y + REACH]
	];
	const [hit] = map.queryRenderedFeatures(near, {
		layers: [LAYERS.clusters, LAYERS.desks, LAYERS.approximate]
	});
	if (hit)
		return hit.layer.id === LAYERS.clusters ? ({ kind: 'cluster', feature: hit } as const) : deskOf(hit);
	const [area] = map.queryRenderedFeatures(point, { layers: [LAYERS.municipalities] });
	if (!area) return null;
	return {
		kind: 'municipality',
		nisCode: String(area.properties.nisCode),
		position: lngLat.toArray()
	} satisfies Pointed;
}

function deskOf({ geometry, properties }: MapGeoJSONFeature): Pointed | null {
	if (geometry.type !== 'Point') return null;
	const [lon = 0, lat = 0] = geometry.coordinates;
	return {
		kind: 'desk',
		id: String(properties.id),
		nisCode: String(properties.nisCode),
		position: [lon, lat]
	};
}

/** Zooms in until a cluster falls apart. */
export async function openCluster(
	map: MapLibreMap,
	{ geometry, properties }: MapGeoJSONFeature
): Promise<void> {
	const source = map.getSource<GeoJSONSource>(SOURCES.desks);
	if (!source || geometry.type !== 'Point') return;
	const zoom = await source.getClusterExpansionZoom(Number(properties.cluster_id));
	const [lon = 0, lat = 0] = geometry.coordinates;
	map.easeTo({ center: [lon, lat], zoom, duration: 500 });
}
