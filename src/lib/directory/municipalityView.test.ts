import { expect, test } from 'vitest';
import type { Locale } from '$lib/domain/directory/directory';
import { referenceIndex } from '../../../tests/fixtures/referenceDirectory';
import { municipalityView } from './municipalityView';

const index = referenceIndex();

function placesOf(slug: string, locale: Locale): Record<string, string[]> {
	const entry = index.bySlug.get(slug);
	if (!entry) throw new Error(`no municipality ${slug}`);
	const { places } = municipalityView(index, entry, locale, new Date('2026-11-23T09:00:00Z'));
	return Object.fromEntries(places.map(({ postcode, names }) => [postcode, names]));
}

test('postcodes have the place names of the page’s language', () => {
	expect(placesOf('brussel', 'nl')).toMatchObject({ '1000': ['Brussel'], '1020': ['Laken'] });
	expect(placesOf('brussel', 'fr')).toMatchObject({ '1000': ['Bruxelles'], '1020': ['Laeken'] });
	expect(placesOf('brussel', 'en')).toMatchObject({ '1000': ['Bruxelles'], '1020': ['Laeken'] });
	expect(placesOf('gent', 'fr')).toMatchObject({ '9000': ['Gent'] });
});

test('a place with one name for both languages keeps it', () => {
	for (const locale of ['nl', 'fr', 'en'] as const) {
		expect(placesOf('brussel', locale)['1130']).toEqual(['Haren']);
	}
});

test('a large organisation’s own code is no place', () => {
	expect(Object.values(placesOf('antwerpen', 'nl')).flat()).not.toContain('Antwerpen X');
	expect(Object.keys(placesOf('gent', 'nl'))).not.toContain('9099');
	expect(Object.keys(placesOf('machelen', 'nl'))).toEqual(['1830', '1831']);
});
