import { createClient } from '@supabase/supabase-js';
import { describe, expect, it } from 'vitest';
import { adminSettings, announcement, appointFirstAdmin } from './firstAdmin.server.ts';
import { useDatabase } from '../../../../tests/database/useDatabase.ts';

const PASSWORD = 'lang genoeg en van niemand';

describe('the settings of the first administrator', () => {
	it('are an address of our own and a password made up, when nothing is set', () => {
		expect(adminSettings({})).toEqual({
			email: 'beheer@lokaalvrijwilligen.example',
			isChosen: false,
			password: undefined
		});
		expect(adminSettings({ ADMIN_EMAIL: '', ADMIN_PASSWORD: '' })).toEqual(adminSettings({}));
	});

	it('are what the operator chose', () => {
		const settings = adminSettings({ ADMIN_EMAIL: ' Els@Gent.example ', ADMIN_PASSWORD: PASSWORD });
		expect(settings).toEqual({ email: 'els@gent.example', isChosen: true, password: PASSWORD });
	});

	it.each([
		[
			'a password that is too short',
			{ ADMIN_PASSWORD: 'geheim!' },
			/^ADMIN_PASSWORD is te kort.* \/ .*too short/
		],
		[
			'a password of which the end would not count',
			{ ADMIN_PASSWORD: 'é'.repeat(37) },
			/te lang.* \/ .*too long/
		],
		[
			'the address as its password',
			{ ADMIN_EMAIL: 'els@gent.example', ADMIN_PASSWORD: 'Els@gent.example' },
			/e-mailadres zelf.* \/ .*address itself/
		],
		['what is no address', { ADMIN_EMAIL: 'els at gent' }, /geen e-mailadres.* \/ .*not an e-mail address/]
	])('refuse %s, in Dutch and English, without repeating a password', (_, env, message) => {
		const refused = (() => {
			try {
				adminSettings(env);
			} catch (error) {
				return error;
			}
		})();
		expect(refused).toMatchObject({ name: 'AdminSettingsError', message: expect.stringMatching(message) });
		if ('ADMIN_PASSWORD' in env) expect(String(refused)).not.toContain(env.ADMIN_PASSWORD);
	});
});

