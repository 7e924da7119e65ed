import { describe, expect } from 'vitest';
import { bearer, serverOf, visitorOf, type AnyClient } from '../clients.ts';
import { makeSignedIn } from '../people.ts';
import type { Contract } from '../terms.ts';

const NOBODY = '00000000-0000-4000-8000-000000000001';

/** What only the server may do, or nobody. */
const FORBIDDEN: Record<string, (client: AnyClient) => PromiseLike<Answer>> = {
	'reading a closed column': (client) => client.from('local_government').select('email_domains').limit(1),
	'reading all columns where one is closed': (client) => client.from('local_government').select('*').limit(1),
	'reading a closed table': (client) => client.from('contact_message').select('id'),
	inserting: (client) => client.from('directory_version').insert({ version: 1 }),
	upserting: (client) => client.from('municipality').upsert({ nis_code: '44021', name_nl: 'Gent' }),
	updating: (client) => client.from('volunteer_desk').update({ name: 'Anders' }).eq('id', NOBODY),
	deleting: (client) => client.from('local_government').delete().eq('id', NOBODY),
	'calling a function of the server': (client) =>
		client.rpc('forget_unconfirmed_account', { p_email: 'niemand@voorbeeld.example' })
};

interface Answer {
	status: number;
	error: { code?: string; message?: string } | null;
	data: unknown;
}

const verdict = ({ status, error, data }: Answer) => ({ status, code: error?.code, data });

export function promisesAboutGrants(contract: Contract): void {
	const { backend, needs } = contract;

	describe('grants', () => {
		for (const [deed, attempt] of Object.entries(FORBIDDEN)) {
			needs()(`refuse a visitor ${deed}, with 401 and 42501`, async () => {
				expect(verdict(await attempt(visitorOf(backend())))).toEqual({
					status: 401,
					code: '42501',
					data: null
				});
			});
		}

		needs('database')('refuse the same to whoever is signed in, with 403', async () => {
			const { session } = await contract.somebody(0);
			const client = bearer(backend(), session.access_token);
			for (const [deed, attempt] of Object.entries(FORBIDDEN)) {
				expect(verdict(await attempt(client)), deed).toEqual({ status: 403, code: '42501', data: null });
			}
		});

		needs('database')('let people change the columns that are theirs, and those only', async () => {
			const { session, id } = await makeSignedIn(contract, 'columns');
			const profile = () => bearer(backend(), session.access_token).from('profile');
			for (const change of [{ role: 'admin' }, { status: 'approved' }, { bio: 'Dag', role: 'admin' }]) {
				const answer = await profile().update(change).eq('id', id);
				expect(verdict(answer)).toEqual({ status: 403, code: '42501', data: null });
			}
			expect((await profile().update({ bio: 'Goeiedag' }).eq('id', id)).error).toBeNull();
			expect((await profile().select('bio, role, status')).data).toEqual([
				{ bio: 'Goeiedag', role: 'member', status: 'pending' }
			]);
		});

		needs()('keep the question who is signed in from visitors', async () => {
			const answer = await visitorOf(backend()).rpc('my_account');
			expect(verdict(answer)).toEqual({ status: 401, code: '42501', data: null });
		});

		needs()('bind the secret key too', async () => {
			const server = serverOf(backend());
			expect((await server.from('contact_message').select('id').limit(1)).status).toBe(200);
			expect(verdict(await server.from('audit_entry').select('id'))).toEqual({
				status: 403,
				code: '42501',
				data: null
			});
		});

		needs()('are of the schema public: no other is offered', async () => {
			for (const client of [visitorOf(backend()), serverOf(backend())]) {
				for (const [schema, table] of [
					['private', 'rate_limit'],
					['auth', 'users'],
					['extensions', 'spatial_ref_sys']
				] as const) {
					const answer = await client.schema(schema).from(table).select('*');
					expect(verdict(answer), schema).toEqual({ status: 406, code: 'PGRST106', data: null });
				}
				expect((await client.schema('private').rpc('my_account')).status).toBe(406);
			}
		});

		needs()('open nothing without a key', async () => {
			const { url, fetch } = backend();
			for (const path of ['rest/v1/contact_message', 'rest/v1/municipality?limit=1', 'auth/v1/user']) {
				expect((await fetch(`${url}/${path}`)).status, path).toBe(401);
			}
		});
	});
}
