import { expect, it } from 'vitest';
import { referenceIndex } from '../../../tests/fixtures/referenceDirectory';
import { contactsOf } from './contacts';

const index = referenceIndex();
const plain = (e164: string) => e164;

it('there is somebody to ask in every municipality, with something to click', () => {
	const without = index.entries.filter((entry) => {
		const contacts = contactsOf(entry, 'nl', plain);
		return contacts.length !== 2 || contacts.some(({ website }) => website === null);
	});
	expect(without.map(({ municipality }) => municipality.name.nl)).toEqual([]);
});

it('the website of the gemeente is that of an OCMW without one', () => {
	const entry = index.bySlug.get('tongeren-borgloon');
	const [gemeente, ocmw] = entry ? contactsOf(entry, 'nl', plain) : [];
	expect(ocmw?.website).toBe(gemeente?.website);
});

it('a number stands there only where somebody gave it', () => {
	const numbers = index.entries.flatMap((entry) =>
		contactsOf(entry, 'nl', plain).flatMap(({ phone }) => phone ?? [])
	);
	expect(numbers).toHaveLength(19);
});

it('whoever reads French is told whom to ask in French', () => {
	const entry = index.bySlug.get('gent');
	expect(entry && contactsOf(entry, 'fr', plain).map(({ name }) => name)).toEqual([
		'Commune de Gand',
		'CPAS de Gand'
	]);
});
