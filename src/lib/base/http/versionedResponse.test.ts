import { expect, test } from 'vitest';
import { editionOf } from '$lib/directory/edition.server';
import { versionedResponse } from './versionedResponse.server';

const directory = { version: 7, changedAt: '2026-11-21T12:00:00Z' };
const kept = (v: string) => {
	const url = new URL(`http://localhost/kaart/gegevens.json?v=${v}`);
	return versionedResponse('{}', 'application/json', url, editionOf(directory)).headers.get('cache-control');
};

test('an address that names what it shows is kept for a day, any other is asked for again', () => {
	expect(kept(editionOf(directory))).toBe('public, max-age=86400');
	expect(kept('7')).toBe('no-cache');
	expect(kept('')).toBe('no-cache');
});

test('a database made anew is another edition, also under the same number', () => {
	expect(kept(editionOf({ ...directory, changedAt: '2026-11-22T12:00:00Z' }))).toBe('no-cache');
	expect(kept(editionOf({ ...directory, version: 8 }))).toBe('no-cache');
	expect(editionOf(directory)).toMatch(/^[\w-]{22}$/);
});
