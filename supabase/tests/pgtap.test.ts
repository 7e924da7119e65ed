import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pgtap } from '@electric-sql/pglite/pgtap';
import { describe, it } from 'vitest';
import { bootForTests } from '../../src/lib/base/embedded/embedded.fixture.ts';
import { parseTap, type TapResult } from './tap.ts';

/** The SQL files beside this one; `supabase test db` runs the same files in a container. */
const files = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.sql')).sort();
const embedded = await bootForTests({ exampleData: false, extensions: { pgtap } });

for (const file of files) {
	const results = await run(await readFile(join(import.meta.dirname, file), 'utf8'));
	describe(file, () => {
		for (const [index, { ok, description, diagnosis }] of results.entries()) {
			it(description || `test ${index + 1}`, () => {
				if (!ok) throw new Error(diagnosis || 'not ok');
			});
		}
	});
}
await embedded.close();

function run(sql: string): Promise<TapResult[]> {
	return embedded.exclusively(async (db) => {
		try {
			const rows = (await db.exec(sql)).flatMap((result) => result.rows);
			return parseTap(rows.flatMap((row) => Object.values(row)).filter((value) => typeof value === 'string'));
		} catch (error) {
			await db.exec('rollback; reset role');
			return [{ ok: false, description: 'runs to its end', diagnosis: String(error) }];
		}
	});
}
