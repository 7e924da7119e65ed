import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Theme } from '../palette';

const recolours = new WeakMap<MapLibreMap, (theme: Theme) => void>();

/** What draws more on a map than its own style says here how that takes another theme. */
export const onRecolour = (map: MapLibreMap, recolour: (theme: Theme) => void): void =>
	void recolours.set(map, recolour);

export const recolour = (map: MapLibreMap, theme: Theme): void => recolours.get(map)?.(theme);
