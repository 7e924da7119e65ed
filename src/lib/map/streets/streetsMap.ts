import type { ErrorEvent, Map as MapLibreMap } from 'maplibre-gl';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { MAP_BOUNDS } from '$lib/domain/place/mapFrame';
import { streetsCredit } from '../credit';
import { WAYS } from '../ground/groundLayers';
import { FIRST_LINE, FIRST_NAME, LAYERS } from '../layers';
import { tilesIn } from '../partsOfFile';
import { repaint } from '../restyle';
import { currentTheme } from '../scheme';
import { onRecolour } from './recolour';
import { firstZoomOf, reaches, STREETS_SOURCE, type Streets } from './streets';
import { streetLayers } from './streetsLayers';

/**
 * Draws the streets on a map that already stands by itself. Our ground stays beneath: where a tile does not come, or none reaches, it is
 * what one sees.
 */
export function addStreets(map: MapLibreMap, streets: Streets): void {
	const { path, minZoom, maxZoom, bounds, day } = streets;
	const locale = getLocale();
	map.addSource(STREETS_SOURCE, {
		type: 'vector',
		tiles: tilesIn(path),
		minzoom: minZoom,
		maxzoom: maxZoom,
		bounds,
		attribution: streetsCredit(day)
	});
	const { areas, ways, names } = streetLayers(streets, currentTheme(), locale);
	for (const layer of areas) map.addLayer(layer, LAYERS.municipalities);
	for (const layer of ways) map.addLayer(layer, FIRST_LINE);
	for (const layer of names) map.addLayer(layer, FIRST_NAME);
	if (reachAll(streets)) giveWay(map, firstZoomOf(streets));
	onRecolour(map, (theme) => {
		for (const layer of Object.values(streetLayers(streets, theme, locale)).flat()) repaint(map, layer);
	});
}

const reachAll = (streets: Streets): boolean => {
	const [west, south, east, north] = MAP_BOUNDS;
	return reaches(streets, { lon: west, lat: south }) && reaches(streets, { lon: east, lat: north });
};

/** The roads of our ground lie beside those of the streets, by some metres; until one of those does not come. */
function giveWay(map: MapLibreMap, zoom: number): void {
	const limit = (maxZoom: number) => {
		for (const { id, minzoom = 0 } of map.getStyle().layers)
			if (WAYS.includes(id)) map.setLayerZoomRange(id, minzoom, maxZoom);
	};
	limit(zoom);
	const takeBack = (event: ErrorEvent & { sourceId?: string }) => {
		if (event.sourceId !== STREETS_SOURCE) return;
		map.off('error', takeBack);
		limit(24);
	};
	map.on('error', takeBack);
}
