import { mkdir, open, stat, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { bytesToHeader } from 'pmtiles';
import { FIRST_REQUEST, type Box } from '../archive/archiveFormat.ts';
import type { Patience } from './httpSource.ts';
import { Partial } from './partial.ts';
import { cutOf, openArchive, planOf, type Cut, type Plan } from './plan.ts';
import { readBack } from './readBack.ts';
import { diskRefusal, ExtractError } from './refusal.ts';
import { openSource } from './openSource.ts';
import type { Source } from './source.ts';

export interface Progress {
	/** Bytes of all parts together, and those that are there. */
	bytes: number;
	have: number;
	parts: number;
	done: number;
}

export interface ExtractOptions {
	/** http(s), or a path. */
	address: string;
	/** Where the file comes to stand. */
	target: string;
	box: Box;
	maxZoom: number;
	/** Told while it goes on. `resumed`: what an earlier try left. */
	onprogress?: (progress: Progress) => void;
	onplan?: (plan: { tiles: number; bytes: number; parts: number; resumed: number }) => void;
	patience?: Patience;
	/** So much is asked, written and noted at a time, in bytes. */
	longestPart?: number;
	/** Bytes that are free in a folder. */
	free?: (folder: string) => Promise<number>;
}

export interface Extracted {
	/** Nothing was to be done: the same map stands there. */
	isSame: boolean;
	tiles: number;
	/** Of the file. */
	bytes: number;
}

/** Left free for whatever else is written on that disk meanwhile. */
const SPARE_BYTES = 64 * 1024 * 1024;

/**
 * Cuts a box out of a map of the world and puts it at its place, whole or not at all. What was read before it was broken off is read
 * no second time.
 * @throws ExtractError that says what stands in the way
 */
export async function extract(options: ExtractOptions): Promise<Extracted> {
	const { address, target, box, maxZoom, patience, longestPart } = options;
	const source = await openSource(address, patience);
	try {
		const present = await presentAt(target);
		const isSame =
			present !== undefined && JSON.stringify(present.cut) === JSON.stringify(cutOf(source, box, maxZoom));
		// A server that tells nothing of its files may have another one.
		if (isSame && source.tag !== null) return { isSame: true, tiles: present.tiles, bytes: present.bytes };
		const plan = await planOf(source, await openArchive(source), { box, maxZoom, longestPart });
		await mkdir(dirname(target), { recursive: true });
		await cutOut(source, plan, options);
		return { isSame: false, tiles: plan.tiles, bytes: plan.beginning.length + plan.dataLength };
	} catch (error) {
		throw diskRefusal(error);
	} finally {
		await source.close();
	}
}

async function cutOut(source: Source, plan: Plan, options: ExtractOptions): Promise<void> {
	const { target, onprogress, onplan, free = freeBytes } = options;
	const total = plan.beginning.length + plan.dataLength;
	const begun = await stat(`${target}.partial`).catch(() => undefined);
	// What a file has claimed is not always given to it yet: blocks are.
	const room = (await free(dirname(target))) + (begun?.blocks ?? 0) * 512;
	if (room < total + SPARE_BYTES) throw noRoom(total, dirname(target));

	const partial = await Partial.open(target, plan);
	const { parts } = plan;
	onplan?.({ tiles: plan.tiles, bytes: total, parts: parts.length, resumed: partial.resumed.size });
	const progress: Progress = { bytes: 0, have: 0, parts: parts.length, done: partial.resumed.size };
	parts.forEach(({ from, to }, number) => {
		progress.bytes += to - from;
		if (partial.resumed.has(number)) progress.have += to - from;
	});
	try {
		for (const [number, part] of parts.entries()) {
			if (partial.resumed.has(number)) continue;
			const bytes = await source.read(part.from, part.to - part.from, (count) => {
				progress.have += count;
				onprogress?.(progress);
			});
			await partial.write(number, part, bytes, plan);
			progress.done += 1;
			onprogress?.(progress);
		}
	} catch (error) {
		await partial.close();
		throw error;
	}
	try {
		await readBack(partial.path, plan);
	} catch (error) {
		await partial.discard();
		throw error;
	}
	await partial.finish();
}

/** What stands there and says itself what it is cut from; undefined for nothing, or for a file that is not whole. */
async function presentAt(target: string): Promise<{ cut: Cut; tiles: number; bytes: number } | undefined> {
	const file = await open(target).catch(() => undefined);
	if (!file) return undefined;
	try {
		const { size } = await file.stat();
		const { buffer } = await file.read(Buffer.alloc(FIRST_REQUEST), 0, FIRST_REQUEST, 0);
		const header = bytesToHeader(new Uint8Array(buffer).buffer, '');
		if (size !== header.tileDataOffset + (header.tileDataLength ?? 0)) return undefined;
		const packed = Buffer.alloc(header.jsonMetadataLength);
		await file.read(packed, 0, packed.length, header.jsonMetadataOffset);
		const { cut } = JSON.parse(gunzipSync(packed).toString()) as { cut: Cut };
		return { cut, tiles: header.numAddressedTiles, bytes: size };
	} catch {
		// Somebody else's, or none.
		return undefined;
	} finally {
		await file.close();
	}
}

async function freeBytes(folder: string): Promise<number> {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
}

function noRoom(bytes: number, folder: string): ExtractError {
	const [size, where] = [`${Math.ceil(bytes / 1e6)} MB`, resolve(folder)];
	return new ExtractError(
		'disk',
		`Er is geen plaats voor ${size} in ${where}. Maak plaats en geef het commando opnieuw.`,
		`There is no room for ${size} in ${where}. Make room and give the command again.`
	);
}
