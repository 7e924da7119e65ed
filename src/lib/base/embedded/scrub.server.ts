/**
 * What was deleted stands in the files of a database until something else is written there. PGlite cleans nothing by itself,
 * and an ordinary `vacuum` leaves bytes where they were: rows in the room between others, addresses in an index. So tables
 * are written anew, with their indexes; then the log of changes begins in a new file, and the earlier ones go.
 */
import type { Queries } from './database.server.ts';

/** More files of the log than a database keeps ready (`min_wal_size`: 80 MB, in files of 16). */
const LOG_FILES = 10;

type Alone = <T>(work: (db: Queries) => Promise<T>) => Promise<T>;

/**
 * @param alone runs what it gets alone, outside any transaction; taken for each table, so that others wait for no more
 * @returns takes out of the data folder what was deleted or replaced until it is called
 */
export function scrubber(alone: Alone): () => Promise<void> {
	let last: Promise<void> = Promise.resolve();
	// Whoever calls while it runs may have deleted something since: that is a run of its own.
	return () => (last = last.catch(() => {}).then(() => scrub(alone)));
}

async function scrub(alone: Alone): Promise<void> {
	const { rows } = await alone((db) =>
		db.query<{ name: string }>(
			`select oid::regclass::text as name from pg_class
			where relkind = 'r' and relnamespace::regnamespace::text in ('public', 'private', 'auth') order by 1`
		)
	);
	for (const { name } of rows) await alone((db) => db.exec(`vacuum full ${name}`));
	await alone(beginLog);
}

async function beginLog(db: Queries): Promise<void> {
	// A file that is kept to be used again keeps what stands in it.
	await db.exec('set wal_recycle = off');
	for (let file = 0; file < LOG_FILES; file++) {
		await db.exec('select pg_switch_wal()');
		await db.exec('checkpoint');
		const { rows } = await db.query(
			`select from pg_ls_waldir() where name > pg_walfile_name(pg_current_wal_insert_lsn()) limit 1`
		);
		if (rows.length === 0) return;
	}
}
