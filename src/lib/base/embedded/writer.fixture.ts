/**
 * A process for the tests: opens a data folder, writes rows as fast as it can and prints the number of each row once
 * the database has confirmed it. Arguments: data folder, folder with migrations and seeds, file for the same numbers.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { bootEmbedded } from './index.server.ts';

const [, , dataDir = '', supabaseDir = '', confirmations = ''] = process.argv;
writeFileSync(confirmations, '');
const embedded = await bootEmbedded({ dataDir, supabaseDir, exampleData: false });
for (let id = 1; ; id++) {
	await embedded.exclusively((db) => db.query('insert into public.note (id) values ($1)', [id]));
	appendFileSync(confirmations, `${id}\n`);
	process.stdout.write(`${id}\n`);
}
