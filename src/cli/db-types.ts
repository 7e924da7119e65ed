/** `npm run db:types`: writes the TypeScript types of the database, as its migrations make it. */
import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { runSupabase } from './throwaway.ts';

const FILE = 'src/lib/base/database/database.types.ts';

/** What a function is given as JSON: whatever `JSON.stringify` makes JSON of, interfaces included. */
const GIVEN_AS_JSON = 'export type JsonArgument = string | number | boolean | object | null;\n\n';

/**
 * Any argument of a function in SQL may be null, which the generator leaves out; and what it calls JSON is what comes
 * back, of which an interface is none.
 */
const mendArguments = (types: string): string =>
	types.replace(/(\bp_\w+\W{0,2}): ([\w()[\]]+)/g, (_, name: string, type: string) =>
		type === 'Json' ? `${name}: JsonArgument` : `${name}: ${type} | null`
	);

const { code, output } = await runSupabase(['gen', 'types', 'typescript', '--schema', 'public']);
if (code !== 0) process.exit(code);
const types = GIVEN_AS_JSON + mendArguments(output.slice(output.indexOf('export type')));
await writeFile(FILE, await format(types, { ...(await resolveConfig(FILE)), parser: 'typescript' }));
console.log(`${FILE} geschreven.`);
