import {
	chmodSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { closeToOthers } from './privateFolder.server.ts';

let folder: string;
let dataDir: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'private-folder-'));
	dataDir = join(folder, 'data');
	mkdirSync(join(dataDir, 'postgres', 'base'), { recursive: true });
	for (const path of ['keys.json', 'postgres/PG_VERSION', 'postgres/base/1', 'mine.txt']) {
		writeFileSync(join(dataDir, path), '');
	}
	for (const path of ['', 'postgres', 'postgres/base']) chmodSync(join(dataDir, path), 0o755);
	for (const path of ['keys.json', 'postgres/PG_VERSION', 'postgres/base/1', 'mine.txt']) {
		chmodSync(join(dataDir, path), 0o644);
	}
});
afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (path: string) => (lstatSync(path).mode & 0o777).toString(8);

it('closes a folder that somebody else made, and what is ours in it', () => {
	expect(closeToOthers(dataDir)).toBeUndefined();
	expect(modeOf(dataDir)).toBe('700');
	const modes = readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).map((name) => [
		name,
		modeOf(join(dataDir, name))
	]);
	expect(Object.fromEntries(modes)).toEqual({
		'keys.json': '600',
		'mine.txt': '644',
		postgres: '700',
		'postgres/PG_VERSION': '600',
		'postgres/base': '700',
		'postgres/base/1': '600'
	});
});

it('leaves alone what a link leads to', () => {
	const elsewhere = join(folder, 'elsewhere.json');
	writeFileSync(elsewhere, '');
	chmodSync(elsewhere, 0o644);
	symlinkSync(elsewhere, join(dataDir, 'keys.json.new'));
	expect(closeToOthers(dataDir)).toBeUndefined();
	expect(modeOf(elsewhere)).toBe('644');
});

it('warns where the disk does not let it', () => {
	const told = closeToOthers(dataDir, () => {
		throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
	});
	expect(told).toContain(`kunnen de gegevensmap ${dataDir} lezen`);
	expect(told).toContain(`can read the data folder ${dataDir}.`);
});
