import { createHash, randomUUID } from 'node:crypto';
import { existsSync, openAsBlob } from 'node:fs';
import { link, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Extensions } from '@electric-sql/pglite';
import { bootEmbedded, IN_MEMORY, type Embedded, type PgliteBackend } from './index.server.ts';
import { bootNative } from './native.server.ts';

const CACHE = 'node_modules/.cache/embedded-backend';

export interface TestOptions {
	exampleData?: boolean;
	supabaseDir?: string;
	/** Of PGlite, beside those of the migrations; a PostgreSQL server has them installed. */
	extensions?: Extensions;
}

/**
 * A backend of its own, with the migrations and seeds applied: on the PostgreSQL server that `DATABASE_URL` names, else
 * on PGlite in memory.
 */
export async function bootForTests(options: TestOptions = {}): Promise<Embedded> {
	const serverUrl = process.env.DATABASE_URL;
	if (!serverUrl) return bootPgliteForTests(options);
	const { exampleData = true, supabaseDir = 'supabase' } = options;
	return bootNative({
		serverUrl,
		exampleData,
		supabaseDir: resolve(supabaseDir),
		fingerprint: await fingerprint(resolve(supabaseDir), exampleData)
	});
}

/**
 * A backend of its own on PGlite in memory. The prepared contents are kept from one run to the next, as long as nothing
 * they are made from changes.
 */
export async function bootPgliteForTests({
	exampleData = true,
	supabaseDir = 'supabase',
	extensions
}: TestOptions = {}): Promise<PgliteBackend> {
	const template = await preparedTemplate({
		exampleData,
		supabaseDir,
		...(extensions ? { extensions } : {})
	});
	return bootEmbedded({
		dataDir: IN_MEMORY,
		exampleData,
		supabaseDir,
		load: await openAsBlob(template),
		...(extensions ? { extensions } : {})
	});
}

/**
 * The file with those contents, made when it is not there. Several processes may ask at once: each writes beside the
 * place, and what stands there is whole and stays.
 */
export async function preparedTemplate({
	exampleData = true,
	supabaseDir = 'supabase',
	extensions
}: TestOptions = {}): Promise<string> {
	const file = resolve(CACHE, `${await fingerprint(resolve(supabaseDir), exampleData)}.tar`);
	if (existsSync(file)) return file;
	const prepared = await bootEmbedded({
		dataDir: IN_MEMORY,
		exampleData,
		supabaseDir,
		...(extensions ? { extensions } : {})
	});
	try {
		const dump = await prepared.exclusively(() => prepared.db.dumpDataDir('none'));
		await mkdir(CACHE, { recursive: true });
		await putOnce(file, dump);
	} finally {
		await prepared.close();
	}
	await removeOutdated(file);
	return file;
}

/**
 * Writes a file beside its place and puts it there whole, where nobody put one before: another may be reading that one, and
 * a file that is replaced cannot be read on.
 */
export async function putOnce(file: string, contents: Blob): Promise<void> {
	const own = `${file}.${randomUUID()}`;
	try {
		await writeFile(own, contents.stream());
		await link(own, file);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
	} finally {
		await rm(own, { force: true });
	}
}

/** Another run may still be reading what was made within the last hour. */
async function removeOutdated(current: string): Promise<void> {
	const anHourAgo = Date.now() - 3_600_000;
	for (const name of await readdir(CACHE)) {
		const file = join(CACHE, name);
		// Another process may have moved or removed it since.
		const found = await stat(file).catch(() => undefined);
		if (file !== current && found && found.mtimeMs < anHourAgo) await rm(file, { force: true });
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
