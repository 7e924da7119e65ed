import type { Feature, FeatureCollection, Point } from 'geojson';
import type { GeoJSONSourceSpecification } from 'maplibre-gl';
import type { Boundaries } from './boundaries';
import { CLUSTER_MAX_ZOOM, CLUSTER_RADIUS } from './clusters';
import { labelRank } from './labels';
import { edgeOf } from './nameAnchors';
import { participationOf } from './participation';
import type { MapData, MapDesk } from './mapData';

export const SOURCES = {
	municipalities: 'municipalities',
	provinces: 'province-lines',
	names: 'municipality-names',
	desks: 'desks'
} as const;
export type SourceId = (typeof SOURCES)[keyof typeof SOURCES];

/**
 * The map's sources. What never changes while the page is open (who takes part) is a property; what follows the reader
 * (hovered, selected, faded) is feature state, which costs no new tiles.
 * @param attribution credit for the boundaries, plain text
 */
export function buildSources(
	boundaries: Boundaries,
	data: MapData,
	attribution: string
): Record<SourceId, GeoJSONSourceSpecification> {
	const byNisCode = new Map(data.municipalities.map((municipality) => [municipality.nisCode, municipality]));
	const areas: Feature[] = [];
	const names: Feature[] = [];
	for (const { geometry, properties } of boundaries.municipalities.features) {
		const { nisCode, label } = properties;
		const municipality = byNisCode.get(nisCode);
		const box = boundaries.boxes.get(nisCode);
		const participation = municipality
			? data.coloursResult
				? 'both'
				: participationOf(municipality)
			: 'none';
		areas.push({ type: 'Feature', geometry, properties: { nisCode, participation } });
		if (!municipality || !box) continue;
		names.push({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: label },
			properties: { nisCode, name: municipality.name, rank: labelRank(nisCode, box), edge: edgeOf(label) }
		});
	}
	return {
		municipalities: { ...source(areas), promoteId: 'nisCode', attribution },
		'province-lines': source([{ type: 'Feature', geometry: boundaries.provinceLines, properties: {} }]),
		'municipality-names': { ...source(names), promoteId: 'nisCode' },
		desks: {
			type: 'geojson',
			data: deskFeatures(data.desks, null),
			cluster: true,
			clusterRadius: CLUSTER_RADIUS,
			clusterMaxZoom: CLUSTER_MAX_ZOOM
		}
	};
}

/**
 * The desks of the municipalities in the result. A cluster counts what is in its source, and feature state does not reach
 * into that number, so a search replaces these (at most a few hundred) points.
 */
export function deskFeatures(
	desks: readonly MapDesk[],
	matching: readonly string[] | null
): FeatureCollection<Point> {
	const shown = matching && new Set(matching);
	return {
		type: 'FeatureCollection',
		features: desks
			.filter(({ nisCode }) => !shown || shown.has(nisCode))
			.map(({ id, nisCode, lon, lat, approximate = false }) => ({
				type: 'Feature',
				geometry: { type: 'Point', coordinates: [lon, lat] },
				properties: { id, nisCode, approximate }
			}))
	};
}

function source(features: Feature[]): GeoJSONSourceSpecification {
	return { type: 'geojson', data: { type: 'FeatureCollection', features } };
}
