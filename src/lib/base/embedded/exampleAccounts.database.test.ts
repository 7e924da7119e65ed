import { readFile } from 'node:fs/promises';
import { createClient } from '@supabase/supabase-js';
import { expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/database/useDatabase.ts';

const embedded = useDatabase({ exampleData: true });

const run = (file: string) =>
	readFile(`supabase/seeds/${file}`, 'utf8').then((sql) => embedded.exclusively((db) => db.exec(sql)));

async function ask<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
	return embedded.exclusively(async (db) => (await db.query<T>(sql, parameters)).rows);
}

const counts = async () =>
	(
		await ask<Record<string, number>>(`
			select
				(select count(*)::int from public.profile where is_example and status = 'approved') as approved,
				(select count(*)::int from public.profile where is_example and status = 'pending') as pending,
				(select count(*)::int from public.profile where is_example and role = 'admin') as admins,
				(select count(*)::int from public.email_outbox) as mail,
				(select count(*)::int from auth.users) as users,
				(select count(*)::int from public.local_government
					where exists (select from unnest(email_domains) as domain where domain like '%.example')) as domains`)
	)[0];

/** A person like any other. @returns their id */
async function register(email: string): Promise<string> {
	const [row] = await ask<{ id: string }>(
		`insert into auth.users (id, aud, role, email, email_confirmed_at, raw_user_meta_data)
		select gen_random_uuid(), 'authenticated', 'authenticated', $1, now(), jsonb_build_object(
			'full_name', 'Iemand Echt', 'job_title', 'Medewerker', 'position', 'staff',
			'local_government_id', (select id from public.local_government where slug = 'gemeente-gent'),
			'consent_version', '2026-11-21')
		returning id`,
		[email]
	);
	if (!row) throw new Error('Nobody was registered.');
	return row.id;
}

test('the example shows a membership and a queue that came in over time, and sends nobody mail', async () => {
	expect(await counts()).toMatchObject({ approved: 40, pending: 12, admins: 0, mail: 0, users: 52 });
	const [ages] = await ask<{ youngest: boolean; oldest: boolean; unconfirmed: number }>(`
		select
			min(now() - p.created_at) < interval '1 day' as youngest,
			max(now() - p.created_at) > interval '180 days' as oldest,
			count(*) filter (where u.email_confirmed_at is null)::int as unconfirmed
		from public.profile as p join auth.users as u using (id) where p.status = 'pending'`);
	expect(ages).toEqual({ youngest: true, oldest: true, unconfirmed: 2 });
});

test('nobody signs in to an invented account, whatever the password', async () => {
	const { auth } = createClient(embedded.url, embedded.publishableKey, {
		global: { fetch: embedded.fetch },
		auth: { persistSession: false, autoRefreshToken: false }
	});
	const [account] = await ask<{ email: string; encrypted_password: string | null }>(
		`select email, encrypted_password from auth.users as u join public.profile as p using (id)
		where p.status = 'approved' order by email limit 1`
	);
	expect(account?.encrypted_password).toBeNull();
	for (const password of ['', ' ', 'null', 'voorbeeld']) {
		const { error } = await auth.signInWithPassword({ email: account?.email ?? '', password });
		expect(error).not.toBeNull();
	}
});

test('loading it again changes nothing, and tells no administrator', async () => {
	const admin = await register('beheer@echt.test');
	await ask(`update public.profile set status = 'approved', role = 'admin' where id = $1`, [admin]);
	await ask(`update public.profile set status = 'approved' where full_name = 'Nele Voorbeeld'`);
	const before = await counts();
	await run('example.sql');
	expect(await counts()).toEqual(before);
	expect(before).toMatchObject({ approved: 41, pending: 11, mail: 0 });
});

test('what is offered and sought comes along, and a history of the months before this one', async () => {
	const [kept] = await ask<{ people: number; topics: number }>(
		`select count(distinct profile_id)::int as people, count(distinct topic_id)::int as topics
		from public.profile_expertise`
	);
	expect(kept).toEqual({ people: 40, topics: 15 });
	await ask('select public.record_coverage()');
	const [history] = await ask(
		`select count(distinct past.month)::int as months, count(*)::int as counts,
			bool_and(past.month < now_counted.month) as before,
			bool_and(past.participating <= now_counted.participating and past.with_desk <= now_counted.with_desk) as grows,
			bool_or(past.with_desk < now_counted.with_desk) as grew
		from public.coverage_snapshot as past
		join public.coverage_snapshot as now_counted using (province_code)
		where past.is_example and not now_counted.is_example`
	);
	expect(history).toEqual({ months: 18, counts: 108, before: true, grows: true, grew: true });
});

test('taking it away leaves nothing of it but ids in the trail, and what is real as it was', async () => {
	const domainsOf = () =>
		ask<{ email_domains: string[] }>(
			`select email_domains from public.local_government
			where exists (select from unnest(email_domains) as domain where domain not like '%.example') order by slug`
		);
	await register('noor@echt.test');
	const [example] = await ask<{ id: string }>('select id from public.profile where is_example limit 1');
	await ask(
		`insert into public.account_decision (account_id, decision, reason, previous_status, previous_role, new_status, new_role)
		values ($1, 'suspended', 'Els Voorbeeld heeft gevraagd om te stoppen', 'approved', 'member', 'suspended', 'member')`,
		[example?.id]
	);
	await ask(`select private.queue_mail('account_suspended', $1)`, [example?.id]);
	// Nobody signs in to an invented administrator: it may go, though others have to stay.
	await ask(`update public.profile set role = 'admin' where id = $1 and status = 'approved'`, [example?.id]);
	const real = (rows: { email_domains: string[] }[]) =>
		rows.map((row) => row.email_domains.filter((domain) => !domain.endsWith('.example')));
	const domains = real(await domainsOf());

	await run('example_remove.sql');
	expect(await counts()).toEqual({ approved: 0, pending: 0, admins: 0, mail: 0, users: 1, domains: 0 });
	expect(real(await domainsOf())).toEqual(domains);
	expect(await ask('select id from public.account_decision')).toEqual([]);
	expect(await ask('select profile_id from public.profile_expertise')).toEqual([]);
	expect(await ask('select month from public.coverage_snapshot where is_example')).toEqual([]);
	expect(await ask('select id from auth.users')).toHaveLength(1);
	const [trail] = await ask<{ all: string }>(
		`select coalesce(string_agg(to_jsonb(entry)::text, ''), '') as all from public.audit_entry as entry`
	);
	expect(trail?.all).not.toMatch(/voorbeeld|\.example/i);

	await run('example_remove.sql');
	await run('example.sql');
	expect(await counts()).toMatchObject({ approved: 40, pending: 12, mail: 0, users: 53 });
});

test('a hosted project, whose Auth looks for accounts by instance and cannot read null, can read them too', async () => {
	await run('example_remove.sql');
	await ask('alter table auth.users add instance_id uuid');
	try {
		await run('example.sql');
		const [unreadable] = await ask<{ count: number }>(
			`select count(*)::int as count from auth.users as u join public.profile as p using (id)
			where p.is_example and (
				instance_id is distinct from '00000000-0000-0000-0000-000000000000'
				or num_nulls(confirmation_token, recovery_token, email_change, email_change_token_new) > 0)`
		);
		expect(unreadable?.count).toBe(0);
		expect(await counts()).toMatchObject({ approved: 40, pending: 12, mail: 0 });
	} finally {
		await ask('alter table auth.users drop column instance_id');
	}
});
