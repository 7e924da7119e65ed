import { beforeAll, describe, expect, it } from 'vitest';
import { ACTORS, type Actor } from '../../src/lib/domain/access/matrix.ts';
import { useDatabase } from '../database/useDatabase.ts';
import { accessToken, clientWithKey } from './actors.ts';
import { askAuth, rightsIn, rowsOf } from './hostile.ts';
import { makeCast, makePerson, type Player } from './people.ts';

const PASSWORD = 'een lang wachtwoord om te testen';

const embedded = useDatabase({ exampleData: false });
let cast: Record<Actor, Player>;
let form: Record<string, unknown>;

beforeAll(async () => {
	cast = await makeCast(embedded);
	const [government] = await rows<{ id: string }>(
		`select id from public.local_government where slug = 'gemeente-gent'`
	);
	form = {
		full_name: 'Eve',
		job_title: 'Coach',
		position: 'staff',
		local_government_id: government?.id,
		locale: 'nl',
		consent_version: '2026-11-21'
	};
});

const rows = <T>(sql: string, parameters: unknown[] = []) => rowsOf<T>(embedded, sql, parameters);
const rights = () => rightsIn(embedded);
const auth = (path: string, body: object | undefined, token?: string, method = 'POST') =>
	askAuth(embedded, path, body, token, method);
const tokenOf = (actor: Actor) => cast[actor].person?.token;
const SIGNED_IN = ACTORS.filter((actor) => actor !== 'visitor' && actor !== 'keyless');
const OWN: Partial<Record<Actor, number>> = { pending: 1, member: 1, editor: 1, editorElsewhere: 1 };

describe('registering', () => {
	it('gives no rights, whatever is sent along', async () => {
		const answer = await auth('/signup', {
			email: 'eve@voorbeeld.example',
			password: PASSWORD,
			id: '00000000-0000-4000-8000-00000000beef',
			role: 'service_role',
			aud: 'service_role',
			email_confirm: true,
			email_confirmed_at: '2026-01-01',
			app_metadata: { role: 'admin' },
			raw_app_meta_data: { role: 'admin' },
			data: {
				...form,
				status: 'approved',
				role: 'admin',
				id: '00000000-0000-4000-8000-00000000beef',
				listed: true
			}
		});
		expect(answer.status).toBe(200);
		expect(
			await rows(`select u.role as database_role, u.email_confirmed_at, p.status, p.role, p.listed,
					u.raw_app_meta_data ->> 'role' as app_role, u.id::text like '%beef' as "choseId"
				from auth.users as u join public.profile as p on p.id = u.id where u.email = 'eve@voorbeeld.example'`)
		).toEqual([
			{
				database_role: 'authenticated',
				email_confirmed_at: null,
				status: 'pending',
				role: 'member',
				listed: false,
				app_role: null,
				choseId: false
			}
		]);
	});

	it.each([
		['nothing', {}],
		['a name of two lines', { full_name: 'Eve\nBcc: iedereen@voorbeeld.example' }],
		['a name that turns around', { full_name: 'Eve\u202etxt.exe' }],
		['a book for a name', { full_name: 'x'.repeat(100_000) }],
		['an object for a name', { full_name: { toString: 'Eve' }, job_title: ['a'], position: {} }],
		['a government that does not exist', { local_government_id: '00000000-0000-4000-8000-00000000dead' }],
		['a government that is no id', { local_government_id: "' or 1=1 --" }],
		['no consent', { consent_version: undefined }]
	])('with %s leaves no account', async (what, wrong) => {
		const email = `fout${what.length}@voorbeeld.example`;
		const data = what === 'nothing' ? {} : { ...form, ...wrong };
		const answer = await auth('/signup', { email, password: PASSWORD, data });
		expect(answer.status).toBeGreaterThanOrEqual(400);
		expect(JSON.stringify(answer.body)).not.toMatch(/profile|constraint|relation|column/);
		expect(await rows('select from auth.users where email = $1', [email])).toEqual([]);
	});

	it.each([
		'kort',
		'negen-tek',
		'wachtwoord',
		'Wachtwoord12',
		'0123456789',
		'x'.repeat(73),
		'zwak@voorbeeld.example'
	])('with the password %s leaves no account', async (password) => {
		const answer = await auth('/signup', { email: 'zwak@voorbeeld.example', password, data: form });
		expect(answer.status).toBe(422);
		expect(await rows('select from auth.users where email = $1', ['zwak@voorbeeld.example'])).toEqual([]);
	});

	it.each([
		['a number for a name', '/signup', { full_name: 12_345 }],
		['a list for a name', '/signup', { full_name: ['Eve'] }],
		['its address written otherwise', '/%73ignup', {}],
		['its address written otherwise still', '/%2573ignup', {}],
		['a slash written otherwise', '%2Fsignup', {}]
	])('with a weak password and %s leaves no account', async (_, path, wrong) => {
		await auth(path, {
			email: 'zwak@voorbeeld.example',
			password: 'wachtwoord12',
			data: { ...form, ...wrong }
		});
		expect(await rows('select from auth.users where email = $1', ['zwak@voorbeeld.example'])).toEqual([]);
	});

	it.each([
		['a link by mail', '/otp', { email: 'otp@voorbeeld.example', create_user: true }],
		['no address', '/signup', { data: {} }],
		['a phone number', '/signup', { phone: '+32470000000', password: PASSWORD }]
	])('by %s makes no account without a profile', async (_, path, body) => {
		await auth(path, body);
		expect(
			await rows(
				'select u.id from auth.users as u left join public.profile as p on p.id = u.id where p.id is null'
			)
		).toEqual([]);
	});

	// Auth itself may answer otherwise than for a free address; the site's own form does not.
	it('with an address that has an account changes nothing of it and tells nothing of its owner', async () => {
		const before = await rights();
		const answer = await auth('/signup', {
			email: cast.member.person?.email,
			password: PASSWORD,
			data: form
		});
		expect(await rights()).toEqual(before);
		for (const mark of [cast.member.person?.id, cast.member.person?.marks['profile.full_name']]) {
			expect(JSON.stringify(answer.body)).not.toContain(mark);
		}
	});

	it.each(['/recover', '/resend'])('and %s tells nobody who has an account', async (path) => {
		const more = path === '/resend' ? { type: 'signup' } : {};
		const known = await auth(path, { email: cast.member.person?.email, ...more });
		const unknown = await auth(path, { email: 'niemand@voorbeeld.example', ...more });
		expect(known).toEqual(unknown);
	});

	it('and signing in tells nobody who has an account', async () => {
		const signIn = (email: string | undefined) =>
			auth('/token?grant_type=password', { email, password: 'verkeerd wachtwoord' });
		expect(await signIn(cast.member.person?.email)).toEqual(await signIn('niemand@voorbeeld.example'));
	});
});

