import { describe, expect } from 'vitest';
import { bearer, claimsOf, clientWithKey, sign, type AnyClient } from '../clients.ts';
import type { Contract } from '../terms.ts';

const SOMEBODY = '00000000-0000-4000-8000-000000000001';

export function promisesAboutTokens(contract: Contract): void {
	const { backend, needs } = contract;

	/** How many rows of people somebody reads, in every way there is. */
	async function reads(client: AnyClient): Promise<number> {
		const answers = [await client.from('profile').select('id'), await client.rpc('my_account')];
		return answers.flatMap(({ data }) => data ?? []).length;
	}
	const statusOf = async (client: AnyClient) => (await client.rpc('my_account')).status;

	describe('keys', () => {
		needs()('that were made up open nothing', async () => {
			for (const key of [
				'sb_secret_made_up',
				'sb_publishable_made_up',
				sign('not the secret of this place'.repeat(2), { role: 'service_role' })
			]) {
				const client = clientWithKey(backend(), key);
				for (const table of ['contact_message', 'municipality']) {
					const { data, error, status } = await client.from(table).select('*').limit(1);
					expect({ data, status }, `${key} ${table}`).toEqual({ data: null, status: 401 });
					expect(error, key).not.toBeNull();
				}
			}
		});
	});

	describe('a token', () => {
		needs()('that somebody else signed is answered with 401, whatever role it claims', async () => {
			for (const claims of [{ role: 'service_role' }, { role: 'authenticated', sub: SOMEBODY }, {}]) {
				const client = bearer(backend(), sign('x'.repeat(64), claims));
				expect(await statusOf(client)).toBe(401);
				const { data, status } = await client.from('contact_message').select('id');
				expect({ data, status }).toEqual({ data: null, status: 401 });
			}
		});

		needs()('that is none is answered with 401', async () => {
			for (const token of ['nonsense', 'a.b.c', `${sign('x'.repeat(64), {})}x`]) {
				expect(await statusOf(bearer(backend(), token)), token).toBe(401);
			}
		});

		needs('database')('that nobody signed, or that was changed, opens nothing', async () => {
			const { session } = await contract.somebody(0);
			expect(await reads(bearer(backend(), session.access_token))).toBe(2);
			const [head = '', claims = '', signature = ''] = session.access_token.split('.');
			const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
			const raised = Buffer.from(
				JSON.stringify({ ...claimsOf(session.access_token), role: 'service_role' })
			).toString('base64url');
			for (const token of [
				`${none}.${claims}.`,
				`${head}.${claims}.`,
				`${head}.${claims}.AAAA`,
				`${head}.${raised}.${signature}`
			]) {
				const client = bearer(backend(), token);
				expect(await statusOf(client), token).toBe(401);
				expect(await reads(client)).toBe(0);
			}
		});

		needs('signing', 'database')('that has expired is answered with 401, as one of nobody', async () => {
			const { session } = await contract.somebody(0);
			const { jwtSecret = '' } = backend();
			const claims = claimsOf(session.access_token);
			expect(await reads(bearer(backend(), sign(jwtSecret, claims)))).toBe(2);
			const past = Math.floor(Date.now() / 1_000) - 3_600;
			const old = bearer(backend(), sign(jwtSecret, { ...claims, iat: past - 3_600, exp: past }));
			expect(await statusOf(old)).toBe(401);
			expect(await reads(old)).toBe(0);
		});

		needs('signing', 'database')('of another’s session, or of none, reads nothing', async () => {
			const one = await contract.somebody(0);
			const other = await contract.somebody(1);
			const { jwtSecret = '' } = backend();
			const { session_id: _, ...claims } = claimsOf(one.session.access_token);
			const { session_id } = claimsOf(other.session.access_token);
			for (const more of [{}, { session_id: '' }, { session_id }, { session_id: one.id }]) {
				const client = bearer(backend(), sign(jwtSecret, { ...claims, ...more }));
				expect(await client.rpc('my_account'), JSON.stringify(more)).toMatchObject({ error: null, data: [] });
				expect(await reads(client)).toBe(0);
			}
		});

		needs('database')('says whose session it is, and nothing of the registration', async () => {
			const { session, id, email } = await contract.somebody(0);
			const claims = claimsOf(session.access_token);
			expect(claims).toMatchObject({ sub: id, email, role: 'authenticated' });
			expect(claims.session_id).toMatch(/^[0-9a-f-]{36}$/);
			expect(JSON.stringify(claims)).not.toMatch(/Voorbeeld|Coördinator/);
		});
	});
}
