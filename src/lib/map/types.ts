import type { Map as MapLibreMap } from 'maplibre-gl';
import type { BoundaryTopology } from './boundaries';
import type { Theme } from './palette';

/** A current municipality as the map needs it. Dates are ISO; null = does not take part. */
export interface MapMunicipality {
	nisCode: string;
	slug: string;
	/** In the language of the page. */
	name: string;
	/** Of its page, localised. */
	href: string;
	gemeenteSince: string | null;
	ocmwSince: string | null;
	deskCount: number;
}

export interface MapDesk {
	id: string;
	name: string;
	href: string;
	/** Of the municipality it belongs to. */
	nisCode: string;
	/** WGS84 degrees. */
	lon: number;
	lat: number;
	place: string;
}

export interface MapData {
	municipalities: MapMunicipality[];
	desks: MapDesk[];
	/** Every municipality in full colour, so that only the ones in the result have it; by default who takes part decides. */
	coloursResult?: boolean;
}

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

/** What the frame around a map asks of it. */
export interface FramedView {
	readonly map: MapLibreMap;
	setTheme(theme: Theme): void;
	remove(): void;
}
