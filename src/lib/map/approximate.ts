import type { CircleLayerSpecification } from 'maplibre-gl';
import { squareMetres } from '$lib/domain/place/mapFrame.ts';
import { PALETTES, type Theme } from './palette';

/** Radius of the area that stands for a place of which only the village is known: as far as a village goes, in metres. */
export const APPROXIMATE_METRES = 750;
/** From afar it is at least so large, in CSS pixels: as a desk is. */
export const LEAST_PIXELS = 9;
/** Somewhere in the middle of the map: between its ends an area is a hundredth larger or smaller. */
export const MIDDLE_LATITUDE = 51.1;
/** At zoom 0 the world is 512 pixels wide. */
const PIXELS = (APPROXIMATE_METRES * 512) / squareMetres(MIDDLE_LATITUDE);
const [NEAREST, FARTHEST] = [20, Math.log2(LEAST_PIXELS / PIXELS)];

/** Such an area as a layer of the map. */
export const approximateArea = (id: string, source: string, theme: Theme): CircleLayerSpecification => ({
	id,
	type: 'circle',
	source,
	paint: {
		'circle-radius': [
			'interpolate',
			['exponential', 2],
			['zoom'],
			FARTHEST,
			LEAST_PIXELS,
			NEAREST,
			PIXELS * 2 ** NEAREST
		],
		'circle-color': PALETTES[theme].desk,
		'circle-opacity': 0.14,
		'circle-stroke-color': PALETTES[theme].desk,
		'circle-stroke-width': 2.5
	}
});