describe.each(SIGNED_IN)('%s', (actor) => {
	it('gets no rights by changing the auth user', async () => {
		const before = await rights();
		for (const body of [
			{ data: { role: 'admin', status: 'approved', full_name: 'Anders' } },
			{ role: 'service_role', aud: 'service_role' },
			{ app_metadata: { role: 'admin' }, raw_app_meta_data: { role: 'admin' } },
			{ email: `anders-${actor.toLowerCase()}@gent.example` },
			{ email_confirmed_at: '2026-01-01', id: '00000000-0000-4000-8000-00000000beef' },
			{ is_super_admin: true, banned_until: null }
		])
			await auth('/user', body, tokenOf(actor), 'PUT');
		expect(await rights()).toEqual(before);
		const read = await cast[actor].client.from('profile').select('id', { count: 'exact' });
		expect(read.count ?? 0).toBe({ admin: before.length, ...OWN }[actor] ?? 0);
	});

	it('changes no password and no address past the site, and leaves nothing beside the account', async () => {
		const id = cast[actor].person?.id;
		const before = await rows(
			'select email, email_change, encrypted_password, raw_user_meta_data from auth.users where id = $1',
			[id]
		);
		for (const body of [
			{ password: PASSWORD },
			{ password: 'wachtwoord' },
			{ email: `elders-${actor.toLowerCase()}@gent.example` },
			{ data: { full_name: 'Anders', role: 'admin' } },
			{ password: PASSWORD, data: { role: 'admin' } }
		])
			await auth('/user', body, tokenOf(actor), 'PUT');
		expect(
			await rows(
				'select email, email_change, encrypted_password, raw_user_meta_data from auth.users where id = $1',
				[id]
			)
		).toEqual(before);
	});

	it('does nothing as an administrator of Auth', async () => {
		const before = await rights();
		const id = cast.member.person?.id;
		for (const [method, path, body] of [
			['GET', '/admin/users', undefined],
			['GET', `/admin/users/${id}`, undefined],
			['POST', '/admin/users', { email: 'extra@voorbeeld.example', password: PASSWORD, email_confirm: true }],
			['PUT', `/admin/users/${id}`, { role: 'service_role' }],
			['DELETE', `/admin/users/${id}`, undefined],
			['POST', '/admin/generate_link', { type: 'recovery', email: cast.admin.person?.email }],
			['POST', '/invite', { email: 'extra@voorbeeld.example' }]
		] as const) {
			const answer = await auth(path, body, tokenOf(actor), method);
			expect(answer.status, `${method} ${path}`).toBeGreaterThanOrEqual(400);
			expect(JSON.stringify(answer.body)).not.toContain('kanarie');
		}
		expect(await rights()).toEqual(before);
	});
});

