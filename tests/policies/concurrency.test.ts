import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../database/useDatabase.ts';
import { clientOf, clientWithKey, serverClient } from './actors.ts';
import { makePerson, type Person } from './people.ts';

const REGISTRATIONS = 200;
const DECIDERS = 20;
const REQUESTS = 30;

const embedded = useDatabase({ exampleData: false });
/** Where everybody works. */
let government: string;

beforeAll(async () => {
	[{ id: government } = { id: '' }] = await rows<{ id: string }>(
		`select id from public.local_government where slug = 'gemeente-gent'`
	);
});

const clientOfPerson = ({ token }: Person) => clientWithKey(embedded, embedded.publishableKey, token);
const seenOf = async (admin: Person, ids: string[]): Promise<string[]> => {
	const { data } = await clientOfPerson(admin).rpc('applicants', { p_account_ids: ids });
	const seen = new Map(
		(data as { account_id: string; seen: string }[]).map((row) => [row.account_id, row.seen])
	);
	return ids.map((id) => seen.get(id) ?? '');
};
const range = (length: number) => Array.from({ length }, (_, n) => n);

async function rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
	return (await embedded.exclusively((db) => db.query<T>(sql, parameters))).rows;
}

async function makePeople(
	count: number,
	options: (n: number) => Parameters<typeof makePerson>[1]
): Promise<Person[]> {
	const people: Person[] = [];
	for (const n of range(count)) people.push(await makePerson(embedded, options(n)));
	return people;
}

/** As the server does for the registration form. */
const register = (email: string, name: string) =>
	clientOf('visitor', embedded).auth.signUp({
		email,
		password: `een lang wachtwoord van ${name}`,
		options: {
			data: {
				full_name: name,
				job_title: 'Vrijwilligerscoach',
				position: 'staff',
				local_government_id: government,
				locale: 'nl',
				consent_version: '2026-11-21'
			}
		}
	});

describe(`${REGISTRATIONS} people who register at once`, () => {
	const address = (n: number) => `nieuw${n}@voorbeeld.example`;

	it('all get an account, a profile, an entry in the trail and a mail', async () => {
		const answers = await Promise.all(range(REGISTRATIONS).map((n) => register(address(n), `Nieuw ${n}`)));
		expect(answers.flatMap(({ error }) => error?.message ?? [])).toEqual([]);
		expect(
			await rows(`
				select count(distinct u.id)::integer as accounts, count(distinct p.id)::integer as profiles,
					count(distinct entry.id)::integer as entries, count(distinct u.email)::integer as addresses
				from auth.users as u
				join public.profile as p on p.id = u.id and p.status = 'pending' and p.role = 'member'
					and p.full_name = 'Nieuw ' || substring(u.email from '\\d+')
				join public.audit_entry as entry on entry.account_id = u.id and entry.action = 'registered'
				where u.email like 'nieuw%'`)
		).toEqual([
			{
				accounts: REGISTRATIONS,
				profiles: REGISTRATIONS,
				entries: REGISTRATIONS,
				addresses: REGISTRATIONS
			}
		]);
		const mails = await rows<{ to: string }>(
			`select to_address as to from public.email_outbox where template = 'auth_confirmation'`
		);
		expect(mails.map(({ to }) => to).toSorted()).toEqual(range(REGISTRATIONS).map(address).toSorted());
	});

	it('and confirm at once, are told to an administrator in one mail that counts them all', async () => {
		await rows(
			`insert into auth.users (id, aud, role, email, raw_app_meta_data, raw_user_meta_data)
			select gen_random_uuid(), 'authenticated', 'authenticated', 'nieuw' || n || '@voorbeeld.example', '{}',
				jsonb_build_object('full_name', 'Nieuw ' || n, 'job_title', 'Vrijwilligerscoach', 'position', 'staff',
					'local_government_id', $1::uuid, 'locale', 'nl', 'consent_version', '2026-11-21')
			from generate_series(0, $2 - 1) as n`,
			[government, REGISTRATIONS]
		);
		const admin = await makePerson(embedded, { name: 'counts', role: 'admin' });
		await rows(`delete from public.email_outbox where recipient_id = $1`, [admin.id]);
		await Promise.all(
			range(REGISTRATIONS).map((n) =>
				embedded.exclusively((db) =>
					db.query('update auth.users set email_confirmed_at = now() where email = $1', [address(n)])
				)
			)
		);
		expect(
			await rows(
				`select params ->> 'count' as count from public.email_outbox
					where recipient_id = $1 and template = 'new_request'`,
				[admin.id]
			)
		).toEqual([{ count: String(REGISTRATIONS) }]);
	});
});

