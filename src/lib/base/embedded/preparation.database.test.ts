import { PGlite } from '@electric-sql/pglite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createInstallation, type Installation } from './installation.fixture.ts';
import { applyMigrations, readMigrations } from './migrations.server.ts';
import { applySeeds } from './seeds.server.ts';

let installation: Installation;
let db: PGlite;

beforeAll(async () => {
	db = await PGlite.create();
});
afterAll(() => db.close());
beforeEach(async () => {
	installation = await createInstallation();
	await db.exec(
		'drop schema public cascade; create schema public; drop schema if exists supabase_migrations cascade'
	);
});
afterEach(() => installation.remove());

const migrate = async () => applyMigrations(db, await readMigrations(installation.supabaseDir));
const seed = (exampleData: boolean) => applySeeds(db, { supabaseDir: installation.supabaseDir, exampleData });

async function ids(table: string): Promise<number[]> {
	const { rows } = await db.query<{ id: number }>(`select id from ${table} order by id`);
	return rows.map(({ id }) => id);
}

describe('migrations', () => {
	const second = 'migrations/20260101000200_second.sql';

	it('are applied once, and recorded as the Supabase CLI records them', async () => {
		expect(await migrate()).toEqual(['20260101000100_first.sql']);
		expect(await migrate()).toEqual([]);
		const { rows } = await db.query('select version, name from supabase_migrations.schema_migrations');
		expect(rows).toEqual([{ version: '20260101000100', name: 'first' }]);
	});

	it('that fail leave nothing behind and are named', async () => {
		await installation.write(second, 'create table public.half (id int); select 1 / 0;');
		await expect(migrate()).rejects.toThrow(
			/20260101000200_second\.sql failed and was rolled back: division by zero/
		);
		await installation.write(second, 'create table public.half (id int);');
		expect(await migrate()).toEqual(['20260101000200_second.sql']);
	});

	it('that were changed after they were applied stop the start', async () => {
		await installation.write(second, 'create table public.half (id int);');
		await migrate();
		await installation.write(second, 'create table public.half (id bigint);');
		await expect(migrate()).rejects.toThrow(
			/20260101000200_second\.sql was changed after this database applied it/
		);
	});

	it('that only a newer version knows stop the start', async () => {
		const [first] = await readMigrations(installation.supabaseDir);
		await installation.write(second, 'create table public.half (id int);');
		await migrate();
		await expect(applyMigrations(db, first ? [first] : [])).rejects.toThrow(
			/has migration 20260101000200_second, which this version of the application does not know/
		);
	});

	it('that became part of a later one stop the start, in Dutch and English, and leave the database as it is', async () => {
		await migrate();
		const baseline = { version: '20260102000000', name: 'baseline', file: '20260102000000_baseline.sql' };
		const [first] = await readMigrations(installation.supabaseDir);
		const error = await applyMigrations(db, [{ ...baseline, sql: first?.sql ?? '' }]).catch(String);
		expect(error).toMatch(/is van vóór de eerste versie .*`npm run db:reset`/);
		expect(error).toMatch(
			/made before the first release \(migration 20260101000100_first\) .*`npm run db:reset`/
		);
		expect(await migrate()).toEqual([]);
	});
});

describe('seeds', () => {
	beforeEach(async () => {
		await migrate();
	});

	it('bring example data when asked for and take it away when it is to be left out', async () => {
		expect(await seed(true)).toEqual(['reference.sql', 'example.sql']);
		expect(await ids('public.volunteer_desk')).toEqual([7]);
		expect(await seed(false)).toEqual(['example_remove.sql']);
		expect(await ids('public.volunteer_desk')).toEqual([]);
		expect(await seed(true)).toEqual(['example.sql']);
		expect(await ids('public.volunteer_desk')).toEqual([7]);
	});

	it('run again only when their file changed', async () => {
		await seed(true);
		expect(await seed(true)).toEqual([]);
		await installation.write('seeds/reference.sql', 'insert into public.local_government values (2, false);');
		expect(await seed(true)).toEqual(['reference.sql', 'example.sql']);
		expect(await ids('public.local_government')).toEqual([1, 2]);
	});

	it('that fail are named, and the database goes on', async () => {
		await seed(true);
		await installation.write('seeds/reference.sql', 'begin; select 1 / 0; commit;');
		await expect(seed(true)).rejects.toThrow(
			'Seed reference.sql failed and was rolled back: division by zero'
		);
		expect(await ids('public.local_government')).toEqual([1]);
	});
});
