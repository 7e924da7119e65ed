import { describe, expect, it } from 'vitest';
import { deskOf, referenceIndex } from '../../../../tests/fixtures/referenceDirectory.ts';
import { directoryQuery, type DirectoryQuery } from './directoryQuery.ts';
import { PAGE_SIZE, searchDirectory } from './directorySearch.ts';
import type { Locale } from './directory.ts';
import { createPlaceSearch } from '../place/placeSearch.ts';

const index = referenceIndex(
	{
		'gemeente-gent': '2018-03-01',
		'ocmw-gent': '2016-01-01',
		'gemeente-aalst': '2020-01-01',
		'ocmw-hasselt': '2017-05-01',
		'gemeente-elsene': '2019-01-01'
	},
	[deskOf('ocmw-gent')]
);
const search = createPlaceSearch(index);
const find = (query: Partial<DirectoryQuery> = {}, locale: Locale = 'nl') =>
	searchDirectory(index, search, { ...directoryQuery.empty, ...query }, locale);
const names = (query: Partial<DirectoryQuery> = {}, locale?: Locale) =>
	find(query, locale).items.map(({ entry }) => entry.municipality.name.nl);

describe('the list', () => {
	it('holds all 304 current municipalities, those that take part first', () => {
		const result = find();
		expect(result.total).toBe(304);
		expect(result.matching).toBeNull();
		expect(result.participatingGovernments).toBe(5);
		expect(names().slice(0, 5)).toEqual(['Aalst', 'Elsene', 'Gent', 'Hasselt', 'Aalter']);
	});

	it('sorts by inhabitants and by how long someone takes part', () => {
		expect(names({ sorteer: 'inwoners' })[0]).toBe('Antwerpen');
		expect(names({ sorteer: 'sinds' }).slice(0, 4)).toEqual(['Gent', 'Hasselt', 'Elsene', 'Aalst']);
	});

	it('sorts by name in the reader’s language', () => {
		const inFrench = names({ sorteer: 'naam', provincie: ['brussel'] }, 'fr');
		expect(inFrench[0]).toBe('Anderlecht');
		expect(inFrench.indexOf('Elsene')).toBeGreaterThan(inFrench.indexOf('Vorst'));
	});

	it('is cut in pages, and a page too far is the last one', () => {
		expect(find().items).toHaveLength(PAGE_SIZE);
		const last = find({ page: 500 });
		expect(last.page).toBe(last.pageCount);
		expect(last.items).toHaveLength(304 % PAGE_SIZE);
	});

	it('puts the best match first unless another order is asked', () => {
		expect(names({ q: 'gent' })[0]).toBe('Gent');
		expect(find({ q: 'Borgerhout' }).items[0]?.match?.label).toBe('Borgerhout');
	});
});

describe('filters', () => {
	it('widen within one filter and narrow each other', () => {
		expect(names({ deelname: 'ja' })).toEqual(['Aalst', 'Elsene', 'Gent', 'Hasselt']);
		expect(names({ soort: ['ocmw'] })).toEqual(['Gent', 'Hasselt']);
		expect(names({ soort: ['ocmw', 'gemeente'] })).toEqual(['Aalst', 'Elsene', 'Gent', 'Hasselt']);
		expect(names({ soort: ['gemeente'], provincie: ['oost-vlaanderen'] })).toEqual(['Aalst', 'Gent']);
		expect(names({ loket: true })).toEqual(['Gent']);
		expect(find({ deelname: 'nee' }).total).toBe(300);
	});

	it('tell the map which municipalities are left', () => {
		expect(find({ loket: true }).matching).toEqual(['44021']);
	});

	it('count what each choice would leave, whatever is chosen in the same filter', () => {
		const { facets } = find({ provincie: ['limburg'], deelname: 'ja' });
		expect(facets.provincie).toEqual({
			antwerpen: 0,
			limburg: 1,
			'oost-vlaanderen': 2,
			'vlaams-brabant': 0,
			'west-vlaanderen': 0,
			brussel: 1
		});
		expect(facets.deelname.ja + facets.deelname.nee).toBe(38);
		expect(facets.soort).toEqual({ gemeente: 0, ocmw: 1 });
		expect(facets.loket).toBe(0);
	});

	it('count the same as what choosing then shows', () => {
		const { facets } = find();
		for (const [grootte, count] of Object.entries(facets.grootte)) {
			expect(find({ grootte: [grootte as keyof typeof facets.grootte] }).total).toBe(count);
		}
		for (const [provincie, count] of Object.entries(facets.provincie)) {
			expect(find({ provincie: [provincie as keyof typeof facets.provincie] }).total).toBe(count);
		}
	});
});

describe('nothing found', () => {
	it('offers the names that look most alike', () => {
		const result = find({ q: 'Antwarpia' });
		expect(result.total).toBe(0);
		expect(result.hiddenByFilters).toBe(false);
		expect(result.nearest[0]?.entry.municipality.name.nl).toBe('Antwerpen');
	});

	it('offers nothing when no name looks like it', () => {
		expect(find({ q: 'Xantippe aan zee' })).toMatchObject({ total: 0, nearest: [] });
	});

	it('offers what only the filters hide', () => {
		const result = find({ q: 'Gent', provincie: ['limburg'] });
		expect(result.total).toBe(0);
		expect(result.hiddenByFilters).toBe(true);
		expect(result.nearest[0]?.entry.municipality.name.nl).toBe('Gent');
	});
});
