import { describe, expect, it } from 'vitest';
import { deskQuery } from './deskQuery.ts';

const read = (text: string) =>
	deskQuery.parse(new URLSearchParams(text), { taal: { values: ['nl', 'fr', 'ar'] } });

describe('the question in the address', () => {
	it('is read with all its filters, and written back the same', () => {
		const text = '?q=9000&open=nu&open=zaterdag&taal=fr&taal=ar&rolstoel=ja&gekozen=loket-gent';
		const { query, problems } = read(text);
		expect(query).toEqual({
			...deskQuery.empty,
			q: '9000',
			open: ['nu', 'zaterdag'],
			taal: ['fr', 'ar'],
			rolstoel: true,
			gekozen: 'loket-gent'
		});
		expect(problems).toEqual([]);
		expect(deskQuery.print(query)).toBe(text);
		expect(deskQuery.print(deskQuery.empty)).toBe('');
	});

	it('leaves out what it cannot use and says so', () => {
		const { query, problems } = read('open=straks&taal=xx&rolstoel=nee&page=0&bestuur=../x');
		expect(query).toEqual(deskQuery.empty);
		expect(problems.map(({ parameter, reason }) => [parameter, reason])).toEqual([
			['bestuur', 'unknown-value'],
			['open', 'unknown-value'],
			['taal', 'unknown-value'],
			['rolstoel', 'unknown-value'],
			['page', 'not-a-page']
		]);
	});

	it('survives text that nobody can read', () => {
		const { query, problems } = read(`q=${encodeURIComponent(`gent\u0000\u202e${'x'.repeat(5000)}`)}`);
		expect(query.q).toHaveLength(100);
		expect(problems.map(({ reason }) => reason)).toEqual(['control-characters', 'too-long']);
	});
});
