import { createHash } from 'node:crypto';
import { Compression, zxyToTileId } from 'pmtiles';
import {
	beforeTiles,
	compress,
	directoriesOf,
	type Box,
	type Entry
} from '../../../src/cli/archive/archiveFormat.ts';

export { compress };

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
	/** How many entries a directory behind the first one holds; undefined where the first has to do. */
	leafEntries?: number;
}

/**
 * A PMTiles file of a small set of tiles: in the order of their numbers, equal tiles once. The same tiles give the same bytes.
 * @throws when there are so many that one directory does not do, and no others were asked for
 */
export function writeArchive({ tiles, metadata, leafEntries, ...described }: Archive): Buffer {
	const { entries, contents } = arrange(tiles);
	const directories = directoriesOf(entries, leafEntries);
	if (leafEntries === undefined && directories.leaves.length > 0)
		throw new Error(`${entries.length} entries need more than one directory.`);
	const body = Buffer.concat(contents);
	const before = beforeTiles({
		...described,
		directories,
		metadata: compress(Buffer.from(JSON.stringify(metadata))),
		dataLength: body.length,
		counts: { tiles: tiles.length, entries: entries.length, contents: contents.length },
		tileCompression: Compression.Gzip
	});
	return Buffer.concat([before, body]);
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
