/** `npm run db:land`: notes that the new migrations land, with which they are never changed again. */
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { broken, LANDED, landedSums, lineOf, notLanded, sumsOfFiles } from './landed.ts';
import { reportAndExit, StartError } from './process.ts';

const SUPABASE = 'supabase';

try {
	const [files, landed] = await Promise.all([sumsOfFiles(SUPABASE), landedSums(SUPABASE)]);
	const { next, tooEarly } = notLanded(files, landed);
	const problems = [
		...broken(files, landed),
		...tooEarly.map((file) => `${file} comes before one that has landed: give it a later number.`)
	];
	if (problems.length > 0) throw new StartError(problems.join('\n'));
	const lines = next.map((file) => lineOf(file, files.get(file) ?? ''));
	await appendFile(join(SUPABASE, LANDED), lines.join(''));
	console.log(next.length > 0 ? `Landed: ${next.join(', ')}.` : 'Nothing new has landed.');
} catch (error) {
	reportAndExit(error);
}
