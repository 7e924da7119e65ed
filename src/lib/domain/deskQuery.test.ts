import { describe, expect, it } from 'vitest';
import { deskSearchString, EMPTY_DESK_QUERY, parseDeskQuery } from './deskQuery.ts';

const read = (text: string) => parseDeskQuery(new URLSearchParams(text), ['nl', 'fr', 'ar']);

describe('the question in the address', () => {
	it('is read with all its filters, and written back the same', () => {
		const text = '?q=9000&open=nu&taal=fr&taal=ar&rolstoel=ja&gekozen=loket-gent';
		const { query, problems } = read(text);
		expect(query).toEqual({
			...EMPTY_DESK_QUERY,
			q: '9000',
			open: true,
			taal: ['fr', 'ar'],
			rolstoel: true,
			gekozen: 'loket-gent'
		});
		expect(problems).toEqual([]);
		expect(deskSearchString(query)).toBe(text);
		expect(deskSearchString(EMPTY_DESK_QUERY)).toBe('');
	});

	it('leaves out what it cannot use and says so', () => {
		const { query, problems } = read('open=straks&taal=xx&rolstoel=nee&page=0&bestuur=../x');
		expect(query).toEqual(EMPTY_DESK_QUERY);
		expect(problems.map(({ parameter, reason }) => [parameter, reason])).toEqual([
			['open', 'unknown-value'],
			['taal', 'unknown-value'],
			['rolstoel', 'unknown-value'],
			['page', 'not-a-page'],
			['bestuur', 'unknown-value']
		]);
	});

	it('survives text that nobody can read', () => {
		const { query, problems } = read(`q=${encodeURIComponent(`gent\u0000\u202e${'x'.repeat(5000)}`)}`);
		expect(query.q).toHaveLength(100);
		expect(problems.map(({ reason }) => reason)).toEqual(['control-characters', 'too-long']);
	});
});
