import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../tests/database/useDatabase.ts';
import { createKeyClient, type TypedClient } from '$lib/base/database/supabase.server';
import { useMailLink } from './confirmation.server';

const CHOSEN = 'vier woorden op een rij';

const embedded = useDatabase({ exampleData: false });
let government: string;

beforeAll(async () => {
	government = await embedded.exclusively(async (db) => {
		const { rows } = await db.query<{ id: string }>(
			`select g.id from public.local_government g join public.municipality m using (nis_code)
			where m.valid_to is null limit 1`
		);
		return rows[0]?.id ?? '';
	});
});

const stranger = (): TypedClient => createKeyClient(embedded, embedded.publishableKey);

const service = (): TypedClient => createKeyClient(embedded, embedded.secretKey);

/** Somebody asks for an account and chooses its password. @returns the id of the account */
async function askFor(email: string, fullName = 'An Voorbeeld', contested = false): Promise<string> {
	const { data } = await stranger().auth.signUp({
		email,
		password: CHOSEN,
		options: {
			data: {
				full_name: fullName,
				job_title: 'Medewerker',
				position: 'staff',
				local_government_id: government,
				locale: 'nl',
				consent_version: '2026-11-21',
				contested
			}
		}
	});
	return data.user?.id ?? '';
}

const tokenIn = (column: 'confirmation_token' | 'recovery_token', id: string): Promise<string> =>
	embedded.exclusively(async (db) => {
		const { rows } = await db.query<{ token: string }>(
			`select ${column} as token from auth.users where id = $1`,
			[id]
		);
		return rows[0]?.token ?? '';
	});

const letsIn = async (email: string, password: string): Promise<boolean> =>
	(await stranger().auth.signInWithPassword({ email, password })).error === null;

describe('the first link that is followed to a new account', () => {
	it('keeps the password that was chosen in the same browser', async () => {
		const email = 'zelfde-browser@voorbeeld.example';
		const id = await askFor(email);
		const link = { type: 'signup', tokenHash: await tokenIn('confirmation_token', id) } as const;
		expect(await useMailLink(stranger(), link, (asked) => asked === id)).toBe('done');
		expect(await letsIn(email, CHOSEN)).toBe(true);
	});

	it('lets nobody in with a password that was chosen in another browser, and whoever followed it stays in', async () => {
		const email = 'andere-browser@voorbeeld.example';
		const id = await askFor(email);
		const client = stranger();
		const link = { type: 'signup', tokenHash: await tokenIn('confirmation_token', id) } as const;
		expect(await useMailLink(client, link, () => false, service)).toBe('unclaimed');
		expect(await letsIn(email, CHOSEN)).toBe(false);
		expect((await client.rpc('my_account')).data).toMatchObject([{ id }]);
		// There never was one of theirs.
		expect(await mailTo(id)).not.toContain('password_changed');
	});

	it('gives the name of who asked last to nobody else', async () => {
		const email = 'twee-keer@voorbeeld.example';
		await askFor(email, 'Ada Eerst');
		const server = createKeyClient(embedded, embedded.secretKey);
		const { data: replaces } = await server.rpc('forget_unconfirmed_account', { p_email: email });
		const id = await askFor(email, 'Bo Later', replaces === true);
		const client = stranger();
		const link = { type: 'signup', tokenHash: await tokenIn('confirmation_token', id) } as const;
		expect(await useMailLink(client, link, () => false, service)).toBe('unclaimed');
		expect((await client.rpc('my_account')).data).toMatchObject([
			{ id, full_name: 'twee-keer', local_government_id: null, status: 'pending' }
		]);
	});

	it('does the same when it is one to choose another password with', async () => {
		const email = 'vergeten@voorbeeld.example';
		const id = await askFor(email);
		await stranger().auth.resetPasswordForEmail(email);
		const link = { type: 'recovery', tokenHash: await tokenIn('recovery_token', id) } as const;
		expect(await useMailLink(stranger(), link, () => false, service)).toBe('unclaimed');
		expect(await letsIn(email, CHOSEN)).toBe(false);
	});
});

const mailTo = (id: string) =>
	embedded.exclusively(async (db) => {
		const { rows } = await db.query<{ template: string }>(
			'select template from public.email_outbox where recipient_id = $1',
			[id]
		);
		return rows.map(({ template }) => template);
	});

describe('a later link', () => {
	it('leaves the password as it is, in whichever browser it is followed', async () => {
		const email = 'later@voorbeeld.example';
		const id = await askFor(email);
		await embedded.exclusively((db) =>
			db.query(`update auth.users set email_confirmed_at = now() - interval '1 day' where id = $1`, [id])
		);
		await stranger().auth.resetPasswordForEmail(email);
		const link = { type: 'recovery', tokenHash: await tokenIn('recovery_token', id) } as const;
		expect(await useMailLink(stranger(), link, () => false, service)).toBe('done');
		expect(await letsIn(email, CHOSEN)).toBe(true);
		expect(await useMailLink(stranger(), link, () => false, service)).toBe('spent');
	});
});
