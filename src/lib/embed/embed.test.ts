import { describe, expect, it } from 'vitest';
import { deskOf, referenceIndex } from '../../../tests/fixtures/referenceDirectory.ts';
import { embedQuery } from './embedQuery';
import { embedView } from './embed.server';

const index = referenceIndex({ 'gemeente-gent': '2018-05-01', 'ocmw-gent': '2019-01-01' }, [
	deskOf('gemeente-gent', {
		name: 'B',
		openingHours: 'Mo 09:00-12:00',
		languages: ['nl'],
		phone: '+3291234567'
	}),
	deskOf('ocmw-gent', { name: 'A', languages: ['nl', 'fr'], wheelchair: 'yes' }),
	deskOf('gemeente-genk', { name: 'C', languages: ['nl'] })
]);
/** A Monday morning in Belgium. */
const NOW = new Date('2026-11-23T09:30:00Z');
const view = (query: string) =>
	embedView(index, embedQuery.parse(new URLSearchParams(query)).query, 'nl', NOW);
const names = (query: string) => view(query).desks.map(({ name }) => name);

describe('the desks on another site', () => {
	it.each([
		['gemeente=gent', ['A', 'B']],
		['gemeente=44021', ['A', 'B']],
		['gemeente=gent&provincie=limburg', ['A', 'B']],
		['gemeente=gent&soort=ocmw', ['A']],
		['gemeente=gent&taal=fr', ['A']],
		['gemeente=gent&rolstoel=ja', ['A']],
		['loket=loket-gemeente-gent', ['B']],
		['loket=loket-gemeente-gent&taal=fr&soort=ocmw&rolstoel=ja', ['B']],
		['provincie=limburg', ['C']],
		['provincie=antwerpen', []]
	])('are those that its address names: %s', (query, expected) => {
		expect(names(query)).toEqual(expected);
	});

	it('say whether they are open, and their number as it is dialled', () => {
		expect(view('loket=loket-gemeente-gent').desks[0]).toMatchObject({
			state: { kind: 'open', until: '2026-11-23T11:00:00.000Z' },
			phoneText: '09\u00A0123\u00A045\u00A067',
			municipality: 'Gent'
		});
	});

	it('say their hours, unless those are left out', () => {
		const hours = (query: string) => view(`loket=loket-gemeente-gent${query}`).desks[0]?.hours;
		expect(hours('')).toEqual(['maandag: 9 tot 12\u00A0uur']);
		expect(hours('&uren=nee')).toBeNull();
	});

	it('are never those of another municipality than the one that was named', () => {
		for (const query of [
			'gemeente=bestaat-niet',
			'loket=bestaat-niet',
			'gemeente=gent&loket=loket-gemeente-genk'
		]) {
			expect(() => view(query), query).toThrow(expect.objectContaining({ status: 404 }));
		}
	});

	it.each([
		['gemeente=gent&taal=fr&rolstoel=ja&soort=gemeente', true],
		['gemeente=gent&taal=ar', true],
		['gemeente=gent&taal=fr', false],
		['gemeente=brugge&taal=fr', false],
		['provincie=limburg&taal=fr', true],
		['provincie=antwerpen&taal=fr', false]
	])('are told to be there where it is only the filters that leave none: %s', (query, isOnlyFiltered) => {
		expect(view(query).isOnlyFiltered).toBe(isOnlyFiltered);
	});

	it('where there is none: whom to ask in that municipality', () => {
		const { desks, governments } = view('gemeente=brugge');
		expect(desks).toEqual([]);
		expect(governments.map(({ name }) => name)).toEqual(['Gemeente Brugge', 'OCMW Brugge']);
	});
});

describe('the map on another site', () => {
	it('lists who takes part, and fades the others', () => {
		expect(view('provincie=oost-vlaanderen').participants).toEqual([
			{ slug: 'gent', name: 'Gent', deskCount: 2 }
		]);
		expect(view('gemeente=gent').matching).toEqual(['44021']);
		expect(view('').matching).toBeNull();
	});
});
