/** The map of streets of this installation: a file beside its data, if there is one. */
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { bytesToHeader, Compression, TileType } from 'pmtiles';
import { env } from '$env/dynamic/private';
import { hashOf } from '$lib/base/http/conditional.server';
import type { FileInParts } from '$lib/base/http/fileParts.server';
import { streetsPath } from '$lib/base/settings/streetsFile.server';
import { layerNamesOf, streetSchemaOf } from '$lib/domain/place/streetTiles';
import type { Streets } from './streets';

/** Where the site has it. */
export const STREETS_ADDRESS = '/kaart/straten.pmtiles';

const HEADER_LENGTH = 127;
/** What a file says of itself is some kilobytes; more is no file of ours. */
const MOST_METADATA = 4 * 1024 * 1024;

interface Found {
	/** Of the file at this moment: path, size and when it was written. */
	state: string;
	streets: Streets | null;
	file: FileInParts;
}

let found: Found | undefined;

/**
 * The streets of this moment. The file may come, go and be replaced while the site runs: it is looked at each time, and read only when it
 * is another one. What is wrong with it is said in the log, once; then there are no streets.
 */
export const streetsOf = (settings: Record<string, string | undefined> = env): Streets | null =>
	lookAt(settings)?.streets ?? null;

/** The same file, to be served in parts; null as long as there are no streets. */
export function streetsFileOf(settings: Record<string, string | undefined> = env): FileInParts | null {
	const at = lookAt(settings);
	return at?.streets ? at.file : null;
}

function lookAt(settings: Record<string, string | undefined>): Found | null {
	const path = streetsPath(settings);
	const stats = statSync(path, { throwIfNoEntry: false });
	if (!stats?.isFile()) {
		if (settings.BASEMAP_PMTILES && found?.state !== path) tell(path, 'is not there');
		found = { state: path, streets: null, file: { path, size: 0, tag: '', type: '' } };
		return null;
	}
	const state = `${path} ${stats.size} ${stats.mtimeMs} ${stats.ino}`;
	if (found?.state === state) return found;
	const tag = `"${stats.size.toString(36)}-${Math.round(stats.mtimeMs).toString(36)}"`;
	const file = { path, size: stats.size, tag, type: 'application/vnd.pmtiles' };
	found = { state, streets: readStreets(path, tag), file };
	return found;
}

function readStreets(path: string, tag: string): Streets | null {
	try {
		const { header, metadata } = readSelf(path);
		const schema = streetSchemaOf(metadata);
		if (!schema) {
			tell(path, `has layers that the map does not know: ${layerNamesOf(metadata).join(', ')}`);
			return null;
		}
		const { minZoom, maxZoom, minLon, minLat, maxLon, maxLat } = header;
		return {
			kind: 'streets',
			path: `${STREETS_ADDRESS}?v=${hashOf(tag).slice(0, 8)}`,
			schema,
			minZoom,
			maxZoom,
			bounds: [minLon, minLat, maxLon, maxLat],
			day: dayIn(metadata)
		};
	} catch (error) {
		tell(path, error instanceof Error ? error.message : 'cannot be read');
		return null;
	}
}

/** @throws when it is no whole PMTiles file of vector tiles */
function readSelf(path: string) {
	const descriptor = openSync(path, 'r');
	try {
		const read = (offset: number, length: number): Uint8Array<ArrayBuffer> => {
			const bytes = new Uint8Array(length);
			if (readSync(descriptor, bytes, 0, length, offset) < length) throw new Error('is not whole');
			return bytes;
		};
		const first = read(0, HEADER_LENGTH);
		if (String.fromCharCode(...first.subarray(0, 7)) !== 'PMTiles') throw new Error('is no PMTiles file');
		const header = bytesToHeader(first.buffer, '');
		const end = header.tileDataOffset + (header.tileDataLength ?? 0);
		if (fstatSync(descriptor).size < end) throw new Error('is not whole');
		if (header.tileType !== TileType.Mvt) throw new Error('holds no vector tiles');
		if (header.jsonMetadataLength > MOST_METADATA) throw new Error('says too much of itself');
		const packed = read(header.jsonMetadataOffset, header.jsonMetadataLength);
		const plain = header.internalCompression === Compression.Gzip ? gunzipSync(packed) : packed;
		return { header, metadata: JSON.parse(new TextDecoder().decode(plain)) as unknown };
	} finally {
		closeSync(descriptor);
	}
}

/** As the builder of these maps notes when OpenStreetMap was copied. */
function dayIn(metadata: unknown): string | null {
	const told = (metadata as Record<string, unknown>)['planetiler:osm:osmosisreplicationtime'];
	const [day] = /^\d{4}-\d{2}-\d{2}/.exec(typeof told === 'string' ? told : '') ?? [];
	return day ?? null;
}

function tell(path: string, what: string): void {
	console.warn(`The map of streets ${path} ${what}: the site shows none.`);
}
