import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { PMTiles } from 'pmtiles';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
	PROTOMAPS_METADATA,
	serveParts,
	streetsArchive,
	streetTile,
	type Whim
} from '../../../tests/fixtures/streets.ts';
import { compress, writeArchive } from '../../../supabase/reference/ground/archive.ts';
import type { Box } from '../archive/archiveFormat.ts';
import { extract } from './extract.ts';
import { EXIT_CODES, diskRefusal, ExtractError } from './refusal.ts';

/** Around Gent and Antwerpen; there are tiles on all sides of it. */
const BOX: Box = [3.6, 50.95, 4.5, 51.3];
const QUICK = { pauses: [0, 0, 0, 0], silence: 60_000 };
const X: [number, number] = [8300, 8440];
const Y: [number, number] = [5440, 5500];

/** A third of the tiles is the same one, as the sea is; the others have a street of their own. */
const nameOf = (z: number, x: number, y: number) =>
	(x + y) % 3 === 0 ? 'Zeestraat' : `${z}-${x}-${y}-straat`;
const WORLD = streetsArchive({
	x: X,
	y: Y,
	maxZoom: 14,
	leafEntries: 512,
	tileOf: (z, x, y) => streetTile(nameOf(z, x, y))
});

let folder: string;
let target: string;
const servers: Awaited<ReturnType<typeof serveParts>>[] = [];
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'streets-'));
	target = join(folder, 'straten.pmtiles');
});
afterEach(() => {
	for (const server of servers.splice(0)) server.close();
	rmSync(folder, { recursive: true });
});

async function serve(file: Buffer = WORLD) {
	const server = await serveParts(file);
	servers.push(server);
	return server;
}

const cut = (address: string, more: Partial<Parameters<typeof extract>[0]> = {}) =>
	extract({ address, target, box: BOX, maxZoom: 14, patience: QUICK, longestPart: 20_000, ...more });

const reasonOf = async (trying: Promise<unknown>) => {
	const error = await trying.then(
		() => undefined,
		(caught: unknown) => caught
	);
	return error instanceof ExtractError ? error.reason : error;
};

function readerOf(file: Buffer) {
	return new PMTiles({
		getKey: () => 'read',
		getBytes: (offset, length) =>
			Promise.resolve({ data: new Uint8Array(file.subarray(offset, offset + length)).buffer })
	});
}

const bytesAsked = (asked: readonly [number, number][]) =>
	asked.reduce((sum, [from, to]) => sum + to - from + 1, 0);

