import { expect, it } from 'vitest';
import { deskOf, referenceIndex } from '../../../tests/fixtures/referenceDirectory';
import { findDesks } from '$lib/domain/desk/deskFinder';
import { deskQuery, type DeskQuery } from '$lib/domain/desk/deskQuery';
import type { Locale } from '$lib/domain/directory/directory';
import { desksOn, nextChange } from './desksOn';
import { finderView } from './finderView';
import { placeAnswer } from './placeAnswer';

/** A Sunday at noon, in Belgium. */
const SUNDAY = new Date('2026-11-22T11:00:00Z');
const index = referenceIndex({}, [
	deskOf('gemeente-gent', { openingHours: 'Tu 09:00-12:00' }),
	deskOf('gemeente-merelbeke-melle', { lon: 3.73, lat: 51.0, openingHours: 'Mo 09:00-12:00' })
]);
const view = (query: Partial<DeskQuery>, locale: Locale = 'nl') =>
	finderView(
		findDesks(index, { ...deskQuery.empty, ...query }, SUNDAY, { locale }),
		SUNDAY,
		locale,
		(phone) => phone
	);

it('knows a municipality by any of its names, with its postcode or without', () => {
	for (const locale of ['nl', 'fr', 'en'] as const) {
		for (const q of ['9000', 'Gand', 'Gent', '9000 Gent', '1000', '1082', 'Sint-Agatha-Berchem']) {
			expect(view({ q }, locale).asked?.saysWhere, `${q} ${locale}`).toBe(true);
		}
		expect(view({ q: 'Zwijnaarde' }, locale).asked?.saysWhere).toBe(false);
		expect(view({ q: 'Sint-Gillis-Dendermonde' }, locale).asked?.saysWhere).toBe(true);
	}
});

it('knows an address of which only the town is known, and what else has the name of that', () => {
	const { isWithin, isAddress, choices } = view({ q: 'Kerkstraat 1 Aalst' });
	expect({ isWithin, isAddress }).toEqual({ isWithin: true, isAddress: true });
	expect(choices).toEqual([expect.objectContaining({ label: 'Aalst', municipality: 'Sint-Truiden' })]);
	expect(view({ q: 'Korenmarkt Gent' }).isAddress).toBe(false);
});

it('says where a choice lies only where its name does not', () => {
	const { choices } = view({ q: 'Molenbeek' }, 'fr');
	expect(choices).toEqual([expect.objectContaining({ municipality: 'Bekkevoort' })]);
	expect(view({ q: 'Woluwe' }).choices[0]?.municipality).toBeNull();
});

it('is asked again when the first desk on the page opens, whichever group that is in', () => {
	const closed = view({ q: 'Zwijnaarde', open: ['nu'] });
	expect(desksOn(closed).map(({ municipality }) => municipality)).toEqual(['Merelbeke-Melle', 'Gent']);
	expect(nextChange(closed)).toBe(Date.parse('2026-11-23T08:00:00Z'));
});

it('answers a place elsewhere on the site with its own desk, or else the nearest', () => {
	const answer = (text: string) => placeAnswer(index, text, SUNDAY, 'nl', (phone) => phone);
	expect(answer('9050')).toMatchObject({ isOwn: true, desks: [{ municipality: 'Gent' }], contacts: [] });
	expect(answer('9100')).toMatchObject({ isOwn: false, contacts: [{}, {}] });
	expect(answer('9100').desks.map(({ municipality }) => municipality)).toEqual(['Gent', 'Merelbeke-Melle']);
	expect(answer('Luik')).toMatchObject({ desks: [], asked: null, outside: { country: 'BE' } });
});
