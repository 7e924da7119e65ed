/**
 * Migrations that landed: other databases may have run them, so their text stays as it is. `supabase/landed.sha256` keeps
 * the sum of each, as `sha256sum` writes it.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMigrations } from '../lib/base/embedded/migrations.server.ts';

export const LANDED = 'landed.sha256';

/** Sums by file name, oldest first. */
export type Sums = ReadonlyMap<string, string>;

export async function sumsOfFiles(supabaseDir: string): Promise<Sums> {
	const migrations = await readMigrations(supabaseDir);
	return new Map(migrations.map(({ file, sql }) => [file, createHash('sha256').update(sql).digest('hex')]));
}

export async function landedSums(supabaseDir: string): Promise<Sums> {
	const text = await readFile(join(supabaseDir, LANDED), 'utf8');
	return new Map(
		[...text.matchAll(/^([0-9a-f]{64}) {2}migrations\/(.+)$/gm)].map(([, sum = '', file = '']) => [file, sum])
	);
}

export const lineOf = (file: string, sum: string): string => `${sum}  migrations/${file}\n`;

/** What was done to migrations that landed, and must not be; a sentence each. */
export function broken(files: Sums, landed: Sums): string[] {
	return [...landed].flatMap(([file, sum]) => {
		const now = files.get(file);
		if (now === sum) return [];
		const what = now === undefined ? 'is gone' : 'was changed';
		return [
			`${file} has landed and ${what}: databases have run it as it was. Put it back as it was, and write what is to ` +
				'change as a new migration (supabase/README.md).'
		];
	});
}

/** Migrations that have not landed; those before the last one that did would be run out of order. */
export function notLanded(files: Sums, landed: Sums): { next: string[]; tooEarly: string[] } {
	const last = [...landed.keys()].sort().at(-1) ?? '';
	const others = [...files.keys()].filter((file) => !landed.has(file));
	return { next: others.filter((file) => file > last), tooEarly: others.filter((file) => file < last) };
}
