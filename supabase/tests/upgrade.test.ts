import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootEmbedded, type PgliteBackend } from '../../src/lib/base/embedded/index.server.ts';

/** A database of the first release, with what it wrote, and brought to today. */
let folder: string;
let embedded: PgliteBackend;

const BEFORE = `
	insert into public.audit_entry (action, details) values
		('desks_merged', '{"kept": "a", "removed": "b", "content": {"email": "an.peeters@gent.example", "phone": "+32470123456"}}'),
		('topic_created', '{"topic": "a", "names": {"nl": "Vraag an.peeters@gent.example"}}'),
		('role_changed', '{"from": "member", "to": "editor"}');
	insert into auth.users (id, email, email_confirmed_at, raw_user_meta_data)
	values
		('0b0e7a3e-5b1f-4a7e-9d55-111111111111', 'Bewezen@weg.example', now() - interval '9 days',
			'{"full_name": "An", "job_title": "Ambtenaar", "position": "staff", "consent_version": "2026-11-21"}'),
		('0b0e7a3e-5b1f-4a7e-9d55-222222222222', 'nooit@weg.example', null,
			'{"full_name": "Bo", "job_title": "Ambtenaar", "position": "staff", "consent_version": "2026-11-21"}');
	insert into public.contact_message (name, email, message, locale)
	values ('An', 'bewezen@weg.example', 'Een bericht van vroeger.', 'nl');`;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'upgrade-'));
	const supabaseDir = join(folder, 'supabase');
	const migrations = join(supabaseDir, 'migrations');
	await mkdir(migrations, { recursive: true });
	for (const part of ['templates', 'seeds']) {
		await cp(join('supabase', part), join(supabaseDir, part), { recursive: true });
	}
	const [baseline = ''] = (await readdir('supabase/migrations')).sort();
	await cp(join('supabase/migrations', baseline), join(migrations, baseline));
	const options = { dataDir: join(folder, 'data'), supabaseDir, exampleData: false };
	const first = await bootEmbedded(options);
	await first.exclusively((db) => db.exec(BEFORE));
	await first.close();
	await cp('supabase/migrations', migrations, { recursive: true });
	embedded = await bootEmbedded(options);
});
afterAll(async () => {
	await embedded.close();
	await rm(folder, { recursive: true });
});

const query = <T>(sql: string) => embedded.exclusively(async (db) => (await db.query<T>(sql)).rows);

describe('a database of the first release that is brought to today', () => {
	it('keeps its trail, without what leads to a person', async () => {
		expect(
			await query(`select action, details from public.audit_entry where action <> 'registered' order by id`)
		).toEqual([
			{ action: 'desks_merged', details: { kept: 'a', removed: 'b' } },
			{ action: 'topic_created', details: { topic: 'a', names: { nl: 'Vraag …' } } },
			{ action: 'role_changed', details: { from: 'member', to: 'editor' } }
		]);
		await expect(query(`delete from public.audit_entry`)).rejects.toThrow('APPEND_ONLY');
	});

	it('knows which addresses were proven', async () => {
		expect(await query('select address, until from private.proven_address')).toEqual([
			{ address: 'bewezen@weg.example', until: null }
		]);
		await query(`delete from auth.users where email ilike 'bewezen@%'`);
		expect(await query('select id from public.contact_message')).toEqual([]);
	});
});
