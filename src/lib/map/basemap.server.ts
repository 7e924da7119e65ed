/** A map beneath ours, if the operator wants one: streets of this server, or one online. Without the latter no other server is asked. */
import { env } from '$env/dynamic/private';
import type { Streets } from './streets/streets';
import { streetsOf } from './streets/streetsFile.server';

/** As the map component takes it. Tiles are 256 px. */
export type BasemapSettings =
	| {
			kind: 'raster';
			tiles: string;
			attribution: string;
			maxZoom: number;
			bounds: [west: number, south: number, east: number, north: number];
	  }
	| { kind: 'style'; url: string }
	| Streets;

/** Belgium: nothing is asked of a tile server outside it. */
const BOUNDS: [number, number, number, number] = [2.5, 49.4, 6.5, 51.6];
const DEFAULT_MAX_ZOOM = 19;

type Environment = Record<string, string | undefined>;

/**
 * `BASEMAP_STYLE_URL`: a MapLibre style; or `BASEMAP_TILES_URL`: tiles with {z}, {x} and {y}, with
 * `BASEMAP_ATTRIBUTION` and `BASEMAP_MAX_ZOOM`. Both must be https addresses. Otherwise the streets that this server has, if any.
 * @throws when an address is not one, at the first visit rather than silently never
 */
export function basemapSettings(settings: Environment = env): BasemapSettings | null {
	const { BASEMAP_STYLE_URL: style, BASEMAP_TILES_URL: tiles } = settings;
	if (style) return { kind: 'style', url: originOf(style) && style };
	if (!tiles) return streetsOf(settings);
	return {
		kind: 'raster',
		tiles: originOf(tiles) && tiles,
		attribution: settings.BASEMAP_ATTRIBUTION ?? '',
		maxZoom: Number(settings.BASEMAP_MAX_ZOOM) || DEFAULT_MAX_ZOOM,
		bounds: BOUNDS
	};
}

/** The servers a visitor's browser then talks to; `BASEMAP_ORIGINS` adds those that a style names, separated by spaces. */
export function basemapOrigins(settings: Environment = env): string[] {
	const basemap = basemapSettings(settings);
	if (!basemap || basemap.kind === 'streets') return [];
	const more = (settings.BASEMAP_ORIGINS ?? '').split(/\s+/).filter(Boolean);
	const main = basemap.kind === 'style' ? basemap.url : basemap.tiles;
	return [...new Set([main, ...more].map(originOf))];
}

function originOf(address: string): string {
	const url = URL.parse(address);
	if (url?.protocol !== 'https:') throw new Error(`The basemap needs an https address, not "${address}".`);
	return url.origin;
}
