import { BOOTSTRAP_SQL, SESSION_SQL } from './bootstrap.server.ts';
import type { Database } from './database.server.ts';
import { applyMigrations, readMigrations } from './migrations.server.ts';
import { applySeeds } from './seeds.server.ts';

/**
 * Makes a database, empty or of an earlier start, what this version of the application expects: roles and grants,
 * Auth's own schema, migrations, seeds.
 * @throws MigrationError when a migration fails or does not fit what the database has
 */
export async function prepareDatabase(
	db: Database,
	{
		ensureSystemSchema,
		supabaseDir,
		exampleData
	}: { ensureSystemSchema: () => Promise<void>; supabaseDir: string; exampleData: boolean }
): Promise<void> {
	await db.exec(BOOTSTRAP_SQL);
	await ensureSystemSchema();
	await db.exec(SESSION_SQL);
	await applyMigrations(db, await readMigrations(supabaseDir));
	await applySeeds(db, { supabaseDir, exampleData });
}
