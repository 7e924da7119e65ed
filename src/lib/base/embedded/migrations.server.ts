import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from './database.server.ts';

export interface Migration {
	/** Fourteen digits, the part of the file name before the first underscore. */
	version: string;
	name: string;
	file: string;
	sql: string;
}

/** A migration that cannot be applied, or a history that does not fit the files. The message names the file. */
export class MigrationError extends Error {
	override name = 'MigrationError';
}

/** The migrations of `<supabaseDir>/migrations`, oldest first. */
export async function readMigrations(supabaseDir: string): Promise<Migration[]> {
	const folder = join(supabaseDir, 'migrations');
	const migrations: Migration[] = [];
	for (const file of (await readdir(folder)).sort()) {
		const match = /^(\d+)_(.+)\.sql$/.exec(file);
		const [, version, name] = match ?? [];
		if (!version || !name) continue;
		migrations.push({ version, name, file, sql: await readFile(join(folder, file), 'utf8') });
	}
	return migrations;
}

/**
 * Applies what has not been applied yet, in order, each in a transaction of its own, and records it as the Supabase
 * CLI does.
 * @returns the file names that were applied now
 * @throws MigrationError when one fails (nothing of it remains), when an applied one was changed afterwards, or when
 *   the database is ahead of these files.
 */
export async function applyMigrations(db: Database, migrations: Migration[]): Promise<string[]> {
	await db.exec(`
		create schema if not exists supabase_migrations;
		create table if not exists supabase_migrations.schema_migrations (
			version text primary key, statements text[], name text
		);
	`);
	const history = await db.query<{ version: string; statements: string[] | null; name: string | null }>(
		'select version, statements, name from supabase_migrations.schema_migrations order by version'
	);
	checkHistory(migrations, history.rows);

	const done = new Set(history.rows.map((row) => row.version));
	const applied: string[] = [];
	for (const migration of migrations) {
		if (done.has(migration.version)) continue;
		await applyOne(db, migration);
		applied.push(migration.file);
	}
	return applied;
}

function checkHistory(
	migrations: Migration[],
	history: { version: string; statements: string[] | null; name: string | null }[]
): void {
	for (const row of history) {
		const migration = migrations.find(({ version }) => version === row.version);
		if (!migration) {
			throw new MigrationError(unknown(`${row.version}_${row.name ?? ''}`, migrations));
		}
		if (row.statements && row.statements.join('') !== migration.sql) {
			throw new MigrationError(
				`Migration ${migration.file} was changed after this database applied it. Put its text back and write a new ` +
					'migration, or begin again with `npm run db:reset`.'
			);
		}
	}
}

/** Migrations are only added: one that is not there is of a later version, or of before the first release. */
function unknown(name: string, migrations: Migration[]): string {
	const last = migrations.at(-1)?.file ?? '';
	return name > last
		? `The database has migration ${name}, which this version of the application does not know. Start the newer ` +
				'version, or begin again with `npm run db:reset`.'
		: 'Deze database is van vóór de eerste versie die uitkwam, en kan niet mee. Begin opnieuw met `npm run db:reset`. / ' +
				`This database was made before the first release (migration ${name}) and cannot be brought along. Begin again ` +
				'with `npm run db:reset`.';
}

async function applyOne(db: Database, { version, name, file, sql }: Migration): Promise<void> {
	try {
		await db.transaction(async (tx) => {
			await tx.exec(sql);
			await tx.query(
				'insert into supabase_migrations.schema_migrations (version, statements, name) values ($1, $2, $3)',
				[version, [sql], name]
			);
		});
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new MigrationError(`Migration ${file} failed and was rolled back: ${reason}`, { cause });
	}
}
