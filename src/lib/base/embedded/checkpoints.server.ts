import { timeLimit } from '../settings/limits.server.ts';
import { tellError } from '../log/tellError.server.ts';
import type { Database } from './database.server.ts';
import type { DatabaseFiles } from './databaseFiles.server.ts';
import type { Turns } from './turns.server.ts';

/**
 * Writes the tables themselves to the disk now and then, as PostgreSQL does by a process that PGlite does not have. Until
 * then its log grows, and a start after a crash goes through all of it.
 * @returns stops it
 */
export function keepCheckpoints(
	db: Database,
	files: DatabaseFiles,
	turns: Turns,
	intervalMs = timeLimit('CHECKPOINT_INTERVAL_MS')
): () => void {
	let flushes = files.flushes;
	const timer = setInterval(() => {
		if (files.flushes === flushes) return;
		turns
			.run(async () => {
				await db.exec('checkpoint');
				flushes = files.flushes;
			})
			.catch((cause: unknown) =>
				console.error(`The log of the database is not cleared: ${tellError(cause)}`)
			);
	}, intervalMs);
	timer.unref();
	return () => clearInterval(timer);
}
