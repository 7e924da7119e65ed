/** In which municipality a point lies. */
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import * as v from 'valibot';
import type { Bounds, LonLat } from '$lib/domain/place/mapFrame';
import { areasWith, topologyOf } from '$lib/domain/place/topology';
// The boundaries in full: those that the map draws are up to 400 m beside them, these 2 m.
import source from '../../../supabase/reference/municipalities.topojson?raw';

interface Area {
	nisCode: string;
	bounds: Bounds;
	shape: Polygon | MultiPolygon;
}
const boundaries = topologyOf({ municipalities: areasWith(v.object({ nis_code: v.string() })) });

/** A pin as near as this to a border may stand on either side of it: a house, a garden, a road. */
const BORDER_METRES = 30;
const METRES_PER_DEGREE = 111_320;
const AROUND = [0, 45, 90, 135, 180, 225, 270, 315].map((degrees) => (degrees * Math.PI) / 180);

let decoded: Area[] | undefined;

/** Made at the first use: most visits ask for no point. */
function areas(): Area[] {
	if (decoded) return decoded;
	const topology = v.parse(boundaries, JSON.parse(source));
	const { features } = feature(topology, topology.objects.municipalities);
	return (decoded = features.flatMap(({ properties, geometry }) =>
		geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
			? [{ nisCode: properties.nis_code, shape: geometry, bounds: boundsOf(geometry) }]
			: []
	));
}

function boundsOf(shape: Polygon | MultiPolygon): Bounds {
	const rings = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [lon = NaN, lat = NaN] of rings.flat()) {
		west = Math.min(west, lon);
		south = Math.min(south, lat);
		east = Math.max(east, lon);
		north = Math.max(north, lat);
	}
	return [west, south, east, north];
}

/**
 * @param lon,lat WGS84 degrees
 * @returns the NIS code of the current municipality; null outside Flanders and Brussels
 */
export function municipalityAt(lon: number, lat: number): string | null {
	const found = areas().find(
		({ bounds: [west, south, east, north], shape }) =>
			lon >= west && lon <= east && lat >= south && lat <= north && booleanPointInPolygon([lon, lat], shape)
	);
	return found?.nisCode ?? null;
}

/** Whether a point lies in a municipality, or so near to its border that nobody could tell. */
export function isIn(nisCode: string, [lon, lat]: LonLat): boolean {
	if (municipalityAt(lon, lat) === nisCode) return true;
	const degrees = BORDER_METRES / METRES_PER_DEGREE;
	const widened = degrees / Math.cos((lat * Math.PI) / 180);
	return AROUND.some(
		(angle) => municipalityAt(lon + Math.cos(angle) * widened, lat + Math.sin(angle) * degrees) === nisCode
	);
}

/** `outside`: in the sea, abroad or in Wallonia; `nisCode` is where the pin stands instead. */
export type PinWarning = { kind: 'outside' } | { kind: 'otherMunicipality'; nisCode: string };

/** What is odd about the pin of a desk of this municipality; null when nothing is. */
export function pinWarning(pin: { lon: number; lat: number }, municipalityNis: string): PinWarning | null {
	if (isIn(municipalityNis, [pin.lon, pin.lat])) return null;
	const nisCode = municipalityAt(pin.lon, pin.lat);
	return nisCode === null ? { kind: 'outside' } : { kind: 'otherMunicipality', nisCode };
}
