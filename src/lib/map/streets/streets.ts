import type { StreetSchema } from '$lib/domain/place/streetTiles';

/** A map of streets on this server, as the map component takes it. */
export interface Streets {
	kind: 'streets';
	/** Path on this site; another one for another file. */
	path: string;
	schema: StreetSchema;
	/** Zooms of which there are tiles; nearer the map draws the last ones larger. */
	minZoom: number;
	maxZoom: number;
	/** Degrees. */
	bounds: [west: number, south: number, east: number, north: number];
	/** Day of the data, YYYY-MM-DD; null where the file does not say. */
	day: string | null;
}

/** Of the map. */
export const STREETS_SOURCE = 'streets';

/** From here on streets take the place of our ground, if they have tiles for it. */
const STREETS_ZOOM = 13;

/** From here on small streets are named too. */
export const NAMED_ZOOM = 14;

/** Lowest zoom at which these are drawn. */
export const firstZoomOf = ({ minZoom }: Pick<Streets, 'minZoom'>): number => Math.max(STREETS_ZOOM, minZoom);

/** Whether they reach as far as a place. */
export const reaches = (
	{ bounds: [west, south, east, north] }: Streets,
	{ lon, lat }: { lon: number; lat: number }
) => lon >= west && lon <= east && lat >= south && lat <= north;
