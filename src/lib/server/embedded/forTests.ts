import { createHash } from 'node:crypto';
import { existsSync, openAsBlob } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Extensions } from '@electric-sql/pglite';
import { bootEmbedded, IN_MEMORY, type Embedded } from './index.ts';

const CACHE = 'node_modules/.cache/embedded-backend';

/**
 * A backend of its own in memory, with the migrations and seeds applied. The prepared contents are kept from one run
 * to the next, as long as nothing they are made from changes.
 */
export async function bootForTests({
	exampleData = true,
	supabaseDir = 'supabase',
	extensions
}: { exampleData?: boolean; supabaseDir?: string; extensions?: Extensions } = {}): Promise<Embedded> {
	const options = { dataDir: IN_MEMORY, exampleData, supabaseDir, ...(extensions ? { extensions } : {}) };
	const file = join(CACHE, `${await fingerprint(resolve(supabaseDir), exampleData)}.tar`);
	if (existsSync(file)) return bootEmbedded({ ...options, load: await openAsBlob(file) });

	const prepared = await bootEmbedded(options);
	const dump = await prepared.exclusively((db) => db.dumpDataDir('none'));
	await mkdir(CACHE, { recursive: true });
	// Tests run in several processes: each writes beside the place and moves whole files only.
	const own = `${file}.${process.pid}`;
	await writeFile(own, dump.stream());
	await rename(own, file);
	await removeOutdated(file);
	return prepared;
}

/** Another run may still be reading what was made within the last hour. */
async function removeOutdated(current: string): Promise<void> {
	const anHourAgo = Date.now() - 3_600_000;
	for (const name of await readdir(CACHE)) {
		const file = join(CACHE, name);
		if (file !== current && (await stat(file)).mtimeMs < anHourAgo) await rm(file, { force: true });
	}
}

/** Changes with everything the contents are made from: the SQL, the code of this folder, the engines. */
async function fingerprint(supabaseDir: string, exampleData: boolean): Promise<string> {
	const hash = createHash('sha256').update(String(exampleData));
	for (const folder of [join(supabaseDir, 'migrations'), join(supabaseDir, 'seeds'), import.meta.dirname]) {
		for (const name of (await readdir(folder)).sort()) {
			if (!/(\.sql|(?<!\.test)\.ts)$/.test(name)) continue;
			hash.update(name).update(await readFile(join(folder, name)));
		}
	}
	hash.update(await readFile('package-lock.json'));
	return hash.digest('hex').slice(0, 24);
}
