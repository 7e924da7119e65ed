import { describe, expect, it } from 'vitest';
import { referenceIndex } from '../../../../tests/fixtures/referenceDirectory.ts';
import { findGovernments, governmentNamed } from './governmentSearch.ts';
import { createPlaceSearch, normalisePlace } from '../place/placeSearch.ts';

const index = referenceIndex();
const search = createPlaceSearch(index);
const found = (typed: string) => findGovernments(index, search, typed, 8);
const names = (typed: string) => found(typed).map(({ government }) => government.name);

describe('finding a local government', () => {
	it('proposes both the gemeente and the OCMW of a place', () => {
		expect(names('gent').slice(0, 2)).toEqual(['Gemeente Gent', 'OCMW Gent']);
	});

	it.each([
		['OCMW Gent', 'OCMW Gent'],
		['stad gent', 'Gemeente Gent'],
		['CPAS Jette', 'OCMW Jette'],
		['gemeente 9100', 'Gemeente Sint-Niklaas']
	])('proposes only the kind that was named: %s', (typed, name) => {
		expect(names(typed)[0]).toBe(name);
		expect(new Set(found(typed).map(({ government }) => government.kind)).size).toBe(1);
	});

	it.each([
		['Kruishoutem', 'former', 'Kruishoutem', 'Gemeente Kruisem'],
		['gemeente-kruishoutem', 'former', 'Kruishoutem', 'Gemeente Kruisem'],
		['9770', 'postcode', '9770 Kruisem', 'Gemeente Kruisem'],
		['Borgerhout', 'place', 'Borgerhout', 'Gemeente Antwerpen']
	])('finds %s by its %s', (typed, matchedBy, matchedName, name) => {
		expect(found(typed)[0]).toMatchObject({ matchedBy, matchedName, government: { name } });
	});

	it('proposes names that look alike for one that is misspelt, and nothing for nonsense', () => {
		expect(names('Kruishoetem')).toContain('Gemeente Kruisem');
		expect(names('zzqqxx')).toEqual([]);
		expect(names('<script>🌻\u202E')).toEqual([]);
	});

	it('proposes no more than it was asked for', () => {
		expect(findGovernments(index, search, 'sint', 5)).toHaveLength(5);
	});
});

describe('a local government named in full', () => {
	it.each(['OCMW Sint-Niklaas', 'ocmw sint niklaas', 'ocmw-sint-niklaas', ' OCMW  St.-Niklaas '])(
		'is known from %j',
		(typed) => {
			expect(governmentNamed(index, typed)?.slug).toBe('ocmw-sint-niklaas');
		}
	);

	it.each(['', 'Sint-Niklaas', '9100', 'Gemeente Kruishoutem', 'gemeente-kruishoutem'])(
		'is not %j',
		(typed) => {
			expect(governmentNamed(index, typed)).toBeUndefined();
		}
	);

	it('is the only one of that name', () => {
		const all = index.directory.localGovernments.map(({ name }) => normalisePlace(name));
		expect(new Set(all).size).toBe(all.length);
	});
});
