import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootPgliteForTests } from '../../src/lib/base/embedded/embedded.fixture.ts';
import { bootEmbedded, IN_MEMORY, type Embedded } from '../../src/lib/base/embedded/index.server.ts';
import { catalogue } from '../../tests/database/catalogue.ts';

const SCHEMAS = resolve('supabase/schemas');
let declared: string[];
let migrated: string[];
let supabaseDir: string;

beforeAll(async () => {
	supabaseDir = await mkdtemp(join(tmpdir(), 'schemas-'));
	await mkdir(join(supabaseDir, 'migrations'));
	await cp('supabase/templates', join(supabaseDir, 'templates'), { recursive: true });
	const files = (await readdir(SCHEMAS)).sort();
	const texts = await Promise.all(files.map((file) => readFile(join(SCHEMAS, file), 'utf8')));
	await writeFile(join(supabaseDir, 'migrations', '20260101000000_schemas.sql'), texts.join('\n'));
	declared = await catalogueOf(await bootEmbedded({ dataDir: IN_MEMORY, exampleData: false, supabaseDir }));
});
beforeAll(async () => {
	migrated = await catalogueOf(await bootPgliteForTests({ exampleData: false }));
});
afterAll(() => rm(supabaseDir, { recursive: true }));

async function catalogueOf(embedded: Embedded): Promise<string[]> {
	try {
		return await embedded.exclusively(catalogue);
	} finally {
		await embedded.close();
	}
}

describe('the schema files and the migrations', () => {
	it('make the same database', () => {
		expect(migrated.length).toBeGreaterThan(800);
		expect(migrated).toEqual(declared);
	});
});
