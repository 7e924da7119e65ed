import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../tests/database/useDatabase.ts';
import { createKeyClient, type TypedClient } from '$lib/base/database/supabase.server';
import { compareWithVisitor } from './asVisitor.server';
import {
	changeGovernment,
	exportAccount,
	leaveAccount,
	pauseAccount,
	readProfileVersion,
	requestEmailChange,
	saveProfile,
	type OwnProfile
} from './ownAccount.server';

interface Person {
	id: string;
	client: TypedClient;
}

const embedded = useDatabase({ exampleData: false });
/** As the server does, with its own key. */
const permit = (id: string, change: string) =>
	embedded.exclusively((db) => db.query('select private.permit_auth_change($1, $2)', [id, change]));
let governments: string[];

const PASSWORD = 'vier woorden op een rij';

const PROFILE: OwnProfile = {
	fullName: 'An Voorbeeld',
	jobTitle: 'Vrijwilligerscoach',
	position: 'elected',
	phone: '+32470123456',
	bio: 'Belt liever dan te mailen.',
	listed: true,
	visibleFields: ['phone'],
	notifications: ['new_colleague'],
	locale: 'fr'
};

beforeAll(async () => {
	governments = await embedded.exclusively(async (db) => {
		const { rows } = await db.query<{ id: string }>(
			`select g.id from public.local_government g join public.municipality m using (nis_code)
			where m.valid_to is null order by g.slug limit 2`
		);
		// Where everybody works whose address is of here: another name is nothing to judge again.
		await db.query(`update public.local_government set email_domains = '{voorbeeld.example}' where id = $1`, [
			rows[0]?.id ?? ''
		]);
		return rows.map(({ id }) => id);
	});
});

/** Registers, confirms and signs in; an administrator's part is done by the database's owner. */
async function somebody(name: string, { status = 'approved', role = 'member' } = {}): Promise<Person> {
	const client = createKeyClient(embedded, embedded.publishableKey);
	const email = `${name}@voorbeeld.example`;
	const { data } = await client.auth.signUp({
		email,
		password: PASSWORD,
		options: {
			data: {
				full_name: name,
				job_title: 'Medewerker',
				position: 'staff',
				local_government_id: governments[0],
				locale: 'nl',
				consent_version: '2026-11-21'
			}
		}
	});
	const id = data.user?.id ?? '';
	await embedded.exclusively(async (db) => {
		await db.query('update auth.users set email_confirmed_at = now() where id = $1', [id]);
		await db.query('update public.profile set status = $2, role = $3 where id = $1', [id, status, role]);
	});
	await client.auth.signInWithPassword({ email, password: PASSWORD });
	return { id, client };
}

const setStatus = ({ id }: Person, status: string) =>
	embedded.exclusively((db) => db.query('update public.profile set status = $2 where id = $1', [id, status]));

const colleaguesSeenBy = async ({ client }: Person) => (await client.rpc('colleagues')).data ?? [];

async function version({ client, id }: Person): Promise<string> {
	return (await readProfileVersion(client, id)) ?? '';
}

describe('the own profile', () => {
	it('is kept as it was saved', async () => {
		const me = await somebody('bewaarder');
		const saved = await saveProfile(me.client, me.id, await version(me), PROFILE);
		expect(saved).toBe(await version(me));
		const { data } = await me.client.rpc('my_account');
		expect(data?.[0]).toMatchObject({
			full_name: 'An Voorbeeld',
			job_title: 'Vrijwilligerscoach',
			position: 'elected',
			phone: '+32470123456',
			listed: true,
			visible_fields: ['phone'],
			notifications: ['new_colleague'],
			locale: 'fr'
		});
	});

	it('is not saved over what was saved meanwhile in another window', async () => {
		const me = await somebody('twee-vensters');
		const seen = await version(me);
		expect(await saveProfile(me.client, me.id, seen, PROFILE)).not.toBeNull();
		expect(await saveProfile(me.client, me.id, seen, { ...PROFILE, fullName: 'Oud' })).toBeNull();
		const { data } = await me.client.rpc('my_account');
		expect(data?.[0]?.full_name).toBe('An Voorbeeld');
	});

	it('cannot be read or saved once the account is suspended, in an open session either', async () => {
		const me = await somebody('geschorste');
		const seen = await version(me);
		await setStatus(me, 'suspended');
		expect(await saveProfile(me.client, me.id, seen, PROFILE)).toBeNull();
		expect(await readProfileVersion(me.client, me.id)).toBeNull();
	});

	it('of somebody else is nobody’s to save', async () => {
		const [me, other] = [await somebody('nieuwsgierige'), await somebody('ander')];
		expect(await saveProfile(me.client, other.id, await version(other), PROFILE)).toBeNull();
	});
});

