import { readSync, openSync, closeSync, fstatSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { Compression, ResolvedValueCache, TileType, type Entry, type Source } from 'pmtiles';
import type { Plan } from './plan.ts';
import { ExtractError } from './refusal.ts';

/** Of so many tiles one is read as the map reads it. */
const SAMPLE = 25;
const MOST_DIRECTORIES = 10_000;

/**
 * Reads a file as the site will: its header, every directory, every tile of the plan at its place and whole (gzip sums up what it
 * packs), and a sample of them to the last street.
 * @throws ExtractError when anything is otherwise than planned
 */
export async function readBack(path: string, plan: Plan): Promise<void> {
	const descriptor = openSync(path, 'r');
	try {
		const bytesAt = (offset: number, length: number): Buffer => {
			const bytes = Buffer.alloc(length);
			return bytes.subarray(0, readSync(descriptor, bytes, 0, length, offset));
		};
		const source: Source = {
			getKey: () => path,
			getBytes: (offset, length) => Promise.resolve({ data: new Uint8Array(bytesAt(offset, length)).buffer })
		};
		const cache = new ResolvedValueCache(MOST_DIRECTORIES);
		const header = await cache.getHeader(source);
		const { size } = fstatSync(descriptor);
		const start = header.tileDataOffset;
		if (size !== start + plan.dataLength) throw damaged('zijn lengte');
		if (header.tileType !== TileType.Mvt || header.numAddressedTiles !== plan.tiles)
			throw damaged('zijn kop');

		const entries: Entry[] = [];
		const walk = async (offset: number, length: number): Promise<void> => {
			for (const entry of await cache.getDirectory(source, offset, length, header)) {
				if (entry.runLength > 0) entries.push(entry);
				else await walk(header.leafDirectoryOffset + entry.offset, entry.length);
			}
		};
		await walk(header.rootDirectoryOffset, header.rootDirectoryLength);
		const isPlanned =
			entries.length === plan.entries.length && entries.every((entry, i) => isSame(entry, plan.entries[i]));
		if (!isPlanned) throw damaged('zijn inhoudstafel');

		const judged = new Set<number>();
		for (const { offset, length } of entries) {
			if (judged.has(offset)) continue;
			const packed = bytesAt(start + offset, length);
			const plain = plan.tileCompression === Compression.Gzip ? gunzipSync(packed) : packed;
			if (judged.size % SAMPLE === 0) readAll(new VectorTile(new PbfReader(plain)));
			judged.add(offset);
		}
	} catch (error) {
		throw error instanceof ExtractError ? error : damaged('een tegel');
	} finally {
		closeSync(descriptor);
	}
}

const isSame = (entry: Entry, planned: Entry | undefined): boolean =>
	entry.tileId === planned?.tileId &&
	entry.runLength === planned.runLength &&
	entry.offset === planned.offset &&
	entry.length === planned.length;

function readAll({ layers }: VectorTile): void {
	for (const layer of Object.values(layers))
		for (let i = 0; i < layer.length; i++) layer.feature(i).loadGeometry();
}

const damaged = (what: string): ExtractError =>
	new ExtractError(
		'damaged',
		`Het bestand klopt niet (${what}) en is weggegooid. Geef het commando opnieuw; het begint van voren af aan.`,
		'The file is not what it should be and was thrown away. Give the command again; it begins anew.'
	);
