import type { Map as MapLibreMap } from 'maplibre-gl';
import { buildLayers } from './layers';
import type { Theme } from './palette';

type PaintProperty = Parameters<MapLibreMap['setPaintProperty']>[1];

/** Colours and images only: sources, and the state on them, stay. */
export function restyle(map: MapLibreMap, theme: Theme, overBasemap: boolean): void {
	for (const layer of buildLayers(theme, overBasemap)) {
		if (!map.getLayer(layer.id)) continue;
		for (const [name, value] of Object.entries(layer.paint ?? {}))
			map.setPaintProperty(layer.id, name as PaintProperty, value);
		if (layer.type === 'symbol' && layer.layout?.['icon-image'])
			map.setLayoutProperty(layer.id, 'icon-image', layer.layout['icon-image']);
	}
}
