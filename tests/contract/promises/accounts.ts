import { afterEach, describe, expect, vi } from 'vitest';
import { changePassword } from '../../../src/lib/accounts/password.server';
import { signIn as isLetIn } from '../../../src/lib/accounts/signIn.server';
import { bearer, serverOf, visitorOf } from '../clients.ts';
import { ownAddress } from '../ownObjects.ts';
import { confirm, makeSignedIn, register, registrationForm, signIn } from '../people.ts';
import type { Contract } from '../terms.ts';

/** Codes with which Auth says that there is an account, or that mail was sent: not for a registration that failed. */
const MAILED = ['user_already_exists', 'email_exists', 'over_email_send_rate_limit'];

export function promisesAboutAccounts(contract: Contract): void {
	const { ask, backend, needs } = contract;
	const auth = () => visitorOf(backend()).auth;
	const signUp = async (name: string, more: object) =>
		auth().signUp({
			email: ownAddress(name),
			password: 'een lang genoeg wachtwoord 1',
			options: { data: { ...(await registrationForm(contract)), ...more } }
		});
	const accountsOf = (email: string) => ask('select from auth.users where email = $1', [email]);

	/** In one of the ways in which Auth says so to the site, which tells nobody else. */
	function expectThereWasOne({ data, error }: Awaited<ReturnType<typeof signUp>>): void {
		if (!error) return expect(data.user?.identities).toEqual([]);
		expect(MAILED).toContain(error.code);
		if (error.code === 'over_email_send_rate_limit') expect(error.message).toMatch(/after \d+ seconds/);
	}

	describe('an account', () => {
		// Auth in this process says there why it made no account.
		afterEach(() => vi.restoreAllMocks());

		needs('database')('has a profile of what was sent along, which Auth does not keep', async () => {
			const { id } = await register(contract, 'fresh');
			expect(
				await ask(
					`select p.full_name, p.status, p.role, u.raw_user_meta_data::text as kept, i.identity_data::text as beside
						from public.profile as p join auth.users as u on u.id = p.id join auth.identities as i on i.user_id = p.id
						where p.id = $1`,
					[id]
				)
			).toEqual([
				{
					full_name: 'Contract Voorbeeld',
					status: 'pending',
					role: 'member',
					kept: expect.not.stringMatching(/Contract|Coördinator/),
					beside: expect.not.stringMatching(/Contract|Coördinator/)
				}
			]);
		});

		needs('database')(
			'is not made when the trigger refuses, and the answer is an error without our words',
			async () => {
				vi.spyOn(console, 'error').mockImplementation(() => {});
				for (const [name, wrong] of [
					['wrong-name', { full_name: 'Contract\nBcc: iemand' }],
					['no-consent', { consent_version: undefined }],
					['unknown-government', { local_government_id: '00000000-0000-4000-8000-00000000dead' }],
					['no-id', { local_government_id: "' or 1=1 --" }]
				] as const) {
					const { data, error } = await signUp(name, wrong);
					expect(data.user, name).toBeNull();
					expect(error?.status, name).toBeGreaterThanOrEqual(400);
					expect(MAILED, name).not.toContain(error?.code);
					expect(JSON.stringify(error), name).not.toMatch(/profile|constraint|relation|column|UNKNOWN/);
					expect(await accountsOf(ownAddress(name)), name).toEqual([]);
				}
			}
		);

		needs('database')('asked for once more does not tell who has one, nor changes it', async () => {
			const { id, email } = await makeSignedIn(contract, 'known');
			const stored = () => ask('select to_jsonb(u)::text as row from auth.users as u where id = $1', [id]);
			const before = await stored();
			const answer = await signUp('known', { full_name: 'Iemand Anders' });
			expectThereWasOne(answer);
			expect(JSON.stringify(answer)).not.toContain(id);
			expect(await stored()).toEqual(before);
			expect(await accountsOf(email)).toHaveLength(1);
		});

		needs('database')('asked for twice in a row is made once', async () => {
			const { email } = await register(contract, 'twice');
			const answer = await signUp('twice', {});
			// Auth may as well mail its owner again.
			if (answer.error) expectThereWasOne(answer);
			expect(await accountsOf(email)).toHaveLength(1);
		});

		needs('database')('that was never confirmed makes way for who asks next', async () => {
			const first = await register(contract, 'forgotten');
			const forget = await serverOf(backend()).rpc('forget_unconfirmed_account', { p_email: first.email });
			expect(forget.error).toBeNull();
			const next = await register(contract, 'forgotten');
			expect(next.id).not.toBe(first.id);
		});

		needs('database')('lets nobody in before the address is confirmed', async () => {
			const account = await register(contract, 'unconfirmed');
			const { error } = await auth().signInWithPassword(account);
			expect(error?.code).toBe('email_not_confirmed');
			expect(await isLetIn(visitorOf(backend()), account.email, account.password)).toBe(false);
			await confirm(contract, account);
			expect(await isLetIn(visitorOf(backend()), account.email, account.password)).toBe(true);
		});

		needs('database')(
			'has one password, and Auth does not tell which half of the pair was wrong',
			async () => {
				const { email } = await makeSignedIn(contract, 'password');
				const answer = async (address: string) => {
					const { error } = await auth().signInWithPassword({
						email: address,
						password: 'verkeerd wachtwoord'
					});
					return [error?.status, error?.code, error?.message];
				};
				expect(await answer(email)).toEqual([400, 'invalid_credentials', expect.any(String)]);
				expect(await answer(ownAddress('nobody'))).toEqual(await answer(email));
			}
		);

		needs('database')('gets a new password, not the same one, and other sessions end', async () => {
			const account = await makeSignedIn(contract, 'changer');
			const elsewhere = await signIn(contract, account);
			const change = (password: string) =>
				changePassword(account.client, account.id, password, (id, what) =>
					ask('select private.permit_auth_change($1, $2)', [id, what])
				);
			expect(await change(account.password)).toBe('same');
			const password = 'een heel ander wachtwoord 2';
			expect(await change(password)).toBe('changed');
			expect((await account.client.rpc('my_account')).data).toHaveLength(1);
			expect((await bearer(backend(), elsewhere.session.access_token).rpc('my_account')).data).toEqual([]);
			expect(await isLetIn(visitorOf(backend()), account.email, account.password)).toBe(false);
			expect(await isLetIn(visitorOf(backend()), account.email, password)).toBe(true);
		});

		needs('database')('that its owner deletes is gone at once, session and password too', async () => {
			const account = await makeSignedIn(contract, 'leaver');
			const client = bearer(backend(), account.session.access_token);
			expect((await client.rpc('leave_account')).error).toBeNull();
			expect(await client.rpc('my_account')).toMatchObject({ error: null, data: [] });
			expect((await account.client.auth.getUser()).error).not.toBeNull();
			expect((await account.client.auth.refreshSession()).error).not.toBeNull();
			expect(await isLetIn(visitorOf(backend()), account.email, account.password)).toBe(false);
		});

		needs('database')('is not made by a mailed link, and an unknown address gets none', async () => {
			const email = ownAddress('unknown');
			const link = await auth().signInWithOtp({ email, options: { shouldCreateUser: false } });
			expect([undefined, 'otp_disabled', 'signup_disabled', 'user_not_found']).toContain(link.error?.code);
			expect((await auth().resetPasswordForEmail(email)).error).toBeNull();
			expect((await auth().resend({ type: 'signup', email })).error).toBeNull();
			vi.spyOn(console, 'error').mockImplementation(() => {});
			// What Auth's own form of the link would make has no profile, so the database refuses it.
			await auth().signInWithOtp({ email, options: { shouldCreateUser: true } });
			expect(await accountsOf(email)).toEqual([]);
		});
	});
}
