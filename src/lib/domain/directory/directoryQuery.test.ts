import { describe, expect, it } from 'vitest';
import { directoryQuery } from './directoryQuery.ts';
import { MAX_TEXT } from '../query/urlQuery.ts';

const parse = (search: string) => directoryQuery.parse(new URLSearchParams(search));

describe('the state in the address', () => {
	it('survives a trip to the address and back', () => {
		const query = {
			q: 'sint niklaas',
			provincie: ['limburg' as const, 'brussel' as const],
			soort: ['ocmw' as const],
			grootte: ['tot-10000' as const],
			deelname: 'ja' as const,
			loket: true,
			sorteer: 'inwoners' as const,
			page: 2,
			gekozen: 'gent'
		};
		expect(parse(directoryQuery.print(query))).toEqual({ query, problems: [] });
		expect(directoryQuery.count(query)).toBe(6);
	});

	it('is empty for the start page, and for a form sent with empty fields', () => {
		expect(directoryQuery.print(directoryQuery.empty)).toBe('');
		expect(parse('q=&provincie=&sorteer=&deelname=')).toEqual({ query: directoryQuery.empty, problems: [] });
	});

	it.each([
		['provincie=xyz', 'provincie', 'unknown-value'],
		['soort=parochie', 'soort', 'unknown-value'],
		['loket=misschien', 'loket', 'unknown-value'],
		['sorteer=kleur', 'sorteer', 'unknown-value'],
		['page=-1', 'page', 'not-a-page'],
		['page=0', 'page', 'not-a-page'],
		['page=1e9', 'page', 'not-a-page'],
		['page=99999', 'page', 'not-a-page'],
		['gekozen=../etc', 'gekozen', 'unknown-value'],
		['q=Gent%00', 'q', 'control-characters'],
		['q=%E2%80%AEGent', 'q', 'control-characters']
	])('leaves out %s and says so', (search, parameter, reason) => {
		const { query, problems } = parse(search);
		expect(problems).toEqual([expect.objectContaining({ parameter, reason })]);
		expect({ ...query, q: '' }).toEqual(directoryQuery.empty);
	});

	it('keeps the start of a text that is far too long', () => {
		const { query, problems } = parse(`q=${'a'.repeat(10_000)}`);
		expect(query.q).toHaveLength(MAX_TEXT);
		expect(problems[0]?.reason).toBe('too-long');
		expect(problems[0]?.value.length).toBeLessThanOrEqual(40);
	});

	it('drops what nobody sees from a pasted text, without a word', () => {
		expect(parse('q=Ant%C2%ADwer%E2%80%8Bpen%EF%BB%BF')).toEqual({
			query: { ...directoryQuery.empty, q: 'Antwerpen' },
			problems: []
		});
	});

	it.each([
		['q=Gent&q=Aalst', 'q', 'Gent'],
		['q=&q=Gent&q=Aalst', 'q', 'Gent'],
		['deelname=nee&deelname=ja', 'deelname', 'nee'],
		['sorteer=naam&sorteer=sinds', 'sorteer', 'naam'],
		['gekozen=gent&gekozen=aalst', 'gekozen', 'gent'],
		['page=3&page=2', 'page', '3']
	] as const)('uses the first value of %s and says so', (search, parameter, value) => {
		const { query, problems } = parse(search);
		expect(String(query[parameter])).toBe(value);
		expect(problems).toEqual([{ parameter, reason: 'repeated', value }]);
	});

	it('says nothing of a value that is there twice', () => {
		expect(parse('q=Gent&q=Gent&loket=ja&loket=ja').problems).toEqual([]);
	});

	it('keeps the good values beside a bad one', () => {
		const { query, problems } = parse('provincie=limburg&provincie=xyz&provincie=limburg');
		expect(query.provincie).toEqual(['limburg']);
		expect(problems).toHaveLength(1);
	});
});
