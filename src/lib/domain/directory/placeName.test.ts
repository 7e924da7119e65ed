import { expect, it } from 'vitest';
import { referenceIndex } from '../../../../tests/fixtures/referenceDirectory.ts';
import { addressPlaceOf, placeNameOf } from './placeName.ts';

const index = referenceIndex();

it.each([
	['2000', 'Antwerpen', 'fr', 'Anvers'],
	['2000', 'Antwerpen', 'nl', 'Antwerpen'],
	['9000', 'Gent', 'en', 'Ghent'],
	['1050', 'Elsene', 'fr', 'Ixelles'],
	['1050', 'Ixelles', 'nl', 'Elsene'],
	['1020', 'Laken', 'fr', 'Laeken'],
	['2140', 'Borgerhout', 'fr', 'Borgerhout'],
	['9000', 'Antwerpen', 'fr', 'Antwerpen'],
	['0000', 'Ergens', 'en', 'Ergens']
] as const)('%s %s is called in %s: %s', (postcode, place, locale, name) => {
	expect(placeNameOf(index, { postcode, place }, locale)).toBe(name);
});

it.each([
	['elsene', 'Elsene', 'fr', 'Ixelles'],
	['elsene', 'Ixelles', 'nl', 'Elsene'],
	['elsene', 'Elsene', 'en', 'Ixelles / Elsene'],
	['elsene', 'Ukkel', 'fr', 'Ukkel'],
	['antwerpen', 'Antwerpen', 'fr', 'Antwerpen'],
	['gent', 'Gent', 'en', 'Gent']
] as const)('in an address of %s, %s stands in %s as %s', (slug, place, locale, shown) => {
	const home = index.bySlug.get(slug)?.municipality;
	expect(home && addressPlaceOf({ place }, home, locale)).toBe(shown);
});
