import { describe, expect, it } from 'vitest';
import { readAddress, readStreet } from './addressText.ts';

describe('an address on one line', () => {
	it.each([
		['Veldstraat 12, 9000 Gent', ['Veldstraat', '12', '9000', 'Gent']],
		['Veldstraat 12 9000 Gent', ['Veldstraat', '12', '9000', 'Gent']],
		['Veldstraat 12 bus 3, B-9000 Gent, België', ['Veldstraat', '12', '9000', 'Gent']],
		['9000 Gent, Veldstraat 12A', ['Veldstraat', '12A', '9000', 'Gent']],
		['Veldstraat 12, 9000', ['Veldstraat', '12', '9000', null]],
		['Veldstraat 12, Gent', ['Veldstraat', '12', null, 'Gent']],
		['veldstraat 12 gent', ['veldstraat', '12', null, 'gent']],
		['Veldstraat, Gent', ['Veldstraat', null, null, 'Gent']],
		['Veldstraat', ['Veldstraat', null, null, null]],
		['12, rue Neuve, 1000 Bruxelles', ['rue Neuve', '12', '1000', 'Bruxelles']],
		['Rue du 11 Novembre 5, 1000 Bruxelles', ['Rue du 11 Novembre', '5', '1000', 'Bruxelles']],
		['Ninoofsesteenweg 1005', ['Ninoofsesteenweg', '1005', null, null]],
		['Ninoofsesteenweg 1005, 1080 Molenbeek', ['Ninoofsesteenweg', '1005', '1080', 'Molenbeek']],
		['Sint-Pietersnieuwstraat 25-27, 9000 Gent', ['Sint-Pietersnieuwstraat', '25-27', '9000', 'Gent']],
		['9000 Gent', ['', null, '9000', 'Gent']],
		['9000', ['', null, '9000', null]],
		['', ['', null, null, null]]
	])('“%s” is read as street, number, postcode and place', (text, expected) => {
		const { street, houseNumber, postcode, place } = readAddress(text);
		expect([street, houseNumber, postcode, place]).toEqual(expected);
	});

	it('is read at once, however long the nonsense', () => {
		const started = performance.now();
		for (const nonsense of ['1 a '.repeat(50_000), 'a1-'.repeat(50_000), '1000 '.repeat(50_000)]) {
			readAddress(nonsense);
			readStreet(nonsense.slice(0, 200));
		}
		expect(performance.now() - started).toBeLessThan(200);
	});
});
