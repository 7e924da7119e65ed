import { describe, expect, it } from 'vitest';
import { LOCALES, PROVINCE_SLUGS } from '$lib/domain/directory/directory';
import { deskOf, referenceIndex } from '../../../tests/fixtures/referenceDirectory';
import { regionChangedAt, regionView, resolveProvince } from './regionView';

const index = referenceIndex({ 'gemeente-gent': '2017-05-01', 'ocmw-aalst': '2020-01-01' });

describe('a province', () => {
	it('is found by its name in any language, and by its code', () => {
		for (const [key, slug] of [
			['oost-vlaanderen', 'oost-vlaanderen'],
			['Oost-Vlaanderen', 'oost-vlaanderen'],
			['flandre-orientale', 'oost-vlaanderen'],
			['east-flanders', 'oost-vlaanderen'],
			['anvers', 'antwerpen'],
			['bruxelles', 'brussel'],
			['20001', 'vlaams-brabant']
		] as const)
			expect(resolveProvince(key), key).toBe(slug);
		for (const key of ['', 'hainaut', 'constructor', 'gent'])
			expect(resolveProvince(key), key).toBeUndefined();
	});

	it('has who takes part by name, and who does not yet by themselves', () => {
		const view = regionView(index, 'oost-vlaanderen', 'nl');
		expect(view.taking.map(({ name, kinds }) => [name, kinds])).toEqual([
			['Aalst', ['ocmw']],
			['Gent', ['gemeente']]
		]);
		expect(view.others).toHaveLength(view.municipalityCount - 2);
		expect(regionView(index, 'oost-vlaanderen', 'fr').taking.map(({ name }) => name)).toEqual([
			'Alost',
			'Gand'
		]);
	});

	it('says where a desk is in the reader’s language, unless its name does', () => {
		const desk = { postcode: '1080', place: 'Sint-Jans-Molenbeek' };
		const brussels = referenceIndex({ 'gemeente-sint-jans-molenbeek': '2020-01-01' }, [
			deskOf('gemeente-sint-jans-molenbeek', { ...desk, id: 'a', slug: 'a', name: 'Loket' }),
			deskOf('gemeente-sint-jans-molenbeek', {
				...desk,
				id: 'b',
				slug: 'b',
				name: 'Loket Sint-Jans-Molenbeek'
			})
		]);
		expect(regionView(brussels, 'brussel', 'fr').taking[0]?.desks.map(({ place }) => place)).toEqual([
			'Molenbeek-Saint-Jean',
			null
		]);
	});

	it('and the others make up all municipalities, each once', () => {
		for (const locale of LOCALES) {
			const counts = PROVINCE_SLUGS.map((slug) => regionView(index, slug, locale).municipalityCount);
			expect(counts.reduce((all, count) => all + count)).toBe(index.entries.length);
		}
	});

	it('changed when one of its municipalities did, and no other', () => {
		const [gent] = index.directory.localGovernments.filter(({ slug }) => slug === 'gemeente-gent');
		const moved = referenceIndex({ 'gemeente-gent': '2017-05-01' });
		const changed = moved.bySlug.get('gent')?.gemeente;
		if (!gent || !changed) throw new Error('Gent is not there.');
		changed.updatedAt = '2031-01-01T00:00:00Z';
		expect(regionChangedAt(moved, 'oost-vlaanderen')).toBe('2031-01-01T00:00:00Z');
		expect(regionChangedAt(moved, 'limburg')).not.toBe('2031-01-01T00:00:00Z');
	});
});
