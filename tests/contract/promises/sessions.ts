import { describe, expect } from 'vitest';
import { bearer, claimsOf, clientWithKey } from '../clients.ts';
import { makeSignedIn, signIn } from '../people.ts';
import type { Contract } from '../terms.ts';

export function promisesAboutSessions(contract: Contract): void {
	const { ask, backend, needs } = contract;
	const refresh = async (refresh_token: string) =>
		clientWithKey(backend(), backend().publishableKey).auth.refreshSession({ refresh_token });
	/** How many rows the question who is signed in gives: none once the session has ended, though the token is valid. */
	const known = async (token: string): Promise<number> => {
		const { data, error } = await bearer(backend(), token).rpc('my_account');
		expect(error).toBeNull();
		return data.length;
	};

	describe('a session', () => {
		needs('database')('goes on with a new token for the old one', async () => {
			const { session } = await makeSignedIn(contract, 'refresher');
			const { data, error } = await refresh(session.refresh_token);
			expect(error).toBeNull();
			expect(data.session?.refresh_token).not.toBe(session.refresh_token);
			const token = data.session?.access_token ?? '';
			expect(claimsOf(token).session_id).toBe(claimsOf(session.access_token).session_id);
			expect(await known(token)).toBe(1);
			expect((await refresh(data.session?.refresh_token ?? '')).error).toBeNull();
		});

		needs('database')('survives two tabs that go on with the same token at once', async () => {
			const { session } = await makeSignedIn(contract, 'tabs');
			const tabs = await Promise.all([refresh(session.refresh_token), refresh(session.refresh_token)]);
			for (const { data, error } of tabs) {
				expect(error).toBeNull();
				expect(await known(data.session?.access_token ?? '')).toBe(1);
			}
		});

		needs('database')('ends for everybody when an old token turns up again later', async () => {
			const { session } = await makeSignedIn(contract, 'thief');
			const next = await refresh(session.refresh_token);
			const last = await refresh(next.data.session?.refresh_token ?? '');
			expect(last.error).toBeNull();
			await ask(
				`update auth.refresh_tokens set created_at = now() - interval '1 hour', updated_at = now() - interval '1 hour'
					where session_id = $1`,
				[String(claimsOf(session.access_token).session_id)]
			);
			expect((await refresh(session.refresh_token)).error?.status).toBe(400);
			expect((await refresh(last.data.session?.refresh_token ?? '')).error).not.toBeNull();
		});

		needs()('does not begin with a refresh token that was made up', async () => {
			const { error } = await refresh('madeuptokenx');
			expect(error?.status).toBe(400);
		});

		needs('database')('ends where somebody signs out, and only there', async () => {
			const here = await makeSignedIn(contract, 'local');
			const there = await signIn(contract, here);
			expect((await here.client.auth.signOut({ scope: 'local' })).error).toBeNull();
			expect(await known(here.session.access_token)).toBe(0);
			expect((await refresh(here.session.refresh_token)).error).not.toBeNull();
			expect(await known(there.session.access_token)).toBe(1);
			expect((await refresh(there.session.refresh_token)).error).toBeNull();
		});

		needs('database')('ends elsewhere, and not here, where somebody signs out the others', async () => {
			const here = await makeSignedIn(contract, 'others');
			const there = await signIn(contract, here);
			expect((await here.client.auth.signOut({ scope: 'others' })).error).toBeNull();
			expect(await known(there.session.access_token)).toBe(0);
			expect(await known(here.session.access_token)).toBe(1);
		});

		needs('database')('ends everywhere where somebody signs out of all', async () => {
			const here = await makeSignedIn(contract, 'global');
			const there = await signIn(contract, here);
			expect((await here.client.auth.signOut({ scope: 'global' })).error).toBeNull();
			for (const { session } of [here, there]) {
				expect(await known(session.access_token)).toBe(0);
				expect((await refresh(session.refresh_token)).error).not.toBeNull();
			}
		});

		needs('database')('that the database ends is dead at once', async () => {
			const { session, client } = await makeSignedIn(contract, 'deleted');
			expect(await known(session.access_token)).toBe(1);
			await ask('delete from auth.sessions where id = $1', [
				String(claimsOf(session.access_token).session_id)
			]);
			expect(await known(session.access_token)).toBe(0);
			expect((await bearer(backend(), session.access_token).from('profile').select('id')).data).toEqual([]);
			expect((await client.auth.getUser()).error).not.toBeNull();
			expect((await refresh(session.refresh_token)).error).not.toBeNull();
		});
	});
}
