import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import type { Database } from './database.server.ts';
import { lockDataDir } from './lock.server.ts';

/**
 * Runs `work` on the database in a data folder as it is, without Auth or Data API, and without bringing migrations or
 * seeds up to date: for a word in between at the terminal.
 * @returns undefined when there is no database in the folder
 * @throws DataDirLockedError when another process has the folder
 */
export async function withStoredDatabase<T>(
	dataDir: string,
	work: (db: Database) => Promise<T>
): Promise<T | undefined> {
	const folder = join(dataDir, 'postgres');
	if (!existsSync(folder)) return undefined;
	const unlock = lockDataDir(dataDir);
	try {
		const db = await PGlite.create(folder, { extensions: { postgis } });
		try {
			return await work(db);
		} finally {
			await db.close();
		}
	} finally {
		unlock();
	}
}
