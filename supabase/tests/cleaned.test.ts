import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bootEmbedded, type Embedded } from '../../src/lib/base/embedded/index.server.ts';

const MIGRATIONS = resolve('supabase/migrations');
const CLEANING = '20261201005200_on_one_line.sql';
let folder: string;
let embedded: Embedded | undefined;

/** The database with the migrations before one, and then with all of them. */
async function bootUpTo(until: string | undefined): Promise<Embedded> {
	const supabaseDir = join(folder, 'supabase');
	await mkdir(join(supabaseDir, 'migrations'), { recursive: true });
	await cp('supabase/templates', join(supabaseDir, 'templates'), { recursive: true });
	for (const name of await readdir(MIGRATIONS)) {
		if (until === undefined || name < until) {
			await cp(join(MIGRATIONS, name), join(supabaseDir, 'migrations', name));
		}
	}
	return bootEmbedded({ dataDir: join(folder, 'data'), exampleData: false, supabaseDir });
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'cleaned-'));
});
afterAll(async () => {
	await embedded?.close();
	await rm(folder, { recursive: true });
});

it('rows that the stricter rules would refuse are cleaned on the way', async () => {
	const before = await bootUpTo(CLEANING);
	await before.exclusively((db) =>
		db.exec(`
			insert into public.municipality
				(nis_code, slug, name_nl, province_code, population, population_date, area_km2, lon, lat)
			values ('99001', 'proefdorp', 'Proefdorp', '40000', 1000, '2026-01-01', 10, 3.7, 51.0);
			insert into public.local_government (slug, kind, nis_code, name, website, email, participating_since) values
				('gemeente-proefdorp', 'gemeente', '99001', E'Gemeente\\nProef\\u202Edorp ',
				'https://X.example/é"onmouseover="a', 'a"<script>@b.be', '2024-01-01');
			insert into public.volunteer_desk
				(slug, local_government_id, name, street, postcode, place, lon, lat, published, website, email, opening_hours)
			select 'loket', id, E' Lo\\u200Bket ', E'Dorpsstraat\\u202E 1', '9999', 'Proefdorp', 3.7, 51.0, true,
				'https://kwaad.example@gent.be/', E'lo\\u00ADket@proefdorp.example', E'Mo\\n09:00-12:00'
			from public.local_government where slug = 'gemeente-proefdorp';
		`)
	);
	await before.close();
	embedded = await bootUpTo(undefined);
	const rows = await embedded.exclusively(async (db) => [
		...(await db.query('select name, website, email from public.local_government')).rows,
		...(await db.query('select name, street, website, email, opening_hours from public.volunteer_desk')).rows
	]);
	expect(rows).toEqual([
		{ name: 'Gemeente Proefdorp', website: 'https://x.example/%C3%A9%22onmouseover=%22a', email: null },
		{
			name: 'Loket',
			street: 'Dorpsstraat 1',
			website: null,
			email: 'loket@proefdorp.example',
			opening_hours: 'Mo 09:00-12:00'
		}
	]);
});
