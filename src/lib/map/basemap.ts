import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import { fetchJson, isRecord } from './fetchJson';
import { LAYERS } from './layers';
import type { Streets } from './streets/streets';

/**
 * A map beneath ours: configuration, none by default. The host of one that is online must be in the `connect-src` of the CSP.
 */
export type Basemap =
	| {
			kind: 'raster';
			/** Address of a tile with {z}, {x} and {y}; 256 px. */
			tiles: string;
			/** Plain text. */
			attribution: string;
			maxZoom: number;
			/** west, south, east, north; tiles outside are not asked for. */
			bounds: [number, number, number, number];
	  }
	| { kind: 'style'; url: string }
	| Streets;

const SOURCE = 'basemap';
const LAYER = 'basemap';
/** A server that hangs fires no event at all, so it is asked before MapLibre is. */
const PATIENCE = 2500;
const MAX_ERRORS = 3;

/**
 * Lays the basemap under our layers, or the streets among them, on a map that already stands by itself; whatever goes wrong leaves that map.
 * @param onchange told whether an online map lies beneath, and to set feature state again.
 */
export async function addBasemap(
	map: MapLibreMap,
	basemap: Basemap,
	onchange: (present: boolean) => void
): Promise<void> {
	if (basemap.kind === 'raster') addRaster(map, basemap, onchange);
	else if (basemap.kind === 'streets') await drawStreets(map, basemap);
	else await addStyle(map, basemap.url, onchange);
}

function addRaster(
	map: MapLibreMap,
	{ tiles, attribution, maxZoom, bounds }: Basemap & { kind: 'raster' },
	onchange: (present: boolean) => void
): void {
	map.addSource(SOURCE, {
		type: 'raster',
		tiles: [tiles],
		tileSize: 256,
		maxzoom: maxZoom,
		bounds,
		attribution
	});
	map.addLayer({ id: LAYER, type: 'raster', source: SOURCE }, LAYERS.land);
	onchange(true);
	let errors = 0;
	map.on('error', (event) => {
		if (!('sourceId' in event) || event.sourceId !== SOURCE || ++errors !== MAX_ERRORS) return;
		map.removeLayer(LAYER);
		map.removeSource(SOURCE);
		onchange(false);
	});
}

async function drawStreets(map: MapLibreMap, streets: Streets): Promise<void> {
	try {
		// Only where there are streets: a page without them does not pay for how they are drawn.
		const { addStreets } = await import('./streets/streetsMap');
		addStreets(map, streets);
	} catch (error) {
		console.warn('The streets could not be drawn', error);
	}
}

async function addStyle(map: MapLibreMap, url: string, onchange: (present: boolean) => void): Promise<void> {
	const style = await fetchStyle(url);
	if (!style) return;
	map.once('style.load', () => onchange(true));
	map.setStyle(style, {
		diff: false,
		transformStyle: (ours, theirs) => ({
			...theirs,
			sources: { ...theirs.sources, ...ours?.sources },
			layers: [...theirs.layers, ...(ours?.layers ?? []).filter(({ type }) => type !== 'background')],
			'font-faces': { ...theirs['font-faces'], ...ours?.['font-faces'] }
		})
	});
}

/** As much of it as we look at ourselves; MapLibre judges the rest, and says so as any map that fails. */
const isStyle = (input: unknown): input is StyleSpecification =>
	isRecord(input) &&
	input.version === 8 &&
	isRecord(input.sources) &&
	Object.values(input.sources).every((source) => isRecord(source) && typeof source.type === 'string') &&
	Array.isArray(input.layers) &&
	input.layers.every(
		(layer) => isRecord(layer) && typeof layer.id === 'string' && typeof layer.type === 'string'
	);

async function fetchStyle(url: string): Promise<StyleSpecification | null> {
	try {
		return await fetchJson(url, isStyle, AbortSignal.timeout(PATIENCE));
	} catch {
		return null;
	}
}
