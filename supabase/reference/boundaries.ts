import polylabel from 'polylabel';
import { feature, quantize } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { Position } from 'geojson';
import type { MultiPolygon, Polygon, Topology } from 'topojson-specification';
import type { BoundaryTopology, MunicipalityFeature, PolygonCollection, Sources } from './sources.ts';

/** What `static/boundaries.json` holds: for drawing, never for testing points against. */
export type DrawnBoundaries = Topology<{
	/** `label`: lon, lat of the place inside the polygon farthest from its border. */
	municipalities: PolygonCollection<{ nisCode: string; label: [number, number] }>;
	/** Five provinces and the Brussels-Capital Region as 04000. */
	provinces: PolygonCollection<{ code: string }>;
}>;

/** Triangles of border smaller than this are left out (square degrees; 1e-6 is about 0.8 hectare). */
const MIN_TRIANGLE = 1e-6;
/** Grid of the coordinates in degrees: square on the ground at 51° north, some 24 m. */
const GRID = { lon: 0.00035, lat: 0.00022 };
/** A degree of longitude at 51° north in degrees of latitude. */
const SQUEEZE = 0.63;

/**
 * Simplifies inside the topology, so that neighbours keep sharing one border, and keeps every polygon however small.
 * @throws when a polygon would be lost.
 */
export function boundaries({ topology, polygons }: Sources): DrawnBoundaries {
	const simplified = simplifyTopology(topology);
	const drawn: DrawnBoundaries = {
		...simplified,
		objects: {
			municipalities: {
				type: 'GeometryCollection',
				geometries: simplified.objects.municipalities.geometries.map((geometry) => {
					const nisCode = geometry.properties.nis_code;
					return { ...geometry, properties: { nisCode, label: labelPoint(polygons.get(nisCode)) } };
				})
			},
			provinces: {
				type: 'GeometryCollection',
				geometries: simplified.objects.provinces.geometries.map((geometry) => ({
					...geometry,
					properties: { code: geometry.properties.province_nis }
				}))
			}
		}
	};
	assertEveryRing(drawn);
	return drawn;
}

function simplifyTopology(topology: BoundaryTopology): Topology<BoundaryTopology['objects']> {
	const weighed = presimplify(topology);
	for (const geometry of weighed.objects.municipalities.geometries) keepShapes(weighed.arcs, geometry);
	const simplified = simplify(weighed, MIN_TRIANGLE);
	const [west, south] = topology.transform?.translate ?? [0, 0];
	return quantize(simplified, { scale: [GRID.lon, GRID.lat], translate: [round(west, 5), round(south, 5)] });
}

/**
 * Of every ring the three weightiest corners stay, so that no exclave collapses. `presimplify` has put the weight of
 * every point in its third coordinate.
 */
function keepShapes(arcs: readonly Position[][], geometry: Polygon | MultiPolygon): void {
	const parts = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
	for (const ring of parts.flat()) {
		const corners = ring.flatMap((arc) => arcs[arc < 0 ? ~arc : arc]?.slice(1, -1) ?? []);
		corners.sort((a, b) => (b[2] ?? 0) - (a[2] ?? 0));
		for (const corner of corners.slice(0, 3)) corner[2] = Infinity;
	}
}

/** In the largest part of the municipality; three decimals are within 60 m. */
function labelPoint(municipality: MunicipalityFeature | undefined): [number, number] {
	if (!municipality) throw new Error('A boundary without a municipality');
	const { geometry } = municipality;
	const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	const labels = parts.map((rings) =>
		polylabel(
			rings.map((ring) => ring.map(([lon = 0, lat = 0]): [number, number] => [lon * SQUEEZE, lat])),
			0.0005
		)
	);
	const best = labels.reduce((a, b) => (b.distance > a.distance ? b : a));
	return [round(best[0] / SQUEEZE, 3), round(best[1], 3)];
}

function assertEveryRing(drawn: DrawnBoundaries): void {
	for (const { geometry, properties } of feature(drawn, drawn.objects.municipalities).features) {
		const parts =
			geometry.type === 'Polygon'
				? [geometry.coordinates]
				: geometry.type === 'MultiPolygon'
					? geometry.coordinates
					: [];
		for (const ring of parts.flat()) {
			const corners = new Set(ring.map((point) => point.join()));
			if (corners.size < 3) throw new Error(`A part of ${properties.nisCode} is lost: simplify less.`);
		}
	}
}

const round = (value: number, decimals: number) => Number(value.toFixed(decimals));
