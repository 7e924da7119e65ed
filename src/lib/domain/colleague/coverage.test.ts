import { describe, expect, it } from 'vitest';
import { deskOf, referenceIndex } from '../../../../tests/fixtures/referenceDirectory.ts';
import {
	type CoverageCount,
	coverageQuery,
	coverageSeries,
	findWhiteSpots,
	pageOf,
	ROWS_PER_PAGE,
	whiteSpots
} from './coverage.ts';

const GENT = '44021';
const AALST = '41002';
const CONFIRMED = { verifiedAt: '2026-09-01T10:00:00Z', unconfirmedSince: null };

const index = referenceIndex(
	{
		'gemeente-gent': '2018-03-01',
		'ocmw-gent': '2016-01-01',
		'gemeente-aalst': '2020-01-01',
		'gemeente-hasselt': '2017-05-01',
		'gemeente-leuven': '2019-05-01'
	},
	[
		deskOf('gemeente-gent', CONFIRMED),
		deskOf('ocmw-gent', { ...CONFIRMED, unconfirmedSince: '2026-10-01T10:00:00Z' }),
		deskOf('gemeente-hasselt', { verifiedAt: null, unconfirmedSince: null }),
		deskOf('gemeente-leuven', CONFIRMED)
	]
);
const spots = whiteSpots(index, [
	{ nisCode: AALST, topic: 'werven', offeredInProvince: 0 },
	{ nisCode: AALST, topic: 'beleid', offeredInProvince: 0 },
	{ nisCode: GENT, topic: 'jongeren', offeredInProvince: 2 }
]);
const gapsOf = (slug: string) => {
	const spot = spots.find(({ entry }) => entry.municipality.slug === slug);
	return [...(spot?.gaps ?? [])];
};
const EVERYTHING = { mist: null, provincie: [] };

describe('what a municipality misses', () => {
	it('is nothing with a confirmed desk', () => {
		expect(gapsOf('leuven')).toEqual([]);
	});

	it('is a confirmation where one desk has none, whether it was never given or is no longer', () => {
		expect(gapsOf('gent')).toEqual(['bevestiging']);
		expect(gapsOf('hasselt')).toEqual(['bevestiging']);
		const gent = spots.find(({ entry }) => entry.municipality.slug === 'gent');
		expect(gent?.unconfirmed.map(({ id }) => id)).toEqual(['desk-ocmw-gent']);
	});

	it('is a desk where it takes part without one, and both where it does not take part', () => {
		expect(gapsOf('aalst')).toEqual(['loket', 'thema']);
		expect(gapsOf('lokeren')).toEqual(['deelname', 'loket']);
	});

	it('is a theme only where nobody in the province offers it', () => {
		const aalst = spots.find(({ entry }) => entry.municipality.nisCode === AALST);
		expect(aalst?.themes).toEqual(['beleid', 'werven']);
		expect(gapsOf('gent')).not.toContain('thema');
	});
});

describe('the list', () => {
	const names = (filter: Parameters<typeof findWhiteSpots>[1]) =>
		findWhiteSpots(spots, filter, 'nl').found.map(({ entry }) => entry.municipality.name.nl);

	it('holds whoever misses something, and the map the same', () => {
		const { found, matching } = findWhiteSpots(spots, EVERYTHING, 'nl');
		expect(found).toHaveLength(303);
		expect(matching).toHaveLength(303);
		expect(matching).not.toContain('24062');
	});

	it('is narrowed by what is missing and by province', () => {
		expect(names({ mist: 'bevestiging', provincie: [] })).toEqual(['Gent', 'Hasselt']);
		expect(names({ mist: 'bevestiging', provincie: ['limburg', 'brussel'] })).toEqual(['Hasselt']);
		expect(names({ mist: 'thema', provincie: [] })).toEqual(['Aalst']);
	});

	it('counts each choice as if it were made, with the other filter on', () => {
		const { counts } = findWhiteSpots(spots, { mist: 'bevestiging', provincie: ['limburg'] }, 'nl');
		expect(counts.mist).toMatchObject({ bevestiging: 1, thema: 0 });
		expect(counts.provincie).toMatchObject({ limburg: 1, 'oost-vlaanderen': 1, antwerpen: 0 });
	});

	it('shows the page of the selected municipality, and the last page for one too far', () => {
		const { found } = findWhiteSpots(spots, EVERYTHING, 'nl');
		const chosen = pageOf(found, { page: 1, gekozen: 'zwevegem' });
		expect(chosen.rows.some(({ entry }) => entry.municipality.slug === 'zwevegem')).toBe(true);
		expect(pageOf(found, { page: 400, gekozen: null })).toMatchObject({ page: 13, pageCount: 13 });
		expect(pageOf(found, { page: 1, gekozen: 'leuven' }).rows).toHaveLength(ROWS_PER_PAGE);
	});
});

describe('the address', () => {
	const read = (text: string) => coverageQuery.parse(new URLSearchParams(text));

	it('says everything, and comes back the same', () => {
		const text = '?mist=thema&provincie=limburg&provincie=brussel&lijn=loket&pagina=2&gekozen=gent';
		const { query, problems } = read(text);
		expect(problems).toEqual([]);
		expect(coverageQuery.print(query)).toBe(text);
		expect(coverageQuery.print(read('').query)).toBe('');
	});

	it('leaves out what it does not know, and says so', () => {
		const { query, problems } = read('mist=alles&provincie=luik&lijn=x&pagina=-1');
		expect(query).toEqual({ mist: null, provincie: [], lijn: 'deelname', page: 1, gekozen: null });
		expect(problems.map(({ parameter }) => parameter)).toEqual(['mist', 'provincie', 'lijn', 'pagina']);
	});
});

describe('coverage over time', () => {
	const count = (
		month: string,
		province: CoverageCount['province'],
		participating: number,
		withDesk = 0,
		municipalities = 40
	): CoverageCount => ({ month, province, municipalities, participating, withDesk });
	const counts = [
		count('2026-11-01', 'limburg', 20, 10),
		count('2026-10-01', 'limburg', 10, 4),
		count('2026-11-01', 'antwerpen', 8),
		count('2026-11-01', 'brussel', 0, 0, 0)
	];

	it('is a share of the municipalities, month by month', () => {
		expect(coverageSeries(counts, 'deelname')).toEqual({
			months: ['2026-10-01', '2026-11-01'],
			lines: [
				{ province: 'antwerpen', shares: [null, 0.2] },
				{ province: 'limburg', shares: [0.25, 0.5] },
				{ province: 'brussel', shares: [null, null] }
			]
		});
		expect(coverageSeries(counts, 'loket').lines[1]?.shares).toEqual([0.1, 0.25]);
	});
});
