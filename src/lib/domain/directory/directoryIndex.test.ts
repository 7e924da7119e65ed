import { describe, expect, it } from 'vitest';
import { deskOf, referenceIndex } from '../../../../tests/fixtures/referenceDirectory.ts';
import { participationOf, resolveMunicipality } from './directoryIndex.ts';
import { slugOf } from '../text/slug.ts';

const index = referenceIndex({ 'gemeente-gent': '2018-03-01', 'ocmw-hasselt': '2017-05-01' }, [
	deskOf('ocmw-gent', { id: '2', name: 'Tweede loket' }),
	deskOf('gemeente-gent', { id: '1', name: 'Eerste loket' })
]);

describe('the directory', () => {
	it('has 285 Flemish and 19 Brussels municipalities, each with a gemeente and an OCMW', () => {
		expect(index.entries).toHaveLength(304);
		expect(index.entries.filter(({ municipality }) => municipality.province === 'brussel')).toHaveLength(19);
		for (const entry of index.entries) {
			expect(entry.gemeente?.kind).toBe('gemeente');
			expect(entry.ocmw?.kind).toBe('ocmw');
		}
	});

	it('puts the desks of gemeente and OCMW with their municipality, in name order', () => {
		expect(index.bySlug.get('gent')?.desks.map(({ name }) => name)).toEqual(['Eerste loket', 'Tweede loket']);
	});

	it('knows who takes part', () => {
		const participation = (slug: string) => {
			const entry = index.bySlug.get(slug);
			return entry && participationOf(entry);
		};
		expect(participation('gent')).toBe('gemeente');
		expect(participation('hasselt')).toBe('ocmw');
		expect(participation('aalst')).toBe('none');
	});
});

describe('an address of a municipality', () => {
	const resolve = (key: string) => {
		const found = resolveMunicipality(index, key);
		return found && [found.entry.municipality.slug, found.canonical];
	};

	it('is its slug', () => expect(resolve('gent')).toEqual(['gent', true]));
	it('may be its NIS code', () => expect(resolve('44021')).toEqual(['gent', false]));
	it('may be the slug of its OCMW', () => expect(resolve('ocmw-gent')).toEqual(['gent', false]));
	it('may be the slug or NIS code of a municipality that merged into it', () => {
		expect(resolve('kruishoutem')).toEqual(['kruisem', false]);
		expect(resolve('45017')).toEqual(['kruisem', false]);
		expect(resolve('borsbeek')).toEqual(['antwerpen', false]);
		expect(resolve('46014')).toEqual(['lokeren', false]);
	});
	it('may be the slug of its French or English name', () => {
		expect(resolve('ixelles')).toEqual(['elsene', false]);
		expect(resolve('gand')).toEqual(['gent', false]);
		expect(resolve('ghent')).toEqual(['gent', false]);
		expect(resolve('molenbeek-saint-jean')).toEqual(['sint-jans-molenbeek', false]);
	});
	it('leads to its municipality in every language', () => {
		for (const { municipality } of index.entries) {
			for (const name of Object.values(municipality.name)) {
				if (name) expect(resolve(slugOf(name))?.[0], name).toBe(municipality.slug);
			}
		}
	});
	it('stays its own when a former municipality had the same name', () => {
		expect(resolve('lokeren')).toEqual(['lokeren', true]);
	});
	it('is nothing when nobody is called that', () => expect(resolve('atlantis')).toBeUndefined());
});
