import { describe, expect } from 'vitest';
import { bearer, serverOf, visitorOf } from '../clients.ts';
import { makeSignedIn } from '../people.ts';
import type { Contract } from '../terms.ts';

/** The most that the Data API hands out at once; the reference data has more postcodes than that. */
const MOST_ROWS = 1_000;

export function promisesAboutRows(contract: Contract): void {
	const { ask, backend, needs } = contract;

	describe('rows', () => {
		needs('database')('are those that a policy shows, by whom it is asked', async () => {
			await ask(
				`insert into public.contract_note (id, label) values (101, 'one'), (102, 'two'), (104, 'four')`
			);
			const { session } = await contract.somebody(0);
			const seen = async (client: ReturnType<typeof visitorOf>) => {
				const notes = client.from('contract_note').select('id', { count: 'exact' });
				const { data, count } = await notes.gte('id', 101).lte('id', 104).order('id');
				return { ids: data?.map(({ id }) => id), count };
			};
			expect(await seen(visitorOf(backend()))).toEqual({ ids: [102, 104], count: 2 });
			expect(await seen(bearer(backend(), session.access_token))).toEqual({ ids: [102, 104], count: 2 });
			expect(await seen(serverOf(backend()))).toEqual({ ids: [101, 102, 104], count: 3 });
		});

		needs('database')('of people are their own, to read and to change', async () => {
			const one = await makeSignedIn(contract, 'own');
			const other = await makeSignedIn(contract, 'other');
			const profile = () => bearer(backend(), one.session.access_token).from('profile');
			const { data, count } = await profile().select('id', { count: 'exact' });
			expect({ data, count }).toEqual({ data: [{ id: one.id }], count: 1 });
			expect(await profile().update({ bio: 'Van een ander' }).eq('id', other.id).select('id')).toMatchObject({
				error: null,
				data: []
			});
			expect(await ask('select bio from public.profile where id = $1', [other.id])).toEqual([{ bio: null }]);
		});

		needs('database')(
			'are not counted by estimate, which would tell of those that a policy hides',
			async () => {
				const { session } = await contract.somebody(0);
				for (const client of [visitorOf(backend()), bearer(backend(), session.access_token)]) {
					for (const count of ['planned', 'estimated'] as const) {
						const answer = await client.from('local_government').select('id', { count }).limit(1);
						expect(answer).toMatchObject({ status: 400, count: null, error: { message: 'NO_ESTIMATES' } });
					}
				}
			}
		);

		needs()('are at most a thousand at once, and a range gives the next', async () => {
			const codes = (columns = 'postcode, place_name, lang') =>
				visitorOf(backend()).from('postal_code').select(columns, { count: 'exact' });
			const { count } = await codes().limit(1);
			const all = count ?? 0;
			expect(all).toBeGreaterThan(MOST_ROWS);
			expect((await codes()).data).toHaveLength(MOST_ROWS);
			const ordered = () =>
				visitorOf(backend())
					.from('postal_code')
					.select('postcode, place_name, lang')
					.order('postcode')
					.order('place_name')
					.order('lang');
			const first = await ordered().range(0, MOST_ROWS - 1);
			const rest = await ordered().range(MOST_ROWS, 2 * MOST_ROWS - 1);
			const read = [...(first.data ?? []), ...(rest.data ?? [])].map((row) => JSON.stringify(row));
			expect(new Set(read).size).toBe(all);
			// The end of a list that was read page by page: no error, no rows.
			expect(await ordered().range(all, all + MOST_ROWS - 1)).toMatchObject({ error: null, data: [] });
		});

		needs('database')('are found by the filters that the site uses, in the order it asks for', async () => {
			await ask(`insert into public.contract_note (id, label, amount, noted_at) values
				(201, 'b', 1, '2026-01-01T00:00:00Z'), (202, 'c', null, '2026-01-03T00:00:00Z'),
				(203, 'a,(x)', 3, '2026-01-02T00:00:00Z')`);
			const notes = () =>
				serverOf(backend()).from('contract_note').select('id').gte('id', 201).lte('id', 203).order('label');
			const ids = async (question: PromiseLike<{ data: { id: unknown }[] | null; error: unknown }>) => {
				const { data, error } = await question;
				expect(error).toBeNull();
				return data?.map(({ id }) => id);
			};
			expect(await ids(notes())).toEqual([203, 201, 202]);
			expect(await ids(notes().eq('label', 'a,(x)'))).toEqual([203]);
			expect(await ids(notes().in('label', ['c', 'a,(x)', 'none']))).toEqual([203, 202]);
			expect(await ids(notes().in('id', []))).toEqual([]);
			expect(await ids(notes().neq('id', 201))).toEqual([203, 202]);
			expect(await ids(notes().is('amount', null))).toEqual([202]);
			expect(await ids(notes().not('amount', 'is', null))).toEqual([203, 201]);
			expect(await ids(notes().lt('noted_at', '2026-01-02T01:00:00+01:00'))).toEqual([201]);
			const newest = serverOf(backend()).from('contract_note').select('id').gte('id', 201).lte('id', 203);
			expect(await ids(newest.order('noted_at', { ascending: false }).limit(2))).toEqual([202, 203]);
		});

		needs('database')(
			'that a function returns are filtered, ordered and cut like those of a table',
			async () => {
				const { session, id } = await contract.somebody(0);
				const account = () => bearer(backend(), session.access_token).rpc('my_account');
				expect((await account().eq('id', id).order('email').range(0, 9)).data).toMatchObject([{ id }]);
				expect((await account().neq('id', id)).data).toEqual([]);
			}
		);

		needs('database')('are written by the server, one or many, new or again', async () => {
			const notes = () => serverOf(backend()).from('contract_note');
			const written = await notes()
				.insert([
					{ id: 301, label: 'drie' },
					{ id: 302, label: 'vier' }
				])
				.select('id');
			expect(written.data).toEqual([{ id: 301 }, { id: 302 }]);
			expect((await notes().upsert({ id: 301, label: 'vijf' })).error).toBeNull();
			expect((await notes().select('label').eq('id', 301).single()).data).toEqual({ label: 'vijf' });
			expect((await notes().update({ amount: 5 }).eq('id', 302).select('amount')).data).toEqual([
				{ amount: 5 }
			]);
			expect((await notes().delete().in('id', [301, 302]).select('id')).data).toHaveLength(2);
			expect((await notes().select('id').in('id', [301, 302])).data).toEqual([]);
		});
	});
}