describe('twenty people with one address who register at once', () => {
	it('are one account', async () => {
		await Promise.all(range(20).map((n) => register('dezelfde@voorbeeld.example', `Dezelfde ${n}`)));
		expect(
			await rows(`
				select count(*)::integer as accounts, count(p.id)::integer as profiles
				from auth.users as u left join public.profile as p on p.id = u.id
				where u.email = 'dezelfde@voorbeeld.example'`)
		).toEqual([{ accounts: 1, profiles: 1 }]);
	});
});

describe(`${DECIDERS} administrators at the same ${REQUESTS} requests at once`, () => {
	it('decide each once, with one mail and one entry, and the others hear who did', async () => {
		const admins = await makePeople(DECIDERS, (n) => ({ name: `decider${n}`, role: 'admin' }));
		const people = await makePeople(REQUESTS, (n) => ({ name: `request${n}`, status: 'pending' }));
		const ids = people.map(({ id }) => id);
		const seen = await seenOf(admins[0] as Person, ids);
		const seenById = new Map(ids.map((id, n) => [id, seen[n]]));
		const answers = await Promise.all(
			admins.map(async (admin, n) => {
				// Each has the pile in an order of their own, and half of them say no.
				const turned = [...ids.slice(n), ...ids.slice(0, n)];
				const pile = n % 2 ? turned : turned.toReversed();
				const { data, error } = await clientOfPerson(admin).rpc('decide_accounts', {
					p_account_ids: pile,
					p_seen: pile.map((id) => seenById.get(id)),
					p_decision: n % 2 ? 'approved' : 'rejected',
					p_reason: `Reden van ${n}`,
					p_undo_seconds: 600
				});
				expect(error).toBeNull();
				return { admin, outcomes: data as Outcome[] };
			})
		);
		const kept = await rows<Kept>(
			`select account_id, decision, decided_by, p.status from public.account_decision
				join public.profile as p on p.id = account_id
				where account_id = any ($1) and reason like 'Reden van%'`,
			[ids]
		);
		expect(kept).toHaveLength(REQUESTS);
		for (const id of ids) {
			const told = answers.map(({ admin, outcomes }) => ({
				admin,
				...outcomes.find(({ account_id }) => account_id === id)
			}));
			const decision = kept.find(({ account_id }) => account_id === id);
			expect(told.filter(({ outcome }) => outcome === 'done').map(({ admin }) => admin.id)).toEqual([
				decision?.decided_by
			]);
			expect(told.filter(({ outcome }) => outcome === 'already_decided')).toHaveLength(DECIDERS - 1);
			const decider = admins.find((admin) => admin.id === decision?.decided_by);
			expect(new Set(told.map(({ decided_by_name }) => decided_by_name))).toEqual(
				new Set([decider?.marks['profile.full_name']])
			);
			expect(new Set(told.map(({ decision }) => decision))).toEqual(new Set([decision?.decision]));
			expect(decision?.status).toBe(decision?.decision);
		}
		expect(
			await rows(
				`select (select count(*)::integer from public.email_outbox
						where recipient_id = any ($1) and template in ('account_approved', 'account_rejected')) as mails,
					(select count(*)::integer from public.audit_entry
						where account_id = any ($1) and action in ('approved', 'rejected')) as entries`,
				[ids]
			)
		).toEqual([{ mails: REQUESTS, entries: REQUESTS }]);
	});

	interface Outcome {
		account_id: string;
		outcome: string;
		decision: string;
		decided_by_name: string;
	}
	interface Kept {
		account_id: string;
		decision: string;
		decided_by: string;
		status: string;
	}
});

