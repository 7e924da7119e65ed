import { mkdtempSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { streetsArchive } from '../../../../tests/fixtures/streets.ts';
import { basemapOrigins, basemapSettings } from '../basemap.server';
import { streetsFileOf, streetsOf } from './streetsFile.server';

const GENT = { x: [8360, 8363], y: [5475, 5478], maxZoom: 14 } satisfies Parameters<typeof streetsArchive>[0];
const STREETS = streetsArchive(GENT);

let folder: string;
let path: string;
const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'streets-'));
	path = join(folder, 'straten.pmtiles');
	warn.mockClear();
});
afterEach(() => rmSync(folder, { recursive: true }));

const here = () => ({ DATA_DIR: folder });

test('there are none without a file, and nothing is said of that', () => {
	expect(streetsOf(here())).toBeNull();
	expect(streetsFileOf(here())).toBeNull();
	expect(basemapSettings(here())).toBeNull();
	expect(warn).not.toHaveBeenCalled();
});

test('those in the data folder are found while the site runs, with where and of when they are', () => {
	expect(streetsOf(here())).toBeNull();
	writeFileSync(path, STREETS);
	expect(streetsOf(here())).toMatchObject({
		kind: 'streets',
		path: expect.stringMatching(/^\/kaart\/straten\.pmtiles\?v=[\w-]{8}$/),
		schema: 'protomaps',
		minZoom: 0,
		maxZoom: 14,
		bounds: [expect.closeTo(3.69, 1), expect.closeTo(51, 0), expect.closeTo(3.78, 1), expect.closeTo(51, 0)],
		day: '2026-09-24'
	});
	expect(streetsFileOf(here())).toMatchObject({
		path,
		size: STREETS.length,
		tag: expect.stringMatching(/^"[\w-]+"$/)
	});
	rmSync(path);
	expect(streetsOf(here())).toBeNull();
});

test('a file may be named instead; one that is not there is told of, once', () => {
	const other = join(folder, 'ander.pmtiles');
	writeFileSync(other, STREETS);
	expect(streetsFileOf({ ...here(), BASEMAP_PMTILES: other })?.path).toBe(other);
	const missing = { BASEMAP_PMTILES: join(folder, 'weg.pmtiles') };
	expect([streetsOf(missing), streetsOf(missing)]).toEqual([null, null]);
	expect(warn).toHaveBeenCalledTimes(1);
});

test('a file in its place has another address and another tag, also of the same size', () => {
	writeFileSync(path, STREETS);
	const [before, tag] = [streetsOf(here())?.path, streetsFileOf(here())?.tag];
	const next = join(folder, 'nieuw');
	writeFileSync(next, STREETS);
	utimesSync(next, new Date(), new Date(Date.now() + 5_000));
	renameSync(next, path);
	expect(streetsOf(here())?.path).not.toBe(before);
	expect(streetsFileOf(here())?.tag).not.toBe(tag);
});

test.each([
	['half a file', () => truncateSync(path, STREETS.length - 100), 'is not whole'],
	['no file of tiles', () => writeFileSync(path, 'x'.repeat(1000)), 'is no PMTiles file'],
	['a few bytes', () => truncateSync(path, 20), 'is not whole'],
	[
		'another schema',
		() =>
			writeFileSync(
				path,
				streetsArchive({ ...GENT, metadata: { vector_layers: [{ id: 'road' }, { id: 'water' }] } })
			),
		'does not know: road, water'
	]
])('%s is no map of streets, and the log says why, once', (_, spoil, why) => {
	writeFileSync(path, STREETS);
	spoil();
	expect([streetsOf(here()), streetsFileOf(here()), streetsOf(here())]).toEqual([null, null, null]);
	expect(warn).toHaveBeenCalledTimes(1);
	expect(warn.mock.calls[0]?.[0]).toContain(why);
});

test('an online map goes before them; with streets alone no other server is named', () => {
	writeFileSync(path, STREETS);
	expect(basemapSettings(here())).toMatchObject({ kind: 'streets' });
	expect(basemapOrigins(here())).toEqual([]);
	expect(basemapSettings({ ...here(), BASEMAP_STYLE_URL: 'https://kaarten.example/' })).toMatchObject({
		kind: 'style'
	});
});
