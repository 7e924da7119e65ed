import { expect, it } from 'vitest';
import { deskOf, referenceIndex } from '../../../tests/fixtures/referenceDirectory';
import { withdrawnDesk } from './withdrawnDesk';

const index = referenceIndex({ 'gemeente-gent': '2024-01-01', 'gemeente-antwerpen': '2024-01-01' }, [
	deskOf('gemeente-gent', { slug: 'loket-gent', name: 'Loket Gent' }),
	deskOf('gemeente-antwerpen', {
		slug: 'loket-antwerpen',
		name: 'Loket Antwerpen',
		postcode: '2000',
		place: 'Antwerpen',
		lon: 4.4,
		lat: 51.22
	})
]);
const entryOf = (slug: string) => {
	const entry = index.bySlug.get(slug);
	if (!entry) throw new Error(`No ${slug}.`);
	return entry;
};

it('leads to the other desks of the municipality', () => {
	expect(withdrawnDesk(index, entryOf('antwerpen'), 'fr')).toEqual({
		message: 'La commune d’Anvers ne montre plus ce guichet. Il a peut-être déménagé ou fermé.',
		suggested: 'Autres guichets à Anvers',
		suggestions: [{ href: '/fr/loketten/loket-antwerpen', name: 'Loket Antwerpen, Anvers' }]
	});
});

it('leads to the nearest where it has none', () => {
	const said = withdrawnDesk(index, entryOf('merelbeke-melle'), 'nl');
	expect(said.suggested).toBe('De dichtste loketten');
	expect(said.suggestions?.map(({ href }) => href)).toEqual([
		'/loketten/loket-gent',
		'/loketten/loket-antwerpen'
	]);
});
