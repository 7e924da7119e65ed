import { describe, expect, it } from 'vitest';
import { peerQuery, PRESET_NAMES, PRESETS, sameFactors } from './peerQuery.ts';
import { EQUAL_FACTORS } from './peers.ts';

const TOPICS = ['beleid', 'werven', 'waardering'];
const parse = (search: string) => peerQuery.parse(new URLSearchParams(search), { thema: { values: TOPICS } });

describe('what counts, in the address', () => {
	it('survives a trip to the address and back', () => {
		const query = {
			voor: 'gent',
			thema: ['beleid', 'werven'],
			factors: { ...EQUAL_FACTORS, grootte: 2 as const, afstand: 0 as const },
			aantal: 36
		};
		expect(peerQuery.print(query)).toBe('?voor=gent&thema=beleid&thema=werven&grootte=2&afstand=0&aantal=36');
		expect(parse(peerQuery.print(query))).toEqual({ query, problems: [] });
	});

	it('is empty as everything weighs by itself, also for a form that says so', () => {
		expect(peerQuery.print(peerQuery.empty)).toBe('');
		expect(parse('voor=&grootte=1&aanbod=1&aantal=12')).toEqual({ query: peerQuery.empty, problems: [] });
	});

	it('knows no themes at all from the themes of the municipality', () => {
		expect(parse('').query.thema).toBeNull();
		expect(parse('thema=').query.thema).toEqual([]);
		expect(parse('thema=&thema=werven').query.thema).toEqual(['werven']);
		expect(parse(peerQuery.print({ ...peerQuery.empty, thema: [] })).query.thema).toEqual([]);
	});

	it('leads a theme to what it became part of', () => {
		const params = new URLSearchParams('thema=bedanken');
		const today = (slug: string) => (slug === 'bedanken' ? 'waardering' : slug);
		expect(peerQuery.parse(params, { thema: { values: TOPICS, today } }).query.thema).toEqual(['waardering']);
	});

	it.each([
		['thema=tuinieren', 'thema'],
		['grootte=3', 'grootte'],
		['loket=ja', 'loket'],
		['aantal=13', 'aantal'],
		['aantal=1000000', 'aantal'],
		['voor=../etc', 'voor']
	])('leaves out %s and says so', (search, parameter) => {
		const { query, problems } = parse(search);
		expect(problems).toEqual([expect.objectContaining({ parameter, reason: 'unknown-value' })]);
		expect(query).toEqual(peerQuery.empty);
	});

	it('has ready choices that differ', () => {
		for (const a of PRESET_NAMES) {
			expect(PRESET_NAMES.filter((b) => sameFactors(PRESETS[a], PRESETS[b]))).toEqual([a]);
		}
	});
});
