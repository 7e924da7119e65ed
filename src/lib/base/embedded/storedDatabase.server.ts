import { existsSync, fsyncSync, openSync, closeSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Database } from './database.server.ts';
import { DatabaseFiles, flushFolder, START_PARAMETERS } from './databaseFiles.server.ts';
import { EXTENSIONS } from './extensions.server.ts';
import { lockDataDir } from './lock.server.ts';

/** Where the database is in a data folder. */
export const databaseIn = (dataDir: string): string => join(dataDir, 'postgres');

/**
 * Runs `work` on the database in a data folder as it is, without Auth or Data API, and without bringing migrations or
 * seeds up to date: for a word in between at the terminal.
 * @returns undefined when there is no database in the folder
 * @throws DataDirLockedError when another process has the folder
 */
export async function withStoredDatabase<T>(
	dataDir: string,
	work: (db: Database & Pick<PGlite, 'dumpDataDir'>) => Promise<T>
): Promise<T | undefined> {
	const folder = databaseIn(dataDir);
	if (!existsSync(folder)) return undefined;
	const unlock = lockDataDir(dataDir);
	try {
		const db = await PGlite.create({
			fs: new DatabaseFiles(folder),
			startParams: START_PARAMETERS,
			extensions: EXTENSIONS
		});
		try {
			return await work(db);
		} finally {
			await db.close();
		}
	} finally {
		unlock();
	}
}

/**
 * Makes a database beside its place and moves it there whole, and on the disk: a crash never leaves half a one in it.
 * @param contents from `dumpDataDir`; an empty database without
 * @param makeWay is called when all of it is there, just before it is moved
 */
export async function makeDatabase(folder: string, contents?: Blob, makeWay = () => {}): Promise<void> {
	const preparing = `${folder}.preparing`;
	rmSync(preparing, { recursive: true, force: true });
	const db = await PGlite.create(
		preparing,
		contents ? { loadDataDir: contents, extensions: EXTENSIONS } : {}
	);
	await db.close();
	flushTree(preparing);
	makeWay();
	renameSync(preparing, folder);
	flushFolder(dirname(folder));
}

function flushTree(folder: string): void {
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) flushTree(path);
		else if (entry.isFile()) flushFile(path);
	}
	flushFolder(folder);
}

/** Makes what is in a file last. */
export function flushFile(path: string): void {
	const descriptor = openSync(path, 'r+');
	try {
		fsyncSync(descriptor);
	} finally {
		closeSync(descriptor);
	}
}
