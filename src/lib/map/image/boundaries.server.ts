import { presimplify } from 'topojson-simplify';
import type { Position } from 'geojson';
import type { MultiPolygon, Polygon } from 'topojson-specification';
import * as v from 'valibot';
import { frameOf, type Bounds, type LonLat } from '$lib/domain/place/mapFrame';
import { boundaryTopology } from '$lib/domain/place/topology';
// As text: the server reads the very file that the browser gets, and the type checker need not infer all of it.
import source from '../../../../static/boundaries.json?raw';

export type Shape<P extends object> = (Polygon<P> | MultiPolygon<P>) & { properties: P };

/** Decoded once; every point carries its weight, the size of the triangle that leaves with it, as third coordinate. */
export const boundaries = presimplify(v.parse(boundaryTopology, JSON.parse(source)));

const municipalities = new Map(
	boundaries.objects.municipalities.geometries.map((shape) => [
		shape.properties.nisCode,
		{ shape, bounds: boundsOfShape(shape) }
	])
);

/** The municipality's shape in the topology, its bounds and the place for its name; undefined for an unknown code. */
export function drawnMunicipality(
	nisCode: string
): { shape: Shape<{ nisCode: string; label: LonLat }>; bounds: Bounds } | undefined {
	return municipalities.get(nisCode);
}

/** Around all of these, with a little air; undefined when none of them is on the map. */
export function boundsAround(nisCodes: readonly string[]): Bounds | undefined {
	const all = nisCodes.flatMap((nisCode) => municipalities.get(nisCode)?.bounds ?? []);
	const side = (place: number): number[] => all.filter((_, at) => at % 4 === place);
	if (all.length === 0) return undefined;
	const [west, south] = [Math.min(...side(0)), Math.min(...side(1))];
	const [east, north] = [Math.max(...side(2)), Math.max(...side(3))];
	const [lon, lat] = [(east - west) * 0.03, (north - south) * 0.03];
	return [west - lon, south - lat, east + lon, north + lat];
}

/**
 * The frame of what a search found; undefined when there is nothing of it on the map.
 * @param places that are to be in view too
 */
export function resultFrame(nisCodes: readonly string[], places: readonly LonLat[] = []): Bounds | undefined {
	const corners = nisCodes.flatMap((nisCode): LonLat[] => {
		const [west, south, east, north] = municipalities.get(nisCode)?.bounds ?? [];
		return west === undefined || south === undefined || east === undefined || north === undefined
			? []
			: [
					[west, south],
					[east, north]
				];
	});
	const all = [...corners, ...places];
	return all.length > 0 ? frameOf(all) : undefined;
}

/** NIS codes of the municipalities of which the bounds touch `frame`. */
export function municipalitiesWithin([west, south, east, north]: Bounds): string[] {
	return [...municipalities]
		.filter(([, { bounds }]) => {
			const [w, s, e, n] = bounds;
			return w <= east && e >= west && s <= north && n >= south;
		})
		.map(([nisCode]) => nisCode);
}

/** Rings of a shape as arc numbers; `~arc` is the arc passed backward. */
export function ringsOf(shape: Polygon | MultiPolygon): number[][] {
	return shape.type === 'Polygon' ? shape.arcs : shape.arcs.flat();
}

function boundsOfShape(shape: Polygon | MultiPolygon): Bounds {
	const points: Position[] = ringsOf(shape)
		.flat()
		.flatMap((arc) => boundaries.arcs[arc < 0 ? ~arc : arc] ?? []);
	const lons = points.map(([lon = 0]) => lon);
	const lats = points.map(([, lat = 0]) => lat);
	return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
