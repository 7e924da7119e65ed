import { describe, expect, it } from 'vitest';
import { deskTraits, isLikelyDuplicate, likelyDuplicateOf } from './likelyDuplicate.ts';

const desk = (name: string, street = 'Kerkstraat 5', postcode = '9000') => ({ name, street, postcode });
const same = (one: ReturnType<typeof desk>, other: ReturnType<typeof desk>) =>
	isLikelyDuplicate(deskTraits(one), deskTraits(other));

describe('A desk of the same government is likely the same', () => {
	it.each([
		['Kerkstraat 5', 'kerkstr. 5'],
		['Kerkstraat 5', 'Kerkstraat 5 bus 3'],
		['Sint-Pietersnieuwstraat 33', 'St. Pietersnieuwstraat 33'],
		['Kortrijksesteenweg 12A', 'Kortrijksestwg 12 a'],
		['Botermarkt 1', 'Botermarkt, 1'],
		['Avenue Général Leman 4', '4, av. General Leman'],
		['Keizer Karelstraat 5', 'Keizer Karlstraat 5']
	])('when it is in the same house: %s and %s', (one, other) => {
		expect(same(desk('Noord', one), desk('Zuid', other))).toBe(true);
	});

	it.each([
		['Vrijwilligersloket Gent', 'Loket Vrijwilligerswerk Gent'],
		['Vrijwilligersloket Gentbrugge', 'Vrijwiligersloket Gentbruge'],
		['Vrijwilligersloket', 'Vrijwilligersdienst'],
		['Wijkloket 1', 'Loket voor vrijwilligers: wijkloket 1'],
		['Guichet du bénévolat Jette', 'Guichet benevolat JETTE']
	])('when its name says the same: %s and %s', (one, other) => {
		expect(same(desk(one, 'Kerkstraat 5'), desk(other, 'Dorpsplein 8'))).toBe(true);
	});
});

describe('A desk of the same government is another one', () => {
	it.each([
		['Vrijwilligersloket Noord', 'Vrijwilligersloket Zuid'],
		['Vrijwilligersloket Oost', 'Vrijwilligersloket West'],
		['Wijkloket 1', 'Wijkloket 2'],
		['Vrijwilligersloket', 'Vrijwilligersloket Sint-Amandsberg']
	])('when its name says something else: %s and %s', (one, other) => {
		expect(same(desk(one, 'Kerkstraat 5'), desk(other, 'Dorpsplein 8'))).toBe(false);
	});

	it.each([
		['another number', desk('Noord', 'Kerkstraat 5'), desk('Zuid', 'Kerkstraat 7')],
		['another letter', desk('Noord', 'Kerkstraat 5'), desk('Zuid', 'Kerkstraat 5b')],
		['another postcode', desk('Noord', 'Kerkstraat 5', '9000'), desk('Zuid', 'Kerkstraat 5', '9040')],
		['a street without a number', desk('Noord', 'Dorpsplein'), desk('Zuid', 'Dorpsplein')]
	])('when the address has %s', (_what, one, other) => {
		expect(same(one, other)).toBe(false);
	});
});

it('finds the desk that is likely meant among those of its government', () => {
	const others = [desk('Noord', 'Kerkstraat 5'), desk('Zuid', 'Dorpsplein 8')];
	expect(likelyDuplicateOf(desk('Zuiid', 'Plein 3'), others)).toBeUndefined();
	expect(likelyDuplicateOf(desk('Nieuw', 'Dorpspl. 8'), others)).toBe(others[1]);
});