describe('two administrators', () => {
	const onlyAdmins = (ids: string[]) =>
		rows(`update public.profile set role = 'member' where role = 'admin' and not (id = any ($1))`, [ids]);
	const remaining = async () =>
		(await rows(`select from public.profile where role = 'admin' and status = 'approved'`)).length;

	it('who leave at once: one stays', async () => {
		const pair = await makePeople(2, (n) => ({ name: `leaver${n}`, role: 'admin' }));
		await onlyAdmins(pair.map(({ id }) => id));
		const answers = await Promise.all(pair.map((admin) => clientOfPerson(admin).rpc('leave_account')));
		expect(answers.map(({ error }) => error?.message ?? 'left').toSorted()).toEqual(['LAST_ADMIN', 'left']);
		expect(await remaining()).toBe(1);
	});

	it('who take each other’s role away at once: one stays', async () => {
		const [one, other] = await makePeople(2, (n) => ({ name: `rival${n}`, role: 'admin' }));
		if (!one || !other) throw new Error('Two people are needed.');
		await onlyAdmins([one.id, other.id]);
		const seen = async (by: Person, whom: Person): Promise<string> => {
			const { data } = await clientOfPerson(by).rpc('members', {
				p_search: whom.id,
				p_status: null,
				p_role: null,
				p_local_government_id: null,
				p_limit: 1,
				p_offset: 0
			});
			return data[0].seen;
		};
		const shown = new Map([
			[one.id, await seen(other, one)],
			[other.id, await seen(one, other)]
		]);
		const demote = (by: Person, whom: Person) =>
			clientOfPerson(by).rpc('change_account', {
				p_account_id: whom.id,
				p_seen: shown.get(whom.id),
				p_action: 'make_member',
				p_reason: null
			});
		const answers = await Promise.all([demote(one, other), demote(other, one)]);
		const outcomes = answers.map(({ data, error }) => error?.message ?? data);
		expect(outcomes).toContain('done');
		expect(['last_admin', 'ADMIN_ONLY']).toContain(outcomes.find((outcome) => outcome !== 'done'));
		expect(await remaining()).toBe(1);
	});
});

describe('a decision that is undone while its mail leaves', () => {
	it('is either undone and not told, or told and not undone', async () => {
		const admin = await makePerson(embedded, { name: 'undoes', role: 'admin' });
		for (const n of range(10)) {
			const person = await makePerson(embedded, { name: `doubt${n}`, status: 'pending' });
			const { data: outcome } = await clientOfPerson(admin).rpc('decide_accounts', {
				p_account_ids: [person.id],
				p_seen: await seenOf(admin, [person.id]),
				p_decision: 'approved',
				p_reason: null,
				p_undo_seconds: 0
			});
			const [undone, { data: claimed }] = await Promise.all([
				clientOfPerson(admin).rpc('undo_decision', { p_decision_id: outcome[0].decision_id }),
				serverClient(embedded).rpc('claim_mail', { p_limit: 100, p_lease_seconds: 60 })
			]);
			const isTold = (claimed as { recipient_id: string; template: string }[]).some(
				({ recipient_id, template }) => recipient_id === person.id && template === 'account_approved'
			);
			expect(undone.data).toBe(isTold ? 'mail_left' : 'undone');
		}
	});
});