describe('a cut', () => {
	test('has every tile of the box as it was, and no other', async () => {
		const { url } = await serve();
		await cut(url);
		const [world, ours] = [readerOf(WORLD), readerOf(readFileSync(target))];
		const header = await ours.getHeader();
		expect(header).toMatchObject({ minZoom: 0, maxZoom: 14, minLon: 3.6, maxLat: 51.3, clustered: true });
		let inside = 0;
		for (let z = 0; z <= 14; z++)
			for (let x = X[0] >> (14 - z); x <= X[1] >> (14 - z); x += z > 12 ? 7 : 1)
				for (let y = Y[0] >> (14 - z); y <= Y[1] >> (14 - z); y += z > 12 ? 5 : 1) {
					const [one, other] = await Promise.all([world.getZxy(z, x, y), ours.getZxy(z, x, y)]);
					const west = (x / 2 ** z) * 360 - 180;
					const isBeside = west > BOX[2] || west + 360 / 2 ** z < BOX[0];
					if (isBeside) expect(other).toBeUndefined();
					if (!other) continue;
					inside += 1;
					expect(Buffer.from(other.data).equals(Buffer.from(one?.data ?? new ArrayBuffer()))).toBe(true);
				}
		expect(inside).toBeGreaterThan(60);
		expect(header.numAddressedTiles).toBeGreaterThan(1_000);
		// The same content stands there once, and what says so is smaller than the tiles.
		expect(header.numTileContents).toBeLessThan(header.numTileEntries);
	});

	test('says itself what it is a cut of, with nothing of an account', async () => {
		const { url } = await serve();
		expect(await reasonOf(cut(url.replace('//', '//iemand:geheim@')))).toBe('usage');
		await cut(`${url}?sleutel=geheim`);
		const metadata = (await readerOf(readFileSync(target)).getMetadata()) as typeof PROTOMAPS_METADATA;
		expect(metadata).toMatchObject({ ...PROTOMAPS_METADATA, cut: { from: url, tag: '"een"', maxZoom: 14 } });
		expect(JSON.stringify(metadata)).not.toContain('geheim');
	});

	test('takes few requests, and little that it does not need', async () => {
		const { url, state } = await serve();
		const { bytes, tiles } = await cut(url, { longestPart: 4_000_000 });
		expect(state.asked.length).toBeLessThan(tiles / 20);
		expect(bytesAsked(state.asked)).toBeLessThan(bytes * 1.06 + 2 * 16_384 + 40_000);
	});

	test('ends at the zoom that was asked', async () => {
		const { url } = await serve();
		await cut(url, { maxZoom: 12 });
		expect(await readerOf(readFileSync(target)).getHeader()).toMatchObject({ maxZoom: 12 });
	});

	test('is made of a file on this machine too', async () => {
		const path = join(folder, 'wereld.pmtiles');
		writeFileSync(path, WORLD);
		await cut(path);
		const { url } = await serve();
		const local = readFileSync(target);
		rmSync(target);
		await cut(url);
		const tilesOf = (file: Buffer, at: number) => file.subarray(at);
		const [one, other] = [local, readFileSync(target)];
		const [oneAt, otherAt] = await Promise.all(
			[one, other].map(async (file) => (await readerOf(file).getHeader()).tileDataOffset)
		);
		expect(tilesOf(one, oneAt ?? 0).equals(tilesOf(other, otherAt ?? 0))).toBe(true);
	});

	test('of the same map is not made again', async () => {
		const { url, state } = await serve();
		await cut(url);
		state.asked.length = 0;
		expect(await cut(url)).toMatchObject({ isSame: true });
		expect(state.asked).toEqual([[0, 0]]);
		expect(await cut(url, { maxZoom: 13 })).toMatchObject({ isSame: false });
	});
});

