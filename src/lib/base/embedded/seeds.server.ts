import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from './database.server.ts';

const REFERENCE = 'reference.sql';
const EXAMPLE = 'example.sql';
const EXAMPLE_REMOVE = 'example_remove.sql';

/**
 * Brings the rows of `<supabaseDir>/seeds` in step with their files: reference data always, the invented participants and
 * accounts only when asked for, and taken away again when no longer. A file that has not changed since is not read into
 * the database again. Recorded where the Supabase CLI records it.
 * @returns the file names that were run now
 */
export async function applySeeds(
	db: Database,
	{ supabaseDir, exampleData }: { supabaseDir: string; exampleData: boolean }
): Promise<string[]> {
	await db.exec(`
		create schema if not exists supabase_migrations;
		create table if not exists supabase_migrations.seed_files (path text primary key, hash text not null);
	`);
	const { rows } = await db.query<{ path: string; hash: string }>(
		'select path, hash from supabase_migrations.seed_files'
	);
	const recorded = new Map(rows.map(({ path, hash }) => [path, hash]));
	const folder = join(supabaseDir, 'seeds');
	const applied: string[] = [];

	const reference = await readSeed(folder, REFERENCE);
	if (reference && recorded.get(REFERENCE) !== reference.hash) {
		await run(db, reference, { path: REFERENCE, hash: reference.hash });
		applied.push(REFERENCE);
	}
	if (exampleData) {
		const example = await readSeed(folder, EXAMPLE);
		if (example && (applied.length > 0 || recorded.get(EXAMPLE) !== example.hash)) {
			await run(db, example, { path: EXAMPLE, hash: example.hash });
			applied.push(EXAMPLE);
		}
	} else if (await hasExampleRows(db)) {
		const remove = await readSeed(folder, EXAMPLE_REMOVE);
		if (!remove)
			throw new Error(`${EXAMPLE_REMOVE} is missing in ${folder}; the example data cannot be left out.`);
		await run(db, remove, { path: EXAMPLE, hash: null });
		applied.push(EXAMPLE_REMOVE);
	}
	if (applied.length > 0) await db.exec('analyze');
	return applied;
}

async function readSeed(
	folder: string,
	name: string
): Promise<{ name: string; sql: string; hash: string } | undefined> {
	const path = join(folder, name);
	if (!existsSync(path)) return undefined;
	const sql = await readFile(path, 'utf8');
	return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
}

/** Asks the rows, not the record: they may have come in through another door, such as the Postgres port. */
async function hasExampleRows(db: Database): Promise<boolean> {
	const { rows } = await db.query<{ found: boolean }>(
		`select exists (select from public.local_government where is_example)
			or exists (select from public.volunteer_desk where is_example)
			or exists (select from public.profile where is_example) as found`
	);
	return rows[0]?.found === true;
}

/** A seed is one transaction of its own and may be run again, so its record may come after it. */
async function run(
	db: Database,
	{ name, sql }: { name: string; sql: string },
	record: { path: string; hash: string | null }
): Promise<void> {
	try {
		await db.exec(sql);
	} catch (cause) {
		await db.exec('rollback');
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new Error(`Seed ${name} failed and was rolled back: ${reason}`, { cause });
	}
	await db.query('delete from supabase_migrations.seed_files where path = $1', [record.path]);
	if (record.hash === null) return;
	await db.query('insert into supabase_migrations.seed_files (path, hash) values ($1, $2)', [
		record.path,
		record.hash
	]);
}