describe('servers that send mail at once', () => {
	it('never get the same mail, and all mail is got', async () => {
		await rows('delete from public.email_outbox');
		await rows(`insert into public.email_outbox (template, locale, to_address)
			select 'account_left', 'nl', 'weg' || n || '@voorbeeld.example' from generate_series(1, 300) as n`);
		const claims = await Promise.all(
			range(20).map(() => serverClient(embedded).rpc('claim_mail', { p_limit: 10, p_lease_seconds: 60 }))
		);
		const got = claims.flatMap(({ data, error }) => {
			expect(error).toBeNull();
			return (data as { id: string }[]).map(({ id }) => id);
		});
		expect(new Set(got).size).toBe(got.length);
		for (;;) {
			const { data } = await serverClient(embedded).rpc('claim_mail', { p_limit: 100, p_lease_seconds: 60 });
			if (data.length === 0) break;
			got.push(...(data as { id: string }[]).map(({ id }) => id));
		}
		expect(got).toHaveLength(300);
		expect(new Set(got).size).toBe(300);
	});
});

describe('attempts at once', () => {
	it('are counted each', async () => {
		const answers = await Promise.all(
			range(50).map((n) =>
				serverClient(embedded).rpc('count_attempt', {
					p_action: 'magic_link',
					p_address_key: `address ${n}`,
					p_email_key: 'one mailbox'
				})
			)
		);
		expect(answers.flatMap(({ error }) => error?.message ?? [])).toEqual([]);
		// Twice five, should a new hour begin meanwhile.
		const allowed = answers.filter(({ data }) => data === 0).length;
		expect([5, 10]).toContain(allowed);
	});
});

describe('imports that are carried out at once', () => {
	const ROUNDS = 8;
	let admins: Person[];
	beforeEach(async () => {
		admins = await makePeople(2, (n) => ({ name: `importer${n}`, role: 'admin' }));
	});

	const stage = async (kind: 'loketten' | 'besturen', planned: object[]): Promise<string> => {
		const { data, error } = await clientOfPerson(admins[0] as Person).rpc('stage_import', {
			p_kind: kind,
			p_file_name: 'proef.csv',
			p_header: [],
			p_ignored_columns: [],
			p_counts: {},
			p_rows: planned.map((row, i) => ({ row: i + 2, label: 'Proef', ...row }))
		});
		expect(error).toBeNull();
		return data;
	};
	const apply = (importId: string, by: number) =>
		clientOfPerson(admins[by] as Person).rpc('apply_import', { p_import_id: importId, p_same: false });
	const newDesk = (slug: string) => ({
		outcome: 'new',
		content: {
			slug,
			local_government_id: government,
			name: slug,
			street: 'Veldstraat 1',
			postcode: '9000',
			place: 'Gent',
			lon: 3.72,
			lat: 51.05
		}
	});

	it('never wait for one another, whatever they change', async () => {
		await apply(await stage('loketten', [newDesk('loket-om-te-wijzigen')]), 0);
		const [desk] = await rows<{ id: string }>(
			`select id from public.volunteer_desk where slug = 'loket-om-te-wijzigen'`
		);
		const governments = await rows<{ id: string }>('select id from public.local_government');
		for (const n of range(ROUNDS)) {
			const change = (id: string | undefined) => ({
				outcome: 'changed',
				subject_id: id,
				seen: {},
				content: { description: `Ronde ${n}` }
			});
			const imports = [
				await stage('loketten', [change(desk?.id), newDesk(`loket-ronde-${n}`)]),
				await stage(
					'besturen',
					governments.map(({ id }) => change(id))
				)
			];
			const answers = await Promise.all(imports.map((id, by) => apply(id, by)));
			expect(answers.map(({ data, error }) => error?.message ?? data.outcome)).toEqual([
				'applied',
				'applied'
			]);
		}
	});

	it('do not both make the desk that neither saw', async () => {
		const imports = await Promise.all(
			['tweeling-een', 'tweeling-twee'].map((slug) => stage('loketten', [newDesk(slug)]))
		);
		const answers = await Promise.all(imports.map((id, by) => apply(id, by)));
		expect(answers.map(({ data, error }) => error?.message ?? data.outcome).toSorted()).toEqual([
			'applied',
			'outdated'
		]);
	});
});
