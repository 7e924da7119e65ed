import { expect, it } from 'vitest';
import { saysWhere } from './namedPlace.ts';

it.each([
	['Vrijwilligersloket Gent', ['Gent', 'Ghent'], true],
	['Loket Sint-Niklaas (centrum)', ['Sint-Niklaas'], true],
	['Guichet d’Ixelles', ['Elsene', 'Ixelles'], true],
	['Loket Gentbrugge', ['Gent'], false],
	['Huis van het Kind', ['Aalst'], false],
	['Loket', [''], false]
])('%s with %j: %s', (name, places, said) => {
	expect(saysWhere(name, places)).toBe(said);
});
