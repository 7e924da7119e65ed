/** What of a map of the world is cut out, where it stands there, and where it comes to stand. */
import { gunzipSync } from 'node:zlib';
import {
	Compression,
	ResolvedValueCache,
	TileType,
	zxyToTileId,
	type Entry as ReadEntry,
	type Header,
	type Source as ReaderSource
} from 'pmtiles';
import { mercator } from '../../lib/domain/place/mapFrame.ts';
import { layerNamesOf, streetSchemaOf } from '../../lib/domain/place/streetTiles.ts';
import {
	beforeTiles,
	compress,
	directoriesOf,
	FIRST_REQUEST,
	type Box,
	type Entry
} from '../archive/archiveFormat.ts';
import { joined, type Range } from './ranges.ts';
import { ExtractError } from './refusal.ts';
import type { Source } from './source.ts';

/** The content of one or more tiles: where it stands in the map of the world, and where in ours behind its beginning. */
export interface Piece extends Range {
	at: number;
}

/** What is read by one request. */
export interface Part extends Range {
	holds: Piece[];
}

/** Where a cut comes from and what it is: another cut has other words here. Stands in the file itself. */
export interface Cut {
	from: string;
	tag: string | null;
	length: number;
	box: Box;
	maxZoom: number;
}

export interface Plan {
	cut: Cut;
	/** Of our file, in the order of the tiles. */
	entries: Entry[];
	/** Bytes of our file before the tiles. */
	beginning: Buffer;
	/** Bytes of the tiles. */
	dataLength: number;
	tiles: number;
	tileCompression: Compression;
	parts: Part[];
}

/** So much is asked, written and noted at a time: what is lost when the power goes. */
const LONGEST_PART = 4 * 1024 * 1024;
/** A directory of a map of the world is some tens of kilobytes. */
const MOST_DIRECTORIES = 10_000;

export interface Opened {
	header: Header;
	metadata: Record<string, unknown>;
}

/** @throws ExtractError when it is no map of streets that the site can draw */
export async function openArchive(source: Source): Promise<Opened> {
	try {
		return await judged(source);
	} catch (error) {
		// Whatever is wrong with its own description of itself, a person can do nothing about.
		throw error instanceof ExtractError ? error : notPmtiles(source);
	}
}

const notPmtiles = ({ name }: Source): ExtractError =>
	new ExtractError(
		'format',
		`${name} is geen leesbaar PMTiles-bestand van versie 3.`,
		`${name} is no readable PMTiles file of version 3.`
	);

async function judged(source: Source): Promise<Opened> {
	const first = await source.read(0, Math.min(FIRST_REQUEST, source.length));
	if (first.toString('latin1', 0, 7) !== 'PMTiles' || first[7] !== 3) throw notPmtiles(source);
	const header = await new ResolvedValueCache(MOST_DIRECTORIES).getHeader(
		readerOf(source, [{ at: 0, bytes: first }])
	);
	const { tileType, tileCompression, internalCompression } = header;
	const isReadable = [tileCompression, internalCompression].every((compression) =>
		[Compression.None, Compression.Gzip].includes(compression)
	);
	if (tileType !== TileType.Mvt || !isReadable)
		throw new ExtractError(
			'vector',
			`De tegels van ${source.name} zijn geen vectortegels (MVT, met gzip of zonder): met afbeeldingen of een ander formaat tekent de site geen straten.`,
			`The tiles of ${source.name} are no vector tiles (MVT, gzip or plain): the site draws no streets of pictures or another format.`
		);
	const metadata = await metadataOf(source, header);
	if (!streetSchemaOf(metadata))
		throw new ExtractError(
			'schema',
			`De site kent de lagen van ${source.name} niet (${layerNamesOf(metadata).join(', ') || 'geen'}). Neem een kaart in het schema van Protomaps, versie 4.`,
			`The site does not know the layers of ${source.name}. Take a map in the schema of Protomaps, version 4.`
		);
	return { header, metadata };
}

async function metadataOf(source: Source, header: Header): Promise<Record<string, unknown>> {
	const bytes = await source.read(header.jsonMetadataOffset, header.jsonMetadataLength);
	const plain = header.internalCompression === Compression.Gzip ? gunzipSync(bytes) : bytes;
	const read: unknown = JSON.parse(plain.toString());
	return typeof read === 'object' && read !== null ? { ...read } : {};
}

export const cutOf = ({ name, tag, length }: Source, box: Box, maxZoom: number): Cut => ({
	from: name,
	tag,
	length,
	box,
	maxZoom
});

interface Wanted {
	box: Box;
	maxZoom: number;
	longestPart?: number | undefined;
}

