import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { buildLayers, isGround } from './layers';
import type { Theme } from './palette';
import { recolour } from './streets/recolour';

type PaintProperty = Parameters<MapLibreMap['setPaintProperty']>[1];

/** Colours, images, and whether there is a ground: sources, and the state on them, stay. */
export function restyle(map: MapLibreMap, theme: Theme, overBasemap: boolean): void {
	for (const layer of buildLayers({ theme, overBasemap, locale: getLocale() })) {
		if (!map.getLayer(layer.id)) continue;
		repaint(map, layer);
		if (layer.type === 'symbol' && layer.layout?.['icon-image'])
			map.setLayoutProperty(layer.id, 'icon-image', layer.layout['icon-image']);
		if (isGround(layer)) map.setLayoutProperty(layer.id, 'visibility', layer.layout?.visibility);
	}
	recolour(map, theme);
}

/** Gives a layer on the map the colours of this one. */
export function repaint(map: MapLibreMap, { id, paint = {} }: LayerSpecification): void {
	for (const [name, value] of Object.entries(paint)) map.setPaintProperty(id, name as PaintProperty, value);
}