describe('the first administrator', () => {
	const embedded = useDatabase({ exampleData: false });

	const appoint = (env: Record<string, string> = {}) => appointFirstAdmin(embedded, adminSettings(env));
	const ask = <T>(sql: string, parameters: unknown[] = []) =>
		embedded.exclusively(async (db) => (await db.query<T>(sql, parameters)).rows);
	const admins = async () =>
		(
			await ask<{ email: string }>(
				`select u.email from public.profile as p join auth.users as u using (id)
				where p.role = 'admin' and p.status = 'approved' order by u.email`
			)
		).map(({ email }) => email);
	const newClient = () =>
		createClient(embedded.url, embedded.publishableKey, {
			global: { fetch: embedded.fetch },
			auth: { persistSession: false, autoRefreshToken: false }
		});
	const signIn = (email: string, password: string) =>
		newClient().auth.signInWithPassword({ email, password });
	const register = (email: string, confirmed: boolean) =>
		ask(
			`insert into auth.users (id, aud, role, email, email_confirmed_at, raw_user_meta_data)
			values (gen_random_uuid(), 'authenticated', 'authenticated', $1::text, case when $2 then now() end,
				jsonb_build_object('full_name', 'Els Voorbeeld', 'job_title', 'Schepen', 'position', 'elected',
					'local_government_id', (select id from public.local_government where slug = 'gemeente-gent'),
					'consent_version', '2026-11-21'))`,
			[email, confirmed]
		);

	it('is made once, signs in with the password that is shown once, and is one to Auth and to the database', async () => {
		const made = await appoint();
		if (made.kind !== 'made') throw new Error(made.kind);
		expect(made.password).toMatch(/^([a-km-np-z2-9]{5}-){3}[a-km-np-z2-9]{5}$/);
		expect(announcement(made)).toContain(made.password);

		const client = newClient();
		const { data } = await client.auth.signInWithPassword({
			email: made.email,
			password: made.password ?? ''
		});
		expect(data.user?.identities?.map(({ provider }) => provider)).toEqual(['email']);
		const { data: account } = await client.rpc('my_account');
		expect(account).toMatchObject([{ email: made.email, role: 'admin', status: 'approved' }]);
		expect(
			(await client.rpc('account_requests', { p_confirmed: true, p_limit: 1, p_offset: 0 })).error
		).toBeNull();

		expect(await appoint()).toEqual({ kind: 'none needed' });
		expect(announcement(await appoint())).toBeUndefined();
		expect(await admins()).toEqual([made.email]);
	});

	it('leaves no mail, no session and no readable password behind', async () => {
		const made = await appoint();
		const [left] = await ask<{ mail: number; sessions: number; stored: string }>(
			`select (select count(*)::int from public.email_outbox) as mail,
				(select count(*)::int from auth.sessions) as sessions,
				(select string_agg(to_jsonb(u)::text, '') from auth.users as u) as stored`
		);
		expect(left).toMatchObject({ mail: 0, sessions: 0 });
		expect(made.kind === 'made' && left?.stored.includes(made.password ?? '')).toBe(false);
	});

	it('has the address and password that the operator chose, which are not shown again', async () => {
		const made = await appoint({ ADMIN_EMAIL: 'Els@gent.example', ADMIN_PASSWORD: PASSWORD });
		expect(made).toEqual({ kind: 'made', email: 'els@gent.example', password: undefined });
		expect(announcement(made)).not.toContain(PASSWORD);
		expect((await signIn('els@gent.example', PASSWORD)).error).toBeNull();
	});

	it('is not made halfway', async () => {
		await ask(`alter table public.account_decision add constraint nobody check (new_role <> 'admin')`);
		try {
			await expect(appoint()).rejects.toThrow();
		} finally {
			await ask('alter table public.account_decision drop constraint nobody');
		}
		expect(await ask('select id from auth.users')).toEqual([]);
		expect(await ask('select id from public.audit_entry')).toEqual([]);
	});

	it('is the account that has the chosen address, also when there is an administrator already', async () => {
		await appoint();
		await register('els@gent.example', true);
		expect(await appoint({ ADMIN_EMAIL: 'els@gent.example', ADMIN_PASSWORD: PASSWORD })).toEqual({
			kind: 'granted',
			email: 'els@gent.example'
		});
		expect(await admins()).toEqual(['beheer@lokaalvrijwilligen.example', 'els@gent.example']);
		expect((await signIn('els@gent.example', PASSWORD)).error).not.toBeNull();
	});

	it('stays demoted once other administrators said so', async () => {
		await appoint();
		await register('els@gent.example', true);
		await appoint({ ADMIN_EMAIL: 'els@gent.example' });
		await ask(
			`update public.profile set role = 'member' where id = (select id from auth.users where email = 'els@gent.example')`
		);
		expect(await appoint({ ADMIN_EMAIL: 'els@gent.example' })).toEqual({ kind: 'none needed' });
		expect(await admins()).toEqual(['beheer@lokaalvrijwilligen.example']);
	});

	it('is nobody whose address is not confirmed or not known, and the operator hears why', async () => {
		await register('els@gent.example', false);
		const unconfirmed = await appoint({ ADMIN_EMAIL: 'els@gent.example' });
		expect(unconfirmed.kind).toBe('unconfirmed');
		expect(announcement(unconfirmed)).toMatch(/nog niet bevestigd/);
		await appoint();
		const unknown = await appoint({ ADMIN_EMAIL: 'an@gent.example' });
		expect(unknown.kind).toBe('unknown');
		expect(announcement(unknown)).toMatch(/nog geen account/);
		expect(await admins()).toEqual(['beheer@lokaalvrijwilligen.example']);
	});
});