describe('on a bad line', () => {
	/** Without any trouble. */
	async function wholeCut(): Promise<Buffer> {
		const { url } = await serve();
		await cut(url);
		const whole = readFileSync(target);
		rmSync(target);
		return whole;
	}

	/** The first half of what was asked, and then nothing: with its promised length, or without one. */
	const half =
		(isPromised: boolean): Whim =>
		({ headers }, response, nth) => {
			if (nth % 2 === 0) return false;
			const [, from = 0, to = 0] = (/(\d+)-(\d+)/.exec(headers.range ?? '') ?? []).map(Number);
			const part = WORLD.subarray(from, from + Math.ceil((to - from + 1) / 2));
			response.writeHead(206, {
				etag: '"een"',
				'content-range': `bytes ${from}-${to}/${WORLD.length}`,
				...(isPromised ? { 'content-length': to - from + 1 } : {})
			});
			if (isPromised) response.write(part, () => response.destroy());
			else response.end(part);
			return true;
		};

	test.each([
		['connections break', half(true)],
		['answers are too short', half(false)],
		['the server is busy now and then', (_, response, nth) => nth % 2 === 1 && busy(response)]
	] satisfies [string, Whim][])('where %s, the same comes of it', async (_, whim) => {
		const whole = await wholeCut();
		const { url, state } = await serve();
		state.whim = whim;
		await cut(url);
		const made = readFileSync(target);
		// Where it is from has another port.
		const at = (await readerOf(made).getHeader()).tileDataOffset;
		const wholeAt = (await readerOf(whole).getHeader()).tileDataOffset;
		expect(made.subarray(at).equals(whole.subarray(wholeAt))).toBe(true);
	});

	const busy = (response: ServerResponse) => {
		response.writeHead(503, { 'retry-after': '0' }).end();
		return true;
	};

	test('what came stays, and is not asked again', async () => {
		const { url, state } = await serve();
		await cut(url);
		const whole = readFileSync(target);
		const all = state.asked.length;
		rmSync(target);

		state.asked.length = 0;
		state.whim = (_, response, nth) => nth > all / 2 && busy(response);
		expect(await reasonOf(cut(url))).toBe('connection');
		expect(readdirSync(folder).toSorted()).toEqual([
			'straten.pmtiles.partial',
			'straten.pmtiles.partial.done'
		]);
		const before = new Set(state.asked.map(String));

		state.asked.length = 0;
		state.whim = () => false;
		const resumed: number[] = [];
		await cut(url, { onplan: (plan) => resumed.push(plan.resumed) });
		expect(resumed[0]).toBeGreaterThan(0);
		expect(state.asked.length).toBeLessThan(all);
		expect(state.asked.filter((range) => before.has(String(range))).length).toBeLessThan(all / 2);
		expect(readFileSync(target).equals(whole)).toBe(true);
		expect(readdirSync(folder)).toEqual(['straten.pmtiles']);
	});

	test('two builds are never mixed', async () => {
		const { url, state } = await serve();
		state.whim = (_, __, nth) => {
			if (nth > 12) state.tag = '"twee"';
			return false;
		};
		expect(await reasonOf(cut(url))).toBe('changed');
		expect(existsSync(target)).toBe(false);

		state.whim = () => false;
		const resumed: number[] = [];
		await cut(url, { onplan: (plan) => resumed.push(plan.resumed) });
		expect(resumed).toEqual([0]);
		expect(await readerOf(readFileSync(target)).getMetadata()).toMatchObject({ cut: { tag: '"twee"' } });
	});

	test('a line of the list that was not written to its end counts for nothing', async () => {
		const { url, state } = await serve();
		state.whim = (_, response, nth) => nth > 20 && busy(response);
		await reasonOf(cut(url));
		const list = `${target}.partial.done`;
		writeFileSync(list, readFileSync(list, 'utf8').replace(/\d+\n$/, '1'));
		state.whim = () => false;
		await cut(url);
		expect(readdirSync(folder)).toEqual(['straten.pmtiles']);
	});
});