/** @throws ExtractError when nothing of the box is in it */
export async function planOf(
	source: Source,
	{ header, metadata }: Opened,
	{ box, maxZoom, longestPart = LONGEST_PART }: Wanted
): Promise<Plan> {
	const highest = Math.min(maxZoom, header.maxZoom);
	const wanted = tilesIn(box, header.minZoom, highest);
	const found = await entriesOf(source, header, wanted);
	const { entries, pieces, dataLength } = placed(found, wanted);
	if (entries.length === 0)
		throw new ExtractError(
			'elsewhere',
			`In ${source.name} staat niets van Vlaanderen en Brussel.`,
			`Nothing of Flanders and Brussels is in ${source.name}.`
		);
	const cut = cutOf(source, box, maxZoom);
	const tiles = entries.reduce((sum, { runLength }) => sum + runLength, 0);
	const shifted = pieces.map((piece) => ({
		...piece,
		from: piece.from + header.tileDataOffset,
		to: piece.to + header.tileDataOffset
	}));
	return {
		cut,
		entries,
		beginning: beforeTiles({
			directories: directoriesOf(entries),
			metadata: compress(Buffer.from(JSON.stringify({ ...metadata, cut }))),
			dataLength,
			counts: { tiles, entries: entries.length, contents: pieces.length },
			tileCompression: header.tileCompression,
			minZoom: header.minZoom,
			maxZoom: highest,
			bounds: box
		}),
		dataLength,
		tiles,
		tileCompression: header.tileCompression,
		parts: joined(shifted, longestPart)
	};
}

/** Numbers of the tiles that touch a box, in order. */
function tilesIn(box: Box, minZoom: number, maxZoom: number): number[] {
	const [west, south, east, north] = box;
	const numbers: number[] = [];
	for (let z = minZoom; z <= maxZoom; z++) {
		const [left, top] = tileAt([west, north], z);
		const [right, bottom] = tileAt([east, south], z);
		for (let x = left; x <= right; x++)
			for (let y = top; y <= bottom; y++) numbers.push(zxyToTileId(z, x, y));
	}
	return numbers.sort((a, b) => a - b);
}

function tileAt(place: readonly [number, number], z: number): [x: number, y: number] {
	const [x, y] = mercator(place);
	const last = 2 ** z - 1;
	const within = (share: number) => Math.min(Math.max(Math.floor(share * 2 ** z), 0), last);
	return [within(x), within(y)];
}

/** Place in a sorted list of the first that is not smaller. */
function placeOf(sorted: readonly number[], value: number): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] ?? 0) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Entries of which at least one tile is wanted; directories that lie together are read together. */
async function entriesOf(source: Source, header: Header, wanted: readonly number[]): Promise<ReadEntry[]> {
	const isWanted = (from: number, to: number) => (wanted[placeOf(wanted, from)] ?? Infinity) < to;
	const entries: ReadEntry[] = [];
	let level: Range[] = [
		{ from: header.rootDirectoryOffset, to: header.rootDirectoryOffset + header.rootDirectoryLength }
	];
	// One to begin with, and at most three below one another.
	for (let depth = 0; depth <= 3 && level.length > 0; depth++) {
		const read: { at: number; bytes: Buffer }[] = [];
		for (const { from, to } of joined(level))
			read.push({ at: from, bytes: await source.read(from, to - from) });
		const cache = new ResolvedValueCache(MOST_DIRECTORIES);
		const below: Range[] = [];
		for (const { from, to } of level) {
			const directory = await cache.getDirectory(readerOf(source, read), from, to - from, header);
			directory.forEach((entry, i) => {
				const isLeaf = entry.runLength === 0;
				const end = isLeaf ? (directory[i + 1]?.tileId ?? Infinity) : entry.tileId + entry.runLength;
				if (!isWanted(entry.tileId, end)) return;
				if (!isLeaf) entries.push(entry);
				else {
					const at = header.leafDirectoryOffset + entry.offset;
					below.push({ from: at, to: at + entry.length });
				}
			});
		}
		level = below.sort((a, b) => a.from - b.from);
	}
	return entries.sort((a, b) => a.tileId - b.tileId);
}

/** Gives each content its place in our file, in the order in which the tiles first need it, and each tile its entry. */
function placed(
	found: readonly ReadEntry[],
	wanted: readonly number[]
): { entries: Entry[]; pieces: Piece[]; dataLength: number } {
	const entries: Entry[] = [];
	const known = new Map<number, Piece>();
	let end = 0;
	for (const { tileId, runLength, offset, length } of found) {
		for (let i = placeOf(wanted, tileId); ; i++) {
			const number = wanted[i];
			if (number === undefined || number >= tileId + runLength) break;
			let piece = known.get(offset);
			if (!piece) {
				piece = { from: offset, to: offset + length, at: end };
				known.set(offset, piece);
				end += length;
			}
			const last = entries.at(-1);
			if (last?.offset === piece.at && last.tileId + last.runLength === number) last.runLength++;
			else entries.push({ tileId: number, runLength: 1, offset: piece.at, length });
		}
	}
	return { entries, pieces: [...known.values()].sort((a, b) => a.from - b.from), dataLength: end };
}

/** For the library that reads directories: bytes that are there already. */
function readerOf({ name, tag }: Source, read: readonly { at: number; bytes: Buffer }[]): ReaderSource {
	return {
		getKey: () => name,
		getBytes: (offset, length) => {
			const block = read.find(({ at, bytes }) => offset >= at && offset < at + bytes.length);
			if (!block) throw new Error(`${offset} was not read`);
			const bytes = block.bytes.subarray(offset - block.at, offset - block.at + length);
			return Promise.resolve({ data: new Uint8Array(bytes).buffer, ...(tag === null ? {} : { etag: tag }) });
		}
	};
}
