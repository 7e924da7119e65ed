import type { Map as MapLibreMap } from 'maplibre-gl';
import { squareMetres } from '$lib/domain/place/mapFrame.ts';
import type { Box } from './boundaries';

/** Closer than this a single small municipality would lose its surroundings. */
const CLOSEST_FIT = 11;
/** CSS pixels kept free around what the map is fitted to. */
const MARGIN = 48;

/** How long a distance on the ground is on a map of the whole world, in CSS pixels. @param metres at that latitude */
export const pixelsFromAfar = (lat: number, metres: number): number =>
	// The world is 512 pixels wide at zoom 0.
	(metres * 512) / squareMetres(lat);

/** The zoom at which a map shows so many metres on each side of its middle, where it is narrowest. */
export const zoomAround = (
	{ lat }: { lat: number },
	metres: number,
	{ clientWidth, clientHeight }: Pick<Element, 'clientWidth' | 'clientHeight'>
): number => Math.log2(Math.min(clientWidth, clientHeight) / 2 / pixelsFromAfar(lat, metres));

/** Every move of the map that the reader did not make by hand. MapLibre jumps where less motion was asked for. */
export function fitTo(map: MapLibreMap, box: Box, padding = MARGIN): void {
	map.fitBounds(box, { padding, maxZoom: CLOSEST_FIT, duration: 600 });
}

/** Goes to a municipality when it is not in view, or too small to be recognised. */
export function bringIntoView(map: MapLibreMap, [west, south, east, north]: Box): void {
	const view = map.getBounds();
	const inView = view.contains([west, south]) && view.contains([east, north]);
	const width = map.project([east, north]).x - map.project([west, south]).x;
	if (inView && width >= 24) return;
	const center: [number, number] = [(west + east) / 2, (south + north) / 2];
	const fitted = map.cameraForBounds([west, south, east, north], {
		padding: MARGIN,
		maxZoom: CLOSEST_FIT
	})?.zoom;
	// Two steps out from a full fit: the neighbours tell the reader where this is.
	map.easeTo({ center, zoom: Math.max(Math.min(map.getZoom(), 10), (fitted ?? 9) - 2), duration: 600 });
}
