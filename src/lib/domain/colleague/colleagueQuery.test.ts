import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colleagueQuery } from './colleagueQuery';

const TOPICS = ['beleid', 'loket-oprichten', 'werven'];
const today = (slug: string) => (slug === 'onthaal' ? 'werven' : undefined);
const parse = (search: string) =>
	colleagueQuery.parse(new URLSearchParams(search), { thema: { values: TOPICS, today } });

describe('the address of a search for colleagues', () => {
	it('says everything that was asked', () => {
		const search =
			'?q=verzekering&thema=beleid&thema=werven&provincie=limburg&soort=ocmw&functie=mandataris&grootte=10000-20000' +
			'&richting=aangeboden&gemeente=genk&sorteer=naam&afstand=25&page=2';
		const { query, problems } = parse(search);
		expect(problems).toEqual([]);
		expect(query).toMatchObject({ thema: ['beleid', 'werven'], afstand: 25, gemeente: 'genk', page: 2 });
		expect(colleagueQuery.print(query)).toBe(search);
		expect(colleagueQuery.count(query)).toBe(8);
	});

	it('is empty for everybody', () => {
		expect(parse('').query).toEqual(colleagueQuery.empty);
		expect(colleagueQuery.print(colleagueQuery.empty)).toBe('');
	});

	it('leads from a theme of before to the one it became part of', () => {
		expect(parse('thema=onthaal')).toMatchObject({ query: { thema: ['werven'] }, problems: [] });
	});

	it('leaves out and reports what makes no sense', () => {
		const { query, problems } = parse('thema=bestaat-niet&afstand=7&richting=beide&gemeente=<b>&page=0');
		expect(query).toEqual(colleagueQuery.empty);
		expect(problems.map(({ parameter }) => parameter).toSorted()).toEqual([
			'afstand',
			'gemeente',
			'page',
			'richting',
			'thema'
		]);
	});

	it('never fails, and means the same when it is written again', () => {
		fc.assert(
			fc.property(fc.webQueryParameters(), (search) => {
				const { query } = parse(search);
				expect(parse(colleagueQuery.print(query)).query).toEqual(query);
			}),
			{ seed: 2026, numRuns: 100 }
		);
	});
});
