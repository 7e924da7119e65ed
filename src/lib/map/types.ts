import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LonLat } from '$lib/domain/place/mapFrame';
import type { BoundaryTopology } from '$lib/domain/place/topology';
import type { MapData } from './mapData';
import type { Theme } from './palette';

/**
 * What the reader has before them: the server's picture, the picture while the map loads, the map, or the picture
 * for good (no WebGL 2, or the data could not be fetched).
 */
export type MapState = 'image' | 'loading' | 'ready' | 'unavailable';

/** The element MapLibre draws in; end-to-end tests reach the map through it. */
export type MapContainer = HTMLDivElement & { __map?: MapLibreMap };

/** What a map is made of once it is time. */
export interface MapNeeds {
	container: MapContainer;
	data: MapData;
	topology: BoundaryTopology;
	theme: Theme;
}

/** A place that somebody typed. */
export interface TypedPlace {
	at: LonLat;
	/** What it is called on the map. */
	label: string;
}

/** What the frame around a map asks of it. */
export interface FramedView {
	readonly map: MapLibreMap;
	setTheme(theme: Theme): void;
	remove(): void;
}
