import { afterEach, describe, expect, vi } from 'vitest';
import { DatabaseError } from '../../../src/lib/base/database/supabase.server';
import { serverOf, visitorOf } from '../clients.ts';
import { ownAddress } from '../ownObjects.ts';
import type { Contract } from '../terms.ts';

export function promisesAboutErrors({ ask, backend, needs }: Contract): void {
	describe('errors', () => {
		afterEach(() => vi.restoreAllMocks());

		needs('database')('of a constraint come with 400, its code, and not on the console', async () => {
			const print = vi.spyOn(console, 'error').mockImplementation(() => {});
			const { error, status } = await serverOf(backend()).rpc('submit_contact_message', {
				p_name: 'Iemand',
				p_email: 'geen adres',
				p_message: 'Een bericht dat lang genoeg is.',
				p_locale: 'nl',
				p_sender_key: 'contract-constraint'
			});
			expect([status, error?.code]).toEqual([400, '23514']);
			expect(print).not.toHaveBeenCalled();
			// The hit that was counted before it went with it.
			expect(await ask(`select from private.rate_limit where key = 'contact:contract-constraint'`)).toEqual(
				[]
			);
		});

		needs('database')('say by their code what was wrong with a value', async () => {
			const notes = () => serverOf(backend()).from('contract_note');
			expect((await notes().insert({ id: 401, label: 'taken' })).error).toBeNull();
			for (const [code, row] of [
				['23505', { id: 401, label: 'same id' }],
				['23505', { id: 402, label: 'taken' }],
				['23502', { id: 402, label: null }],
				['23514', { id: 402, label: 'nothing', amount: 0 }],
				['22P02', { id: 'no number', label: 'id' }],
				['22003', { id: 99_999_999_999, label: 'much' }],
				['22007', { id: 402, label: 'when', noted_at: 'not a moment' }]
			] as const) {
				const { error, status } = await notes().insert(row);
				expect(error?.code, error?.message).toBe(code);
				expect(status, code).toBeGreaterThanOrEqual(400);
				expect(status, code).toBeLessThan(500);
			}
			expect((await notes().select('id').gte('id', 401).lte('id', 499)).data).toEqual([{ id: 401 }]);
		});

		needs('database')('of a function of ours are its word in capitals', async () => {
			const refuse = (p_word: string, p_privilege: boolean) =>
				serverOf(backend()).rpc('contract_refuse', { p_word, p_privilege });
			const { error, status } = await refuse('LAST_ADMIN', false);
			expect({ status, ...error }).toMatchObject({
				status: 400,
				code: 'P0001',
				message: 'LAST_ADMIN',
				hint: 'A hint'
			});
			expect(error && new DatabaseError('contract_refuse', error).reason).toBe('LAST_ADMIN');
			const forbidden = await refuse('ADMIN_ONLY', true);
			expect([forbidden.status, forbidden.error?.code, forbidden.error?.message]).toEqual([
				403,
				'42501',
				'ADMIN_ONLY'
			]);
		});

		needs('database')('leave nothing of what was done before them in the same request', async () => {
			const { error } = await serverOf(backend()).rpc('contract_refuse', {
				p_word: 'NO',
				p_privilege: false
			});
			expect(error?.message).toBe('NO');
			expect(await ask('select from public.contract_note where id = 9000')).toEqual([]);
		});

		needs()('are told for a table or function that is not there', async () => {
			vi.spyOn(console, 'error').mockImplementation(() => {});
			const visitor = visitorOf(backend());
			expect((await visitor.from('no_such_table').select('*')).status).toBe(404);
			expect((await visitor.rpc('no_such_function')).status).toBe(404);
		});

		needs('database')('do not come where all is well', async () => {
			const { data, error } = await serverOf(backend()).rpc('submit_contact_message', {
				p_name: 'Iemand',
				p_email: ownAddress('bericht'),
				p_message: 'Een bericht dat lang genoeg is.',
				p_locale: 'nl',
				p_sender_key: 'contract-message'
			});
			expect({ data, error }).toEqual({ data: 0, error: null });
		});
	});
}
