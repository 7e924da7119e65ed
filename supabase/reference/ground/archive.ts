import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Compression, TileType, zxyToTileId } from 'pmtiles';

/** West, south, east, north in degrees. */
type Box = readonly [west: number, south: number, east: number, north: number];

export interface Tile {
	z: number;
	x: number;
	y: number;
	/** As it stands in the file: already compressed. */
	data: Uint8Array;
}

export interface Archive {
	/** Gzipped Mapbox vector tiles. */
	tiles: readonly Tile[];
	bounds: Box;
	minZoom: number;
	maxZoom: number;
	/** Said in the file itself, as JSON. */
	metadata: object;
}

const HEADER_LENGTH = 127;
/** Header and directory are read by one request of so many bytes. */
const FIRST_REQUEST = 16_384;

/**
 * A PMTiles file, version 3 (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md), as far as a small set of tiles
 * needs it: one directory, tiles in the order of their numbers, equal tiles once. The same tiles give the same bytes.
 * @throws when there are so many that one directory does not do
 */
export function writeArchive({ tiles, bounds, minZoom, maxZoom, metadata }: Archive): Buffer {
	const { entries, contents } = arrange(tiles);
	const directory = compress(directoryOf(entries));
	if (HEADER_LENGTH + directory.length > FIRST_REQUEST)
		throw new Error(`${entries.length} entries need more than one directory.`);
	const described = compress(Buffer.from(JSON.stringify(metadata)));
	const body = Buffer.concat(contents);

	const header = Buffer.alloc(HEADER_LENGTH);
	header.write('PMTiles');
	header.writeUInt8(3, 7);
	const start = HEADER_LENGTH + directory.length + described.length;
	[
		HEADER_LENGTH,
		directory.length,
		HEADER_LENGTH + directory.length,
		described.length,
		// No leaf directories.
		start,
		0,
		start,
		body.length,
		tiles.length,
		entries.length,
		contents.length
	].forEach((value, i) => header.writeBigUInt64LE(BigInt(value), 8 + 8 * i));
	const [west, south, east, north] = bounds;
	[
		// Tiles stand in the order of their numbers.
		1,
		Compression.Gzip,
		Compression.Gzip,
		TileType.Mvt,
		minZoom,
		maxZoom
	].forEach((value, i) => header.writeUInt8(value, 96 + i));
	[west, south, east, north].forEach((degrees, i) => header.writeInt32LE(e7(degrees), 102 + 4 * i));
	header.writeUInt8(minZoom, 118);
	header.writeInt32LE(e7((west + east) / 2), 119);
	header.writeInt32LE(e7((south + north) / 2), 123);
	return Buffer.concat([header, directory, described, body]);
}

/** The same on every machine: gzip notes the system it was made on. */
export function compress(data: Uint8Array): Buffer {
	const packed = gzipSync(data, { level: 9 });
	packed[9] = 0xff;
	return packed;
}

const e7 = (degrees: number) => Math.round(degrees * 1e7);

interface Entry {
	tileId: number;
	/** So many tiles in a row have the same content. */
	runLength: number;
	offset: number;
	length: number;
}

function arrange(tiles: readonly Tile[]): { entries: Entry[]; contents: Uint8Array[] } {
	const entries: Entry[] = [];
	const contents: Uint8Array[] = [];
	const known = new Map<string, number>();
	let end = 0;
	const numbered = tiles.map(({ z, x, y, data }) => ({ tileId: zxyToTileId(z, x, y), data }));
	for (const { tileId, data } of numbered.sort((a, b) => a.tileId - b.tileId)) {
		const digest = createHash('sha256').update(data).digest('hex');
		let offset = known.get(digest);
		if (offset === undefined) {
			offset = end;
			known.set(digest, offset);
			contents.push(data);
			end += data.length;
		}
		const last = entries.at(-1);
		if (last?.offset === offset && last.tileId + last.runLength === tileId) last.runLength++;
		else entries.push({ tileId, runLength: 1, offset, length: data.length });
	}
	return { entries, contents };
}

/** Column by column: numbers as steps, and a 0 for what follows right behind the one before. */
function directoryOf(entries: readonly Entry[]): Buffer {
	const steps = entries.map(({ tileId }, i) => tileId - (entries[i - 1]?.tileId ?? 0));
	const offsets = entries.map(({ offset }, i) => {
		const before = entries[i - 1];
		return before && before.offset + before.length === offset ? 0 : offset + 1;
	});
	return Buffer.from(
		[
			entries.length,
			...steps,
			...entries.map(({ runLength }) => runLength),
			...entries.map(({ length }) => length),
			...offsets
		].flatMap(varint)
	);
}

function varint(value: number): number[] {
	const bytes: number[] = [];
	let rest = value;
	while (rest > 127) {
		bytes.push((rest % 128) + 128);
		rest = Math.floor(rest / 128);
	}
	return [...bytes, rest];
}
