import { expect, it } from 'vitest';
import { pageTitle } from './pageTitle';

const SITE = 'Lokaal Vrijwilligen';

it.each([
	['Contact', 'Contact – Lokaal Vrijwilligen'],
	['Over Lokaal Vrijwilligen', 'Over Lokaal Vrijwilligen'],
	[
		'Vrijwilligersloket van het Huis van het Kind in Geraardsbergen',
		'Vrijwilligersloket van het Huis van het Kind in Geraardsbergen'
	],
	[
		'Vrijwilligersloket van het Huis van het Kind en de sociale dienst, Geraardsbergen',
		'Vrijwilligersloket van het Huis van het Kind en de sociale…'
	],
	['x'.repeat(80), `${'x'.repeat(63)}…`]
])('%s', (title, shown) => {
	expect(pageTitle(title, SITE)).toBe(shown);
	expect(shown.length).toBeLessThan(65);
});
