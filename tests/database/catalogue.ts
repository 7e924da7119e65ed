/** What a database is made of, apart from its rows. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../src/lib/base/embedded/database.server.ts';

const SQL = await readFile(join(import.meta.dirname, 'catalogue.sql'), 'utf8');

/** Tables, columns, constraints, indexes, policies, functions, triggers, types and who may what: a text each, sorted. */
export async function catalogue(db: Database): Promise<string[]> {
	const { rows } = await db.query<{ line: string }>(SQL);
	return rows.map(({ line }) => line);
}