describe('a token', () => {
	const reads = async (token: string) => {
		const client = clientWithKey(embedded, embedded.publishableKey, token);
		const [profile, account] = [await client.from('profile').select('id'), await client.rpc('my_account')];
		return [...(profile.data ?? []), ...(account.data ?? [])].length;
	};

	it('without a session, of somebody else’s or of none reads nothing', async () => {
		const { id, token } = await makePerson(embedded, { name: 'holder', role: 'admin' });
		expect(await reads(token)).toBeGreaterThan(1);
		const [other] = await rows<{ id: string }>('select id from auth.sessions where user_id = $1', [
			cast.member.person?.id
		]);
		const { jwtSecret } = embedded;
		for (const more of [{}, { session_id: '' }, { session_id: other?.id ?? '' }, { session_id: id }]) {
			expect(await reads(accessToken(jwtSecret, 'authenticated', id, more)), JSON.stringify(more)).toBe(0);
		}
	});

	it('that nobody signed opens nothing', async () => {
		const [head = '', claims = ''] = (cast.admin.person?.token ?? '').split('.');
		const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
		for (const token of [`${none}.${claims}.`, `${head}.${claims}.`, `${head}.${claims}.AAAA`]) {
			expect(await reads(token)).toBe(0);
		}
	});

	it('is worth nothing from the moment of signing out', async () => {
		const email = 'uit@voorbeeld.example';
		await auth('/signup', { email, password: PASSWORD, data: form });
		await rows('update auth.users set email_confirmed_at = now() where email = $1', [email]);
		const signedIn = await auth('/token?grant_type=password', { email, password: PASSWORD });
		const token = String(signedIn.body.access_token);
		expect(await reads(token)).toBe(2);
		expect((await auth('/logout?scope=global', undefined, token)).status).toBe(204);
		expect(await reads(token)).toBe(0);
		const again = await auth('/token?grant_type=refresh_token', {
			refresh_token: signedIn.body.refresh_token
		});
		expect(again.status).toBeGreaterThanOrEqual(400);
	});

	it('of somebody who leaves is worth nothing, nor is the password', async () => {
		const email = 'weg@voorbeeld.example';
		await auth('/signup', { email, password: PASSWORD, data: form });
		await rows('update auth.users set email_confirmed_at = now() where email = $1', [email]);
		const signIn = () => auth('/token?grant_type=password', { email, password: PASSWORD });
		const token = String((await signIn()).body.access_token);
		const client = clientWithKey(embedded, embedded.publishableKey, token);
		expect((await client.rpc('leave_account')).error).toBeNull();
		expect(await reads(token)).toBe(0);
		expect((await auth('/user', undefined, token, 'GET')).status).toBeGreaterThanOrEqual(400);
		expect((await signIn()).status).toBe(400);
		await rows(`delete from public.email_outbox where template = 'account_left'`);
		expect(await placesWith(email)).toEqual([]);
	});

	/** Tables that hold a text anywhere. */
	async function placesWith(text: string): Promise<string[]> {
		const tables = await rows<{ name: string }>(`
			select oid::regclass::text as name from pg_class
			where relkind = 'r' and relnamespace::regnamespace::text in ('public', 'private', 'auth')`);
		const found: string[] = [];
		for (const { name } of tables) {
			const held = await rows(`select from ${name} as t where strpos(lower(t::text), $1) > 0 limit 1`, [
				text
			]);
			if (held.length > 0) found.push(name);
		}
		return found;
	}
});