test('the command goes on where it was killed', { timeout: 240_000 }, async () => {
	// Larger than what it asks at a time, twice over: what does not pack.
	const file = streetsArchive({
		x: [8360, 8375],
		y: [5470, 5485],
		maxZoom: 14,
		minZoom: 13,
		tileOf: (z, x, y) => streetTile(`${z}-${x}-${y}-straat`, randomBytes(32_000).toString('base64'))
	});
	const { url, state } = await serve(file);
	const run = () => {
		const child = spawn(process.execPath, ['src/cli/map-extract.ts', url], {
			env: { ...process.env, DATA_DIR: folder, BASEMAP_PMTILES: '' },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		const said: string[] = [];
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(String(text)));
		return { child, said };
	};
	const first = run();
	const ended = once(first.child, 'exit');
	// It hangs in the middle of its second part.
	const hangs = new Promise<void>((resolve) => {
		let large = 0;
		state.whim = ({ headers }, response) => {
			const [, from = 0, to = 0] = (/(\d+)-(\d+)/.exec(headers.range ?? '') ?? []).map(Number);
			if (to - from < 1_000_000 || ++large < 2) return false;
			response.writeHead(206, {
				etag: state.tag,
				'content-range': `bytes ${from}-${to}/${file.length}`,
				'content-length': to - from + 1
			});
			response.write(file.subarray(from, from + 1_000), () => resolve());
			return true;
		};
	});
	await Promise.race([hangs, ended.then(() => Promise.reject(new Error(first.said.join(''))))]);
	first.child.kill('SIGKILL');
	await ended;
	expect(readdirSync(folder).toSorted()).toEqual(['straten.pmtiles.partial', 'straten.pmtiles.partial.done']);

	state.whim = () => false;
	state.asked.length = 0;
	const second = run();
	expect(await once(second.child, 'exit'), second.said.join('')).toEqual([0, null]);
	expect(second.said.join('')).toMatch(/1 daarvan waren er al[\s\S]*Klaar en nagekeken/);
	expect(bytesAsked(state.asked)).toBeLessThan(file.length - 3_000_000);
	expect(readdirSync(folder)).toEqual(['straten.pmtiles']);

	const third = run();
	expect(await once(third.child, 'exit')).toEqual([0, null]);
	expect(third.said.join('')).toContain('er is niets te doen');
});

describe('it is said what stands in the way', () => {
	const tile = { z: 14, x: 8370, y: 5475, data: compress(Buffer.from('x')) };
	const raster = () => {
		const file = Buffer.from(WORLD);
		file.writeUInt8(2, 99);
		return file;
	};
	const other = (fields: object) =>
		streetsArchive({
			x: [8360, 8361],
			y: [5470, 5471],
			maxZoom: 14,
			metadata: { vector_layers: ['earth', 'roads', 'water'].map((id) => ({ id, fields })) }
		});

	test.each([
		['no PMTiles file', 'format', () => Buffer.alloc(40_000, 'x')],
		['a short one', 'format', () => Buffer.from('PMTiles')],
		['an empty one', 'format', () => Buffer.alloc(0)],
		['pictures', 'vector', raster],
		['the schema before this one', 'schema', () => other({ 'pmap:kind': 'String' })],
		[
			'streets of somewhere else',
			'elsewhere',
			() => streetsArchive({ x: [10, 12], y: [5470, 5471], minZoom: 14, maxZoom: 14 })
		],
		[
			'a tile that is damaged',
			'damaged',
			() =>
				writeArchive({
					tiles: [{ ...tile, data: tile.data.subarray(0, 12) }],
					bounds: BOX,
					minZoom: 14,
					maxZoom: 14,
					metadata: PROTOMAPS_METADATA
				})
		]
	] as const)('%s', async (_, reason, file) => {
		const { url } = await serve(file());
		expect(await reasonOf(cut(url))).toBe(reason);
		expect(readdirSync(folder)).toEqual([]);
	});

	test.each([
		['nothing at the address', 'address', (response: ServerResponse) => response.writeHead(404).end()],
		['a server without parts', 'ranges', (response: ServerResponse) => response.writeHead(200).end(WORLD)],
		[
			'one that packs them on the way',
			'ranges',
			(response: ServerResponse) =>
				response
					.writeHead(206, { 'content-encoding': 'gzip', 'content-range': 'bytes 0-0/9' })
					.end(compress(Buffer.from('P')))
		]
	] as const)('%s', async (_, reason, answer) => {
		const { url, state } = await serve();
		state.whim = (_, response) => {
			answer(response);
			return true;
		};
		expect(await reasonOf(cut(url))).toBe(reason);
	});

	test('no such file', async () => {
		expect(await reasonOf(cut(join(folder, 'weg.pmtiles')))).toBe('address');
	});

	test('a disk without room, before and while it is written', async () => {
		const { url } = await serve();
		expect(await reasonOf(cut(url, { free: () => Promise.resolve(1_000) }))).toBe('disk');
		expect(readdirSync(folder)).toEqual([]);
		const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
		expect(diskRefusal(full)).toMatchObject({ reason: 'disk' });
	});

	test('each by a code of its own', () => {
		const codes = Object.values(EXIT_CODES);
		expect(new Set(codes).size).toBe(codes.length);
		expect(codes).not.toContain(0);
		expect(codes).not.toContain(1);
	});
});
