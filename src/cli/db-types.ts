/** `npm run db:types`: writes the TypeScript types of the database, as its migrations make it. */
import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { runSupabase } from './throwaway.ts';

const FILE = 'src/lib/database.types.ts';

const { code, output } = await runSupabase(['gen', 'types', 'typescript', '--schema', 'public']);
if (code !== 0) process.exit(code);
const types = output.slice(output.indexOf('export type'));
await writeFile(FILE, await format(types, { ...(await resolveConfig(FILE)), parser: 'typescript' }));
console.log(`${FILE} geschreven.`);
