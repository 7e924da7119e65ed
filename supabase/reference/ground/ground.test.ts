import { readFileSync } from 'node:fs';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';
import { describe, expect, test } from 'vitest';
import { MAP_BOUNDS } from '../../../src/lib/domain/place/mapFrame.ts';
import { GROUND_LAYERS, GROUND_MAX_ZOOM } from '../../../src/lib/map/ground/groundTiles.ts';
import { compress, writeArchive } from './archive.ts';
import { GROUND_FILE, groundInputs, tileAt } from './ground.ts';
import { outside } from './outskirts.ts';
import type { LandscapeFeature } from './landscape.ts';

/** A file read as the map reads it, and how much of it was asked. */
function reader(file: Buffer) {
	const asked = { requests: 0, bytes: 0 };
	const archive = new PMTiles({
		getKey: () => 'ground',
		getBytes: async (offset, length) => {
			const data = new Uint8Array(file.subarray(offset, offset + length)).buffer;
			asked.requests++;
			asked.bytes += data.byteLength;
			return { data };
		}
	});
	return { archive, asked };
}

const file = readFileSync(new URL(`../../../${GROUND_FILE}`, import.meta.url));

/** The tile around a place. */
async function tileOf([lon, lat]: [number, number], zoom: number): Promise<VectorTile> {
	const answer = await reader(file).archive.getZxy(zoom, ...tileAt(lon, lat, zoom));
	if (!answer) throw new Error(`no tile at ${lon}, ${lat}`);
	return new VectorTile(new PbfReader(answer.data));
}

function namesIn(tile: VectorTile, layer: string): unknown[] {
	const found = tile.layers[layer];
	return Array.from({ length: found?.length ?? 0 }, (_, i) => found?.feature(i).properties.n);
}

test('the ground that the map draws is of these sources', async () => {
	const { madeFrom } = (await reader(file).archive.getMetadata()) as { madeFrom: string };
	expect(madeFrom, 'run npm run data:generate').toBe(groundInputs());
});

test('the file says itself whose data it holds and under which licence', async () => {
	expect(await reader(file).archive.getMetadata()).toMatchObject({
		attribution: expect.stringContaining('OpenStreetMap'),
		license: expect.stringContaining('ODbL')
	});
});

describe('around a desk in Gent', () => {
	const gent: [number, number] = [3.7106, 51.0359];

	test('the ground names the station, the river and the main road', async () => {
		const tile = await tileOf(gent, GROUND_MAX_ZOOM);
		expect(namesIn(tile, 'station')).toContain('Gent-Sint-Pieters');
		expect(namesIn(tile, 'waterway')).toContain('Leie');
		const roads = tile.layers.road;
		const numbers = Array.from({ length: roads?.length ?? 0 }, (_, i) => roads?.feature(i).properties.r);
		expect(numbers).toContain('R40');
		expect(namesIn(tile, 'place')).toContain('Sint-Amandsberg');
	});

	test('a tile knows no layer that the map does not', async () => {
		const tile = await tileOf(gent, GROUND_MAX_ZOOM);
		for (const name of Object.keys(tile.layers)) expect(GROUND_LAYERS).toContain(name);
	});

	test('what crosses the edge of a tile goes on beyond it, so that no edge shows', async () => {
		const urban = (await tileOf(gent, GROUND_MAX_ZOOM)).layers.urban;
		if (!urban) throw new Error('nothing built-up in Gent');
		const boxes = Array.from({ length: urban.length }, (_, i) => urban.feature(i).bbox());
		expect(Math.min(...boxes.map(([left = 0]) => left))).toBeLessThan(-30);
		expect(Math.max(...boxes.map(([, , right = 0]) => right))).toBeGreaterThan(urban.extent + 30);
	});
});

test('a place has the names that it has in our languages', async () => {
	const { place } = (await tileOf([4.3484, 50.8759], 11)).layers;
	const laken = Array.from({ length: place?.length ?? 0 }, (_, i) => place?.feature(i).properties);
	expect(laken).toContainEqual(expect.objectContaining({ n: 'Laken', fr: 'Laeken' }));
	const around = (await tileOf([3.06, 50.63], 8)).layers.place;
	const towns = Array.from({ length: around?.length ?? 0 }, (_, i) => around?.feature(i).properties);
	expect(towns).toContainEqual(expect.objectContaining({ n: 'Lille', nl: 'Rijsel' }));
});

