/** What lies in the landscape, for the server's pictures: read from the very file of which the interactive map gets parts. */
import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { LRUCache } from 'lru-cache';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';
import type { MercatorBox } from '$lib/domain/place/mapFrame';
import {
	GROUND_DETAIL_ZOOM,
	GROUND_LAYERS,
	GROUND_MAX_ZOOM,
	type GroundLayer,
	type GroundProperties
} from '../ground/groundTiles';

/** Place in the Mercator square: 0 to 1, y downward. */
export type MercatorPoint = readonly [x: number, y: number];

export interface LandscapeFeature {
	layer: GroundLayer;
	properties: GroundProperties;
	/** Points, lines or rings; of what goes on in the next tile as far as just over its edge. */
	parts: MercatorPoint[][];
}

/** Some ten kilobytes each. */
const MOST_TILES = 200;
const POINTS: ReadonlySet<GroundLayer> = new Set(['station', 'place']);

const tiles = new LRUCache<string, Promise<LandscapeFeature[]>>({ max: MOST_TILES });
let archive: Promise<PMTiles> | undefined;

/**
 * All that the ground has in the tiles under a box.
 * @param zoom of the tiles: from `GROUND_DETAIL_ZOOM` to `GROUND_MAX_ZOOM`
 */
export async function landscapeIn(box: MercatorBox, zoom: number): Promise<LandscapeFeature[]> {
	const z = Math.min(Math.max(Math.floor(zoom), GROUND_DETAIL_ZOOM), GROUND_MAX_ZOOM);
	const count = 2 ** z;
	const numbers = (from: number, length: number): number[] => {
		const first = Math.floor(from * count);
		return Array.from({ length: Math.floor((from + length) * count) - first + 1 }, (_, i) => first + i);
	};
	const wanted = numbers(box.x, box.width).flatMap((x) =>
		numbers(box.y, box.height).map((y) => tileAt(z, x, y))
	);
	return (await Promise.all(wanted)).flat();
}

function tileAt(z: number, x: number, y: number): Promise<LandscapeFeature[]> {
	const key = `${z}/${x}/${y}`;
	const known = tiles.get(key);
	if (known) return known;
	const tile = readTile(z, x, y);
	tiles.set(key, tile);
	return tile;
}

async function readTile(z: number, x: number, y: number): Promise<LandscapeFeature[]> {
	archive ??= openArchive();
	const answer = await (await archive).getZxy(z, x, y);
	if (!answer) return [];
	const { layers } = new VectorTile(new PbfReader(new Uint8Array(answer.data)));
	return GROUND_LAYERS.flatMap((layer) => {
		const found = layers[layer];
		return Array.from({ length: found?.length ?? 0 }, (_, i) => found?.feature(i))
			.filter((feature) => feature !== undefined)
			.map((feature) => ({
				layer,
				properties: feature.properties as GroundProperties,
				parts: partsOf(feature, layer, (side, place) => (side + place / feature.extent) / 2 ** z, x, y)
			}))
			.filter(({ parts }) => parts.length > 0);
	});
}

function partsOf(
	feature: VectorTileFeature,
	layer: GroundLayer,
	scale: (side: number, place: number) => number,
	tileX: number,
	tileY: number
): MercatorPoint[][] {
	const inTile = (place: number) => place >= 0 && place < feature.extent;
	const parts = feature.loadGeometry();
	// A point near an edge is in both tiles.
	const own = POINTS.has(layer) ? parts.filter(([at]) => at && inTile(at.x) && inTile(at.y)) : parts;
	return own.map((part) => part.map(({ x, y }): MercatorPoint => [scale(tileX, x), scale(tileY, y)]));
}

/** In memory, once somebody asks for a picture. */
async function openArchive(): Promise<PMTiles> {
	// As text, as the typeface of the pictures is: so it is there in the build, in development and in tests.
	const { default: inlined } = await import('../ground/ground.pmtiles?url&inline');
	const file = Buffer.from(inlined.slice(inlined.indexOf(',') + 1), 'base64');
	return new PMTiles({
		getKey: () => 'ground',
		getBytes: async (offset, length) => ({
			data: new Uint8Array(file.subarray(offset, offset + length)).buffer
		})
	});
}
