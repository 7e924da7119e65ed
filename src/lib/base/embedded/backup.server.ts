import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { flushFolder } from './databaseFiles.server.ts';
import { lockDataDir } from './lock.server.ts';
import { closeToOthers } from './privateFolder.server.ts';
import { databaseIn, flushFile, makeDatabase, withStoredDatabase } from './storedDatabase.server.ts';

/** A mistake of the person at the terminal, in Dutch and English. */
export class BackupError extends Error {
	override name = 'BackupError';
}

const ASIDE = 'before-restore-';
const KEYS = 'keys.json';
const DATABASE = 'postgres.tar.gz';

/**
 * Puts the database and the keys of a data folder into a new folder, whole or not at all, for its owner only.
 * @throws BackupError when there is nothing to keep, or something in the way
 * @throws DataDirLockedError while the site runs
 */
export async function makeBackup(dataDir: string, target: string): Promise<void> {
	if (existsSync(target)) {
		throw new BackupError(`${resolve(target)} bestaat al. / ${resolve(target)} is there already.`);
	}
	const unfinished = `${target}.unfinished`;
	const kept = await withStoredDatabase(dataDir, async (db) => {
		await db.exec('checkpoint');
		rmSync(unfinished, { recursive: true, force: true });
		mkdirSync(unfinished, { recursive: true, mode: 0o700 });
		const dump = await db.dumpDataDir('gzip');
		writeFileSync(join(unfinished, DATABASE), Buffer.from(await dump.arrayBuffer()), { mode: 0o600 });
		copyFileSync(join(dataDir, KEYS), join(unfinished, KEYS));
		for (const name of [DATABASE, KEYS]) flushFile(join(unfinished, name));
		flushFolder(unfinished);
		renameSync(unfinished, target);
		flushFolder(dirname(resolve(target)));
		return true;
	});
	if (!kept) {
		throw new BackupError(
			`Er is geen database in ${resolve(dataDir)}. / There is no database in ${resolve(dataDir)}.`
		);
	}
}

/**
 * Puts a backup in the place of what is in a data folder. That is moved aside, and stays.
 * @param now for the name of what is moved aside
 * @returns where that is; undefined when there was nothing
 * @throws BackupError when it is no backup; then nothing has changed
 * @throws DataDirLockedError while the site runs
 */
export async function restoreBackup(
	source: string,
	dataDir: string,
	now = new Date()
): Promise<string | undefined> {
	for (const name of [DATABASE, KEYS]) {
		if (!existsSync(join(source, name))) {
			throw new BackupError(
				`${resolve(source)} is geen back-up: ${name} ontbreekt. / ${resolve(source)} is no backup: ${name} is missing.`
			);
		}
	}
	const unlock = lockDataDir(dataDir);
	try {
		const folder = databaseIn(dataDir);
		const keys = join(dataDir, KEYS);
		const aside = join(dataDir, `${ASIDE}${now.toISOString().replace(/[:.]/g, '-')}`);
		let moved = false;
		// Beside its place first: a copy breaks off where the disk is full.
		copyFileSync(join(source, KEYS), `${keys}.new`);
		flushFile(`${keys}.new`);
		const makeWay = () => {
			for (const present of [folder, keys].filter((path) => existsSync(path))) {
				mkdirSync(aside, { recursive: true, mode: 0o700 });
				renameSync(present, join(aside, present === folder ? 'postgres' : KEYS));
				moved = true;
			}
			renameSync(`${keys}.new`, keys);
		};
		try {
			await makeDatabase(folder, unpacked(join(source, DATABASE)), makeWay);
		} catch (cause) {
			rmSync(`${keys}.new`, { force: true });
			rmSync(`${folder}.preparing`, { recursive: true, force: true });
			throw new BackupError(
				`${resolve(source)} kan niet gelezen worden; er is niets veranderd. / ` +
					`${resolve(source)} cannot be read; nothing has changed.`,
				{ cause }
			);
		}
		closeToOthers(dataDir);
		return moved ? aside : undefined;
	} finally {
		unlock();
	}
}

/**
 * A restore that a power cut ends between moving what was there aside and putting the backup in its place leaves no database:
 * a start would make an empty one, and seem to have lost everything.
 * @throws BackupError
 */
export function refuseHalfRestored(dataDir: string): void {
	const folder = databaseIn(dataDir);
	if (existsSync(folder) || !existsSync(`${folder}.preparing`)) return;
	const aside = readdirSync(dataDir)
		.filter((name) => name.startsWith(ASIDE) && existsSync(join(dataDir, name, 'postgres')))
		.sort()
		.at(-1);
	if (aside === undefined) return;
	const kept = resolve(dataDir, aside);
	throw new BackupError(
		`Het terugzetten van een back-up is afgebroken: zet ze nog eens terug met npm run db:restore. Wat er eerst was, staat in ${kept}. / ` +
			`Restoring a backup was cut short: restore it again with npm run db:restore. What was there before is in ${kept}.`
	);
}

/** Whole: PGlite goes on with the half that it could read. @throws where it is damaged */
const unpacked = (file: string): Blob => new Blob([gunzipSync(readFileSync(file))]);
