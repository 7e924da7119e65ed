import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deFrench, withDe } from './french.ts';

describe('“de” before a name', () => {
	it.each([
		'Anvers',
		'Alost',
		'Audenarde',
		'Etterbeek',
		'Écaussinnes',
		'Ixelles',
		'Ostende',
		'Uccle',
		'Ypres',
		'Yvonne',
		'OCMW Gent',
		'Œudeghem',
		'“Ons Huis”',
		'Hôtel de Ville',
		'Hélène',
		'août 2026'
	])('is d’ before %s', (name) => {
		expect(deFrench(name)).toBe(`d’${name}`);
	});

	it.each([
		'Gand',
		'La Panne',
		'Hasselt',
		'Hal',
		'Heist-op-den-Berg',
		'Wervik',
		'Yasmine',
		'Youssef',
		'onze',
		'Hans',
		'3 guichets',
		''
	])('is de before %s', (name) => {
		expect(deFrench(name)).toBe(`de ${name}`);
	});

	it.each([
		['le CPAS de Gand', 'du CPAS de Gand'],
		['les Marolles', 'des Marolles'],
		['la commune de Gand', 'de la commune de Gand'],
		['Le Coq', 'de Le Coq']
	])('goes into an article: %s', (name, expected) => {
		expect(deFrench(name)).toBe(expected);
	});

	it('is added to what a message is given', () => {
		expect(withDe({ name: 'Alost', place: 'Gand' })).toEqual({
			name: 'Alost',
			place: 'Gand',
			de_name: 'd’Alost',
			de_place: 'de Gand'
		});
	});
});

it('no French sentence puts “de”, “que”, “le” or “la” before a name by itself', () => {
	// What stands there is never a name: a number, a day of the week, a date, a moment, an address without a name.
	const numbers =
		/^(min|max|limit|over|day|list|distance|site|a|number|date|time|when|since|from|until|year|count)$/;
	const folder = 'src/lib/base/i18n/messages/fr';
	const found = readdirSync(folder).flatMap((file) =>
		[...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/\b(?:de|que|le|la|du) \{(\w+)\}/g)]
			.filter(([, variable = '']) => !numbers.test(variable))
			.map(([said]) => `${file}: ${said}`)
	);
	expect(found).toEqual([]);
});