describe('what colleagues see', () => {
	it('is what was chosen, field by field, and nothing while paused', async () => {
		const [me, colleague] = [await somebody('zichtbare'), await somebody('collega')];
		expect((await colleaguesSeenBy(colleague)).map(({ id }) => id)).not.toContain(me.id);

		await saveProfile(me.client, me.id, await version(me), PROFILE);
		expect((await colleaguesSeenBy(colleague)).find(({ id }) => id === me.id)).toMatchObject({
			full_name: 'An Voorbeeld',
			phone: '+32470123456',
			job_title: null,
			bio: null
		});

		await pauseAccount(me.client, true);
		expect((await colleaguesSeenBy(colleague)).map(({ id }) => id)).not.toContain(me.id);
		await pauseAccount(me.client, false);
		expect((await colleaguesSeenBy(colleague)).map(({ id }) => id)).toContain(me.id);
	});
});

describe('working for another government', () => {
	it('makes an approved account wait again, and changes one that waits', async () => {
		const [approved, pending] = [
			await somebody('verhuizer'),
			await somebody('wachtende', { status: 'pending' })
		];
		const [home = '', other = ''] = governments;
		expect(await changeGovernment(approved.client, home)).toBe('unchanged');
		expect(await changeGovernment(approved.client, other)).toBe('pending_again');
		expect(await changeGovernment(pending.client, other)).toBe('changed');
		expect(await changeGovernment(pending.client, crypto.randomUUID())).toBe('unknown');
	});
});

describe('a new e-mail address', () => {
	it('counts only once its mailbox has confirmed it', async () => {
		const me = await somebody('oud-adres');
		const aside = createKeyClient(embedded, embedded.publishableKey).auth;
		const told: string[] = [];
		const { data: listening } = me.client.auth.onAuthStateChange((event) => void told.push(event));
		expect(
			await requestEmailChange(
				me.client,
				aside,
				{ id: me.id, locale: 'nl' },
				'nieuw-adres@voorbeeld.example',
				permit
			)
		).toBe('mailed');
		// What would write cookies, as it does not where the address is taken.
		expect(told).not.toContain('USER_UPDATED');
		listening.subscription.unsubscribe();
		const { data } = await me.client.rpc('my_account');
		expect(data?.[0]).toMatchObject({ email: 'oud-adres@voorbeeld.example' });
		// That it waits would tell that the address is nobody else's.
		expect(JSON.stringify(await exportAccount(me.client))).not.toContain('nieuw-adres');
	});
});

describe('everything that is held', () => {
	it('is handed over, whatever the status', async () => {
		const me = await somebody('inzage');
		await saveProfile(me.client, me.id, await version(me), PROFILE);
		await setStatus(me, 'suspended');
		const held = JSON.stringify(await exportAccount(me.client));
		for (const value of ['An Voorbeeld', '+32470123456', 'Belt liever', 'inzage@voorbeeld.example']) {
			expect(held).toContain(value);
		}
	});
});

describe('leaving', () => {
	it('is refused to the last administrator, and then deletes nothing', async () => {
		const admin = await somebody('enige-beheerder', { role: 'admin' });
		expect(await leaveAccount(admin.client)).toBe('last_admin');
		await somebody('tweede-beheerder', { role: 'admin' });
		expect(await leaveAccount(admin.client)).toBe('left');
	});

	it.each(['pending', 'approved', 'rejected', 'suspended'])(
		'deletes a %s account at once, and its session with it',
		async (status) => {
			const me = await somebody(`vertrekker-${status}`, { status });
			expect(await leaveAccount(me.client)).toBe('left');
			expect((await me.client.rpc('my_account')).data).toEqual([]);
			const left = await embedded.exclusively((db) =>
				db.query('select from auth.users where id = $1', [me.id])
			);
			expect(left.rows).toHaveLength(0);
		}
	);
});

describe('seen as a visitor', () => {
	it('an account is refused on every question, and its owner gets an answer', async () => {
		const me = await somebody('vergelijker');
		await saveProfile(me.client, me.id, await version(me), PROFILE);
		const visitor = createKeyClient(embedded, embedded.publishableKey);
		const comparison = await compareWithVisitor(me.client, visitor, me.id);
		expect(comparison.map(({ visitors }) => visitors)).toEqual(comparison.map(() => ({ kind: 'refused' })));
		expect(comparison.map(({ subject, own }) => [subject, own.kind === 'rows' && own.rows.length])).toEqual([
			['profile', 1],
			['account', 1],
			['colleagues', 1],
			// For administrators.
			['decisions', 0],
			['trail', 0],
			['mail', 0]
		]);
	});
});
