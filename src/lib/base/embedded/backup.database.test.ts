import { lstatSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeBackup, restoreBackup } from './backup.server.ts';
import { bootEmbedded } from './index.server.ts';
import { copyInstallation, createInstallation, type Installation } from './installation.fixture.ts';

let installation: Installation;
let backup: string;
let keys: string;
beforeAll(async () => {
	installation = await createInstallation();
	backup = join(installation.folder, 'backup');
	await write(1);
	keys = readFileSync(join(installation.dataDir, 'keys.json'), 'utf8');
	await makeBackup(installation.dataDir, backup);
	await write(2);
});
afterAll(() => installation.remove());

const boot = (where = installation) => bootEmbedded({ ...where, exampleData: false });

async function write(id: number): Promise<void> {
	const embedded = await boot();
	await embedded.exclusively((db) => db.query('insert into public.note values ($1)', [id]));
	await embedded.close();
}

async function notes(where: Installation): Promise<number[]> {
	const embedded = await boot(where);
	try {
		const { rows } = await embedded.exclusively((db) =>
			db.query<{ id: number }>('select id from public.note order by id')
		);
		return rows.map(({ id }) => id);
	} finally {
		await embedded.close();
	}
}

it('is the database and its keys, for their owner only', () => {
	expect(readdirSync(backup).sort()).toEqual(['keys.json', 'postgres.tar.gz']);
	expect(lstatSync(backup).mode & 0o777).toBe(0o700);
	for (const name of readdirSync(backup)) expect(lstatSync(join(backup, name)).mode & 0o777).toBe(0o600);
});

it('is not made over another, of nothing, or while the site runs', async () => {
	const { dataDir, folder } = installation;
	await expect(makeBackup(dataDir, backup)).rejects.toThrow('is there already.');
	await expect(makeBackup(join(folder, 'nowhere'), join(folder, 'other'))).rejects.toThrow('no database in');
	const embedded = await boot();
	await expect(makeBackup(dataDir, join(folder, 'other'))).rejects.toThrow('is in use by');
	await expect(restoreBackup(backup, dataDir)).rejects.toThrow('is in use by');
	await embedded.close();
});

it('brings back what was there then, also in an empty folder, and keeps what it replaces', async () => {
	const there = await copyInstallation(installation);
	expect(await notes(there)).toEqual([1, 2]);
	const aside = await restoreBackup(backup, there.dataDir, new Date('2026-12-01T08:00:00Z'));
	expect(aside).toBe(join(there.dataDir, 'before-restore-2026-12-01T08-00-00-000Z'));
	expect(readdirSync(aside ?? '').sort()).toEqual(['keys.json', 'postgres']);
	expect(await notes(there)).toEqual([1]);

	rmSync(there.dataDir, { recursive: true });
	expect(await restoreBackup(backup, there.dataDir)).toBeUndefined();
	expect(readFileSync(join(there.dataDir, 'keys.json'), 'utf8')).toBe(keys);
	expect(await notes(there)).toEqual([1]);
	await there.remove();
});

it('changes nothing when it is damaged, or no backup', async () => {
	const there = await copyInstallation(installation);
	const damaged = join(there.folder, 'backup');
	truncateSync(join(damaged, 'postgres.tar.gz'), 100_000);
	await expect(restoreBackup(damaged, there.dataDir)).rejects.toThrow('cannot be read; nothing has changed');
	await expect(restoreBackup(there.folder, there.dataDir)).rejects.toThrow('is no backup');
	expect(readdirSync(there.dataDir).filter((name) => /new|preparing|before/.test(name))).toEqual([]);
	expect(await notes(there)).toEqual([1, 2]);
	await there.remove();
});

it('that a power cut leaves half restored is told, not taken for an empty folder', async () => {
	const there = await copyInstallation(installation);
	const aside = await restoreBackup(backup, there.dataDir);
	// All but the last step.
	renameSync(join(there.dataDir, 'postgres'), join(there.dataDir, 'postgres.preparing'));
	await expect(boot(there)).rejects.toThrow(`What was there before is in ${aside}.`);
	expect(readdirSync(there.dataDir)).not.toContain('postgres');

	await restoreBackup(backup, there.dataDir);
	expect(await notes(there)).toEqual([1]);
	await there.remove();
});