describe('what a visitor fetches', () => {
	/** Of a map of so many CSS pixels around a place. */
	async function view([lon, lat]: [number, number], zoom: number, width: number, height: number) {
		const { archive, asked } = reader(file);
		const z = Math.min(Math.floor(zoom), GROUND_MAX_ZOOM);
		const degrees = 360 / 2 ** zoom / 512;
		const [dx, dy] = [(width / 2) * degrees, (height / 2) * degrees * 0.63];
		const [left, top] = tileAt(lon - dx, lat + dy, z);
		const [right, bottom] = tileAt(lon + dx, lat - dy, z);
		for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) await archive.getZxy(z, x, y);
		return asked.bytes;
	}
	const [west, south, east, north] = MAP_BOUNDS;
	const middle: [number, number] = [(west + east) / 2, (south + north) / 2];

	test('for the whole region is at most 60 kB', async () => {
		for (const [zoom, width, height] of [
			[6.1, 360, 300],
			[7.1, 700, 500],
			[7.9, 1280, 600]
		] as const)
			expect(await view(middle, zoom, width, height), `${width} pixels`).toBeLessThanOrEqual(60_000);
	});

	test('for a province is at most 170 kB', async () => {
		for (const place of [
			[3.1, 51.05],
			[3.75, 51.05],
			[4.6, 51.2],
			[4.5, 50.9],
			[5.4, 50.95]
		] as [number, number][])
			expect(await view(place, 9, 800, 600), place.join()).toBeLessThanOrEqual(170_000);
	});

	test('in all is some 2 MB', () => {
		expect(file.length).toBeLessThan(2_300_000);
	});
});

describe('a file of tiles', () => {
	const text = (words: string) => compress(Buffer.from(words));
	const tiles = [
		{ z: 5, x: 16, y: 10, data: text('north') },
		{ z: 4, x: 8, y: 5, data: text('all') },
		{ z: 5, x: 17, y: 10, data: text('sea') },
		{ z: 5, x: 17, y: 11, data: text('sea') },
		{ z: 5, x: 16, y: 11, data: text('south') }
	];
	const options = { bounds: [2, 50, 6, 52], minZoom: 4, maxZoom: 5, metadata: { name: 'test' } } as const;

	test('is read as it was written', async () => {
		const { archive } = reader(writeArchive({ tiles, ...options }));
		expect(await archive.getHeader()).toMatchObject({
			minZoom: 4,
			maxZoom: 5,
			minLon: 2,
			maxLat: 52,
			numAddressedTiles: 5,
			numTileContents: 4
		});
		expect(await archive.getMetadata()).toEqual({ name: 'test' });
		const read = async (z: number, x: number, y: number) =>
			Buffer.from((await archive.getZxy(z, x, y))?.data ?? new ArrayBuffer(0)).toString();
		expect(await read(4, 8, 5)).toBe('all');
		expect(await read(5, 16, 10)).toBe('north');
		expect(await read(5, 17, 10)).toBe('sea');
		expect(await read(5, 17, 11)).toBe('sea');
		expect(await read(5, 16, 11)).toBe('south');
		expect(await archive.getZxy(5, 0, 0)).toBeUndefined();
	});

	test('has the same bytes, in whichever order its tiles are given', () => {
		const [one, other] = [tiles, tiles.toReversed()].map((given) =>
			writeArchive({ tiles: given, ...options })
		);
		expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
	});

	test('is refused when it does not open with one request', () => {
		// Of lengths in no order, which do not pack.
		const many = Array.from({ length: 16_000 }, (_, i) => ({
			z: 9,
			x: i % 512,
			y: Math.floor(i / 512),
			data: Buffer.alloc(1 + (Math.imul(i, 2_654_435_761) >>> 22), String(i))
		}));
		expect(() => writeArchive({ tiles: many, ...options })).toThrow('one directory');
	});
});

test('coarse lines go on up to where the detailed ones begin, coarse areas where most of them lies outside', () => {
	const isNear = ([lon = 0]: number[]) => lon > 2 && lon < 4;
	const line = (coordinates: number[][]): LandscapeFeature => ({
		type: 'Feature',
		geometry: { type: 'LineString', coordinates },
		properties: { r: 'E40' }
	});
	const [road] = outside([line([0, 1, 2.5, 3, 5, 6].map((lon) => [lon, 51]))], isNear);
	expect(road).toMatchObject({
		geometry: {
			coordinates: [
				[
					[0, 51],
					[1, 51],
					[2.5, 51]
				],
				[
					[3, 51],
					[5, 51],
					[6, 51]
				]
			]
		},
		properties: { r: 'E40' }
	});
	expect(outside([line([2.5, 3].map((lon) => [lon, 51]))], isNear)).toEqual([]);
	const square = (from: number): LandscapeFeature => ({
		type: 'Feature',
		geometry: {
			type: 'Polygon',
			coordinates: [[from, from + 1, from + 1, from].map((lon, i) => [lon, i < 2 ? 51 : 52])]
		},
		properties: {}
	});
	expect(outside([square(0), square(3), square(2.5)], isNear)).toHaveLength(1);
});
