/** `npm run db:advisors`: Supabase's own security and performance lints; any finding is a failure. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { runSupabase } from './throwaway.ts';

const report = v.object({
	results: v.array(
		v.object({ level: v.string(), title: v.string(), detail: v.string(), remediation: v.string() })
	)
});

const questions = await readFile(join(import.meta.dirname, 'db-advisors.sql'), 'utf8');

const { code, output } = await runSupabase(
	['db', 'advisors', '--type', 'all', '--level', 'info', '--fail-on', 'none', '--output-format', 'json'],
	(embedded) =>
		embedded.exclusively(async (db) => {
			await db.transaction((tx) => tx.exec(questions));
			await db.exec('select pg_stat_force_next_flush()');
		})
);
if (code !== 0) process.exit(code);

const { results } = v.parse(report, JSON.parse(output));
for (const { level, title, detail, remediation } of results) {
	console.error(`${level} ${title}: ${detail}\n  ${remediation}`);
}
console.log(
	results.length === 0 ? 'Advisors: geen bevindingen.' : `Advisors: ${results.length} bevinding(en).`
);
process.exitCode = results.length === 0 ? 0 : 1;
