import { beforeAll, describe, expect, it } from 'vitest';
import type { Cookies } from '@sveltejs/kit';
import type { Backend } from '$lib/base/embedded/backend.server';
import { useDatabase } from '../../../tests/database/useDatabase.ts';
import { createSession } from './session.server';
import { createKeyClient } from '$lib/base/database/supabase.server';

const EMAIL = 'noor@voorbeeld.example';
const PASSWORD = 'vier woorden op een rij';

const embedded = useDatabase({ exampleData: false });

beforeAll(async () => {
	const government = await embedded.exclusively(async (db) => {
		const { rows } = await db.query<{ id: string }>(
			`select g.id from public.local_government g join public.municipality m using (nis_code)
			where m.valid_to is null limit 1`
		);
		return rows[0]?.id ?? '';
	});
	await createKeyClient(embedded, embedded.publishableKey).auth.signUp({
		email: EMAIL,
		password: PASSWORD,
		options: {
			data: {
				full_name: 'Noor Voorbeeld',
				job_title: 'Medewerker',
				position: 'staff',
				local_government_id: government,
				locale: 'nl',
				consent_version: '2026-11-21'
			}
		}
	});
	await embedded.exclusively((db) =>
		db.query('update auth.users set email_confirmed_at = now(), raw_user_meta_data = $1', [
			JSON.stringify({ motivation: '🌻'.repeat(2_000) })
		])
	);
});

/** As the server does, once it has judged. */
const permit = () =>
	embedded.exclusively((db) =>
		db.query(`select private.permit_auth_change(id, 'password') from auth.users where email = $1`, [EMAIL])
	);

/** A browser's, for one site. */
class Jar {
	readonly kept = new Map<string, string>();

	readonly cookies: Cookies = {
		get: (name) => this.kept.get(name),
		getAll: () => [...this.kept].map(([name, value]) => ({ name, value })),
		set: (name, value, { maxAge }) =>
			void (maxAge === 0 ? this.kept.delete(name) : this.kept.set(name, value)),
		delete: (name) => void this.kept.delete(name),
		serialize: () => ''
	};

	/** What one request finds and does, on a backend of its own where that is said. */
	visit(to: Backend = embedded, patienceMs = 600_000, device: string | null = null) {
		return createSession(() => to, this.cookies, false, { patienceMs, device });
	}

	/** The session as if its access token had ended. */
	expire(): void {
		for (const [name, value] of this.kept) {
			const session: unknown = JSON.parse(Buffer.from(value.replace('base64-', ''), 'base64url').toString());
			const ended = { ...Object(session), expires_at: 1 };
			this.kept.set(name, `base64-${Buffer.from(JSON.stringify(ended)).toString('base64url')}`);
		}
	}
}

async function signedIn(): Promise<Jar> {
	const jar = new Jar();
	const { error } = await jar.visit().client.auth.signInWithPassword({ email: EMAIL, password: PASSWORD });
	expect(error).toBeNull();
	return jar;
}

/** The backend with something else for Auth. */
const withAuth = (answer: () => Promise<Response>): Backend => ({
	...embedded,
	fetch: (input, init) => (String(input).includes('/auth/v1/') ? answer() : embedded.fetch(input, init))
});

describe('a session in cookies', () => {
	it('stays small, however much its person wrote', async () => {
		const jar = await signedIn();
		const size = [...jar.kept].reduce((sum, [name, value]) => sum + name.length + value.length, 0);
		expect(size).toBeGreaterThan(0);
		expect(size).toBeLessThan(4_096);
		expect(await jar.visit().account()).toMatchObject({ email: EMAIL });
	});

	it('is known to Auth by the browser, and not by this server', async () => {
		const told: (string | null)[] = [];
		const to: Backend = {
			...embedded,
			fetch: (input, init) => {
				told.push(new Request(input, init).headers.get('user-agent'));
				return embedded.fetch(input, init);
			}
		};
		const { client } = new Jar().visit(
			to,
			undefined,
			'Mozilla/5.0 (Android 15) Firefox/140.0'.padEnd(600, 'x')
		);
		await client.auth.signInWithPassword({ email: EMAIL, password: PASSWORD });
		expect(told.at(0)).toMatch(/^Mozilla\/5\.0 \(Android 15\) Firefox\/140\.0x+$/);
		expect(told.at(0)).toHaveLength(500);
	});

	it('is refreshed when its time is over', async () => {
		const jar = await signedIn();
		jar.expire();
		const before = JSON.stringify([...jar.kept]);
		expect(await jar.visit().account()).toMatchObject({ email: EMAIL });
		expect(JSON.stringify([...jar.kept])).not.toBe(before);
		expect(await jar.visit().account()).toMatchObject({ email: EMAIL });
	});

	it('goes on after another password, and ends with signing out', async () => {
		const jar = await signedIn();
		const { client } = jar.visit();
		expect((await client.auth.updateUser({ password: 'vijf andere woorden' })).error).not.toBeNull();
		await permit();
		expect((await client.auth.updateUser({ password: 'vijf andere woorden' })).error).toBeNull();
		expect(await jar.visit().account()).toMatchObject({ email: EMAIL });
		await permit();
		expect((await jar.visit().client.auth.updateUser({ password: PASSWORD })).error).toBeNull();
		expect((await jar.visit().client.auth.signOut()).error).toBeNull();
		expect(jar.kept.size).toBe(0);
	});

	it.each([
		['refuses every connection', () => Promise.reject(new TypeError('fetch failed'))],
		['has too many requests', () => Promise.resolve(Response.json({ code: 429 }, { status: 429 }))]
	])('is kept, and nobody is taken for a visitor, while Auth %s', async (_, answer) => {
		const jar = await signedIn();
		jar.expire();
		// Auth's client tries for as long as it may.
		await expect(jar.visit(withAuth(answer), 50).account()).rejects.toThrow(/^getSession/);
		expect(await jar.visit().account()).toMatchObject({ email: EMAIL });
	});

	it('that Auth does not know is none', async () => {
		const jar = await signedIn();
		jar.expire();
		const answer = () =>
			Promise.resolve(Response.json({ error_code: 'refresh_token_not_found', msg: '' }, { status: 400 }));
		expect(await jar.visit(withAuth(answer)).account()).toBeNull();
	});
});
