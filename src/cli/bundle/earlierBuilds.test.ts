import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepEarlier, putAside } from './earlierBuilds';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.parse('2026-03-02T09:00:00Z');
let folder: string;
let out: string;
let aside: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'builds-'));
	out = join(folder, 'build');
	aside = join(folder, 'aside');
});
afterEach(() => rmSync(folder, { recursive: true }));

const pathOf = (file: string) => join(out, 'client/_app/immutable', file);
const isServed = (file: string) => existsSync(pathOf(file));

/** As the adapter does: everything that was there is gone. */
function build(files: string[], now: number): void {
	putAside(out, aside);
	rmSync(out, { recursive: true, force: true });
	for (const file of files) {
		mkdirSync(dirname(pathOf(file)), { recursive: true });
		writeFileSync(pathOf(file), file);
	}
	keepEarlier(out, aside, now);
}

it('a page of the build before finds its files', () => {
	build(['chunks/a1.js', 'chunks/same.js'], START);
	build(['chunks/a2.js', 'chunks/same.js'], START + DAY);
	expect(['chunks/a1.js', 'chunks/a2.js', 'chunks/same.js'].filter(isServed)).toHaveLength(3);
	expect(existsSync(aside)).toBe(false);
});

it('no more than two builds before are kept, however often the site is built', () => {
	for (const n of [1, 2, 3, 4, 5]) build([`chunks/a${n}.js`], START + n);
	expect([1, 2, 3, 4, 5].filter((n) => isServed(`chunks/a${n}.js`))).toEqual([3, 4, 5]);
});

it('nothing is kept for longer than a month after it was built', () => {
	build(['chunks/old.js'], START);
	build(['chunks/new.js'], START + 31 * DAY);
	expect(isServed('chunks/old.js')).toBe(false);
});

it('a build of before this was done is kept too', () => {
	mkdirSync(dirname(pathOf('chunks/first.js')), { recursive: true });
	writeFileSync(pathOf('chunks/first.js'), '');
	build(['chunks/a.js'], START);
	expect(isServed('chunks/first.js')).toBe(true);
});
