/** What the tiles of the ground hold: the landscape under the municipalities. They are made by supabase/reference/ground. */

/** Layers of a tile, in their order from below. */
export const GROUND_LAYERS = [
	'sea',
	'wood',
	'urban',
	'water',
	'waterway',
	'border',
	'rail',
	'road',
	'station',
	'place'
] as const;
export type GroundLayer = (typeof GROUND_LAYERS)[number];

/** What is said of a feature; which of these depends on the layer. */
export interface GroundProperties {
	/** Road: m(otorway), t(runk), p(rimary); waterway: r(iver), c(anal); place: c(ity), t(own), f(ar), v(illage of ours). */
	c?: string;
	/** Name; of a place the one that it has there. */
	n?: string;
	/** Dutch, French and English name, where another. */
	nl?: string;
	fr?: string;
	en?: string;
	/** Number of a road. */
	r?: string;
	/** Of a station, by trains a day: 3 the busiest, 1 the quietest. */
	k?: number;
	/** Inhabitants of a village; 0 when that is not known. */
	i?: number;
}

export const GROUND_MIN_ZOOM = 4;
/** From here on the detailed shapes, which have railways and stations too. */
export const GROUND_DETAIL_ZOOM = 9;
/** The map draws these larger when it is nearer. */
export const GROUND_MAX_ZOOM = 12;
/** West, south, east, north in degrees: as far as the map can be moved, about. */
export const GROUND_BOUNDS: [number, number, number, number] = [-2.6, 46.9, 11.1, 55.1];

/** On a map of so many countries nothing else can be seen. */
const FROM_AFAR: ReadonlySet<GroundLayer> = new Set(['sea', 'border', 'place']);
/** By `k`. */
const STATION_ZOOMS = [11, 11, 10, 9];

/** Lowest zoom at which a feature is drawn. */
export function zoomOf(layer: GroundLayer, { c, k = 0, i = 0 }: GroundProperties): number {
	if (layer === 'rail') return GROUND_DETAIL_ZOOM;
	if (layer === 'station') return STATION_ZOOMS[k] ?? 11;
	if (layer === 'place' && c === 'v') return i >= 12_000 ? 9 : i >= 2_500 ? 10 : 11;
	if (layer === 'place' && c === 't') return 7;
	if (layer === 'road' && c === 'm') return 5;
	return FROM_AFAR.has(layer) ? GROUND_MIN_ZOOM : 6;
}
