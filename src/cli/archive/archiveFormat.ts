/**
 * How a PMTiles file is written, version 3 (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md). There is no maintained
 * writer for Node; what this writes is read back by `pmtiles` in the tests of who uses it.
 */
import { gzipSync } from 'node:zlib';
import { Compression, TileType } from 'pmtiles';

/** West, south, east, north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** So many tiles in a row, by their numbers, have the same content: that many bytes at that place. */
export interface Entry {
	tileId: number;
	runLength: number;
	offset: number;
	length: number;
}

export const HEADER_LENGTH = 127;
/** Header and first directory are read by one request of so many bytes. */
export const FIRST_REQUEST = 16_384;
/** Entries of a leaf to begin with; more where so many leaves would not fit in the first directory. */
const LEAF_ENTRIES = 1_024;

export interface Directories {
	/** Compressed; small enough for the first request. */
	root: Buffer;
	/** The directories that the first one leads to, one after another; empty where it needs none. */
	leaves: Buffer;
}

/**
 * @param entries by tile number
 * @param leafEntries how many a leaf holds at least, where the first directory does not do
 */
export function directoriesOf(entries: readonly Entry[], leafEntries = LEAF_ENTRIES): Directories {
	const single = compress(directoryOf(entries));
	if (HEADER_LENGTH + single.length <= FIRST_REQUEST) return { root: single, leaves: Buffer.alloc(0) };
	for (let size = leafEntries; ; size *= 2) {
		const leaves: Buffer[] = [];
		const pointers: Entry[] = [];
		let offset = 0;
		for (let from = 0; from < entries.length; from += size) {
			const leaf = compress(directoryOf(entries.slice(from, from + size)));
			// A run of no tiles says that a directory stands there.
			pointers.push({ tileId: entries[from]?.tileId ?? 0, runLength: 0, offset, length: leaf.length });
			leaves.push(leaf);
			offset += leaf.length;
		}
		const root = compress(directoryOf(pointers));
		if (HEADER_LENGTH + root.length <= FIRST_REQUEST) return { root, leaves: Buffer.concat(leaves) };
	}
}

export interface Described {
	directories: Directories;
	/** Compressed JSON. */
	metadata: Buffer;
	/** Bytes of all tiles together. */
	dataLength: number;
	/** Tiles there are, entries that say so, and different contents among them. */
	counts: { tiles: number; entries: number; contents: number };
	tileCompression: Compression;
	minZoom: number;
	maxZoom: number;
	bounds: Box;
}

/** Vector tiles in the order of their numbers: all that stands before them, the first directory right behind the header. */
export function beforeTiles(described: Described): Buffer {
	const { directories, metadata, dataLength, counts, minZoom, maxZoom, bounds } = described;
	const { root, leaves } = directories;
	const metadataAt = HEADER_LENGTH + root.length;
	const leavesAt = metadataAt + metadata.length;
	const header = Buffer.alloc(HEADER_LENGTH);
	header.write('PMTiles');
	header.writeUInt8(3, 7);
	[
		HEADER_LENGTH,
		root.length,
		metadataAt,
		metadata.length,
		leavesAt,
		leaves.length,
		leavesAt + leaves.length,
		dataLength,
		counts.tiles,
		counts.entries,
		counts.contents
	].forEach((value, i) => header.writeBigUInt64LE(BigInt(value), 8 + 8 * i));
	[
		// Tiles stand in the order of their numbers.
		1,
		Compression.Gzip,
		described.tileCompression,
		TileType.Mvt,
		minZoom,
		maxZoom
	].forEach((value, i) => header.writeUInt8(value, 96 + i));
	const [west, south, east, north] = bounds;
	[west, south, east, north].forEach((degrees, i) => header.writeInt32LE(e7(degrees), 102 + 4 * i));
	header.writeUInt8(minZoom, 118);
	header.writeInt32LE(e7((west + east) / 2), 119);
	header.writeInt32LE(e7((south + north) / 2), 123);
	return Buffer.concat([header, root, metadata, leaves]);
}

/** The same on every machine: gzip notes the system it was made on. */
export function compress(data: Uint8Array): Buffer {
	const packed = gzipSync(data, { level: 9 });
	packed[9] = 0xff;
	return packed;
}

const e7 = (degrees: number) => Math.round(degrees * 1e7);

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
