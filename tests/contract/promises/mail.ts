import { describe, expect, vi } from 'vitest';
import { useMailLink } from '../../../src/lib/accounts/confirmation.server';
import type { LinkType } from '../../../src/lib/accounts/linkTypes';
import { clientWithKey, visitorOf } from '../clients.ts';
import { ownAddress } from '../ownObjects.ts';
import { confirm, makeSignedIn, register } from '../people.ts';
import type { Contract } from '../terms.ts';

export function promisesAboutMail(contract: Contract): void {
	const { ask, backend, needs } = contract;
	const auth = () => visitorOf(backend()).auth;
	const stranger = () => clientWithKey(backend(), backend().publishableKey);

	/** Waits for it: whoever sends mail does not wait until it has arrived. */
	const linkTo = (to: string, type: LinkType): Promise<string> =>
		vi.waitFor(
			async () => {
				const links = await backend().links(to);
				return links.find((link) => link.type === type)?.tokenHash ?? expect.fail(`no link "${type}"`);
			},
			{ timeout: 30_000, interval: 50 }
		);
	const use = (client: ReturnType<typeof stranger>, type: LinkType, tokenHash: string) =>
		useMailLink(client, { type, tokenHash }, () => true);

	/** As the server does, once it has judged. */
	const permit = (id: string, change: 'password' | 'email') =>
		ask('select private.permit_auth_change($1, $2)', [id, change]);

	describe('mail', () => {
		needs('database', 'mail')('to confirm an address brings one link that works once', async () => {
			const { email, id } = await register(contract, 'mailed');
			const tokenHash = await linkTo(email, 'signup');
			const client = stranger();
			expect(await use(client, 'signup', tokenHash)).toBe('done');
			expect((await client.rpc('my_account')).data).toMatchObject([{ id, email }]);
			expect(await use(stranger(), 'signup', tokenHash)).toBe('spent');
		});

		needs('database', 'mail')('brings nobody in with the password that somebody has none of', async () => {
			const { email, password } = await register(contract, 'without', { password: 'none' });
			await use(stranger(), 'signup', await linkTo(email, 'signup'));
			const { data } = await auth().signInWithPassword({ email, password });
			expect(data.session).toBeNull();
		});

		needs('database', 'mail')('brings a link to sign in with', async () => {
			const account = await register(contract, 'magic');
			await confirm(contract, account);
			const asked = await auth().signInWithOtp({
				email: account.email,
				options: { shouldCreateUser: false }
			});
			expect(asked.error).toBeNull();
			const tokenHash = await linkTo(account.email, 'magiclink');
			const client = stranger();
			expect(await use(client, 'magiclink', tokenHash)).toBe('done');
			expect((await client.rpc('my_account')).data).toMatchObject([{ id: account.id }]);
			expect(await use(stranger(), 'magiclink', tokenHash)).toBe('spent');
		});

		needs('database', 'mail')('brings a link to choose a new password with', async () => {
			const account = await register(contract, 'recovering');
			await confirm(contract, account);
			expect((await auth().resetPasswordForEmail(account.email)).error).toBeNull();
			const tokenHash = await linkTo(account.email, 'recovery');
			const client = stranger();
			expect(await use(client, 'recovery', tokenHash)).toBe('done');
			await permit(account.id, 'password');
			expect((await client.auth.updateUser({ password: 'een heel ander wachtwoord 2' })).error).toBeNull();
			expect(await use(stranger(), 'recovery', tokenHash)).toBe('spent');
		});

		needs('database', 'mail')('asks a new address whether it is read, before it is used', async () => {
			const account = await makeSignedIn(contract, 'mover');
			const email = ownAddress('moved');
			await permit(account.id, 'email');
			expect((await account.client.auth.updateUser({ email })).error).toBeNull();
			const tokenHash = await linkTo(email, 'email_change');
			expect((await account.client.auth.getUser()).data.user?.email).toBe(account.email);
			const client = stranger();
			const outcome = await use(client, 'email_change', tokenHash);
			if (outcome === 'half') {
				// Where a change has to be confirmed from both addresses.
				expect((await account.client.auth.getUser()).data.user?.email).toBe(account.email);
				const own = await linkTo(account.email, 'email_change');
				expect(await use(client, 'email_change', own)).toBe('done');
			} else {
				expect(outcome).toBe('done');
			}
			expect((await client.rpc('my_account')).data).toMatchObject([{ id: account.id, email }]);
		});

		needs('database')('is not sent to the address of another account', async () => {
			const account = await makeSignedIn(contract, 'asker');
			const other = await makeSignedIn(contract, 'owner');
			const { error } = await account.client.auth.updateUser({ email: other.email });
			expect(['email_exists', 'user_already_exists']).toContain(error?.code);
			const wrong = await account.client.auth.updateUser({ email: 'geen adres' });
			expect(['validation_failed', 'email_address_invalid']).toContain(wrong.error?.code);
		});

		needs('database')(
			'is for what the site let through: Auth alone changes no password and no address',
			async () => {
				const account = await makeSignedIn(contract, 'alone');
				for (const change of [
					{ password: 'een heel ander wachtwoord 3' },
					{ email: ownAddress('alone-too') }
				]) {
					expect((await account.client.auth.updateUser(change)).error).not.toBeNull();
				}
				await account.client.auth.updateUser({ data: { full_name: 'Anders', role: 'admin' } });
				expect(
					await ask('select email, email_change, raw_user_meta_data from auth.users where id = $1', [
						account.id
					])
				).toMatchObject([{ email: account.email, raw_user_meta_data: {} }]);
				const again = await stranger().auth.signInWithPassword(account);
				expect(again.error).toBeNull();
			}
		);

		needs()('has no link that can be made up', async () => {
			for (const type of ['signup', 'recovery', 'magiclink', 'email_change'] as const) {
				expect(await use(stranger(), type, 'a1'.repeat(28)), type).toBe('spent');
			}
		});
	});
}
