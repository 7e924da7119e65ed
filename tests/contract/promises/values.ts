import { describe, expect } from 'vitest';
import { serverOf, visitorOf } from '../clients.ts';
import type { Contract } from '../terms.ts';

export function promisesAboutValues({ ask, backend, needs }: Contract): void {
	describe('values', () => {
		needs()('of time are ISO 8601 in UTC, with +00:00', async () => {
			const { data } = await visitorOf(backend()).from('directory_version').select('changed_at').single();
			expect(data?.changed_at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$/);
		});

		needs('database')('of time are the moment that was written, in whichever zone', async () => {
			await ask(`insert into public.contract_note (id, label) values (502, 'moment')`);
			const { data } = await visitorOf(backend())
				.from('contract_note')
				.select('noted_at')
				.eq('id', 502)
				.single();
			expect(data?.noted_at).toBe('2026-11-21T10:00:05.25+00:00');
		});

		needs('database')('that are passed to a function arrive as what they are', async () => {
			const given = {
				p_object: { name: 'Noor' },
				p_ids: ['00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000012'],
				p_moment: '2026-11-21T11:00:05+01:00',
				p_yes: true,
				p_amount: 1.5,
				p_nothing: null
			};
			const expected = {
				name: 'Noor',
				ids: 2,
				moment: '2026-11-21T10:00:05',
				yes: true,
				amount: 2.5,
				nothing: true
			};
			const call = (more: object = {}) => serverOf(backend()).rpc('contract_values', { ...given, ...more });
			expect(await call()).toMatchObject({ error: null, data: expected });
			expect((await call({ p_ids: [], p_object: { name: 'Ñoör "x" \\ 😀' } })).data).toMatchObject({
				ids: 0,
				name: 'Ñoör "x" \\ 😀'
			});
			expect((await call({ p_ids: ['no id'] })).error?.code).toBe('22P02');
		});

		needs()('of a directory row keep their types', async () => {
			const { data } = await visitorOf(backend())
				.from('municipality')
				.select('nis_code, lon, population, valid_to')
				.eq('nis_code', '44021')
				.single();
			expect(data).toEqual({
				nis_code: '44021',
				lon: expect.any(Number),
				population: expect.any(Number),
				valid_to: null
			});
		});
	});
}
