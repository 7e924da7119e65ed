import { RegExpParser, visitRegExpAST, type AST } from '@eslint-community/regexpp';
import { describe, expect, it, vi } from 'vitest';
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
		['12, rue Exemple bte 4, 1050 Ixelles', ['rue Exemple', '12', '1050', 'Ixelles']],
		['12 rue Exemple, boîte 4, 1050 Ixelles', ['rue Exemple', '12', '1050', 'Ixelles']],
		['12 bte 4, rue Exemple, 1050 Ixelles', ['rue Exemple', '12', '1050', 'Ixelles']],
		['rue Exemple 12 bte 4, 1050 Ixelles', ['rue Exemple', '12', '1050', 'Ixelles']],
		['12A, avenue Exemple box 3.2, 1000 Bruxelles', ['avenue Exemple', '12A', '1000', 'Bruxelles']],
		['Veldstraat 12 b 3, 9000 Gent', ['Veldstraat', '12', '9000', 'Gent']],
		['Veldstraat 12 b, 9000 Gent', ['Veldstraat', '12B', '9000', 'Gent']],
		['veldstraat 12 b 3 gent', ['veldstraat', '12', null, 'gent']],
		['12 bis rue Neuve, 1000 Bruxelles', ['rue Neuve', '12BIS', '1000', 'Bruxelles']],
		['rue Neuve 12ter, 1000 Bruxelles', ['rue Neuve', '12TER', '1000', 'Bruxelles']],
		['12 Ter Platen, 9000 Gent', ['Ter Platen', '12', '9000', 'Gent']],
		['Laan 1940 12', ['Laan 1940', '12', null, null]],
		['Laan 1940 12, 9000 Gent', ['Laan 1940', '12', '9000', 'Gent']],
		// No postcode of Belgium: nothing to look up.
		['Turley-Platz 9, 68167 Mannheim', ['Turley-Platz 9, 68167 Mannheim', null, null, null]],
		['Veldstraat 12 app. 3, 9000 Gent', ['Veldstraat', '12', '9000', 'Gent']],
		['Rue du Bus 4, 1000 Bruxelles', ['Rue du Bus', '4', '1000', 'Bruxelles']],
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
		// Everything that looks for a pattern passes here.
		const look = vi.spyOn(RegExp.prototype, 'exec');
		for (const nonsense of ['1 a ', 'a1-', '1000 ', 'a, ', 'bus 1 '].map((part) => part.repeat(50_000))) {
			readAddress(nonsense);
			readStreet(nonsense);
		}
		const looked = (look.mock.contexts as RegExp[]).map((pattern, at) => ({
			pattern,
			text: look.mock.calls[at]?.[0] ?? ''
		}));
		look.mockRestore();
		expect(Math.max(...looked.map(({ text }) => text.length))).toBeLessThanOrEqual(200);
		const patterns = [...new Map(looked.map(({ pattern }) => [String(pattern), pattern])).values()];
		expect(patterns.length).toBeGreaterThanOrEqual(9);
		for (const pattern of patterns) expect(repetitionsOfRepetitions(pattern), String(pattern)).toEqual([]);
	});

	it.each([/^(a+)+$/, /^(a|aa)*$/, /^(?:\s*a){2,9}$/])('would not be by a pattern such as %s', (pattern) => {
		expect(repetitionsOfRepetitions(pattern)).not.toEqual([]);
	});
});

/**
 * What can take a time that doubles with every character: any number of something that is not one character, or any number
 * of characters any number of times. A pattern without it takes at most a power of the length.
 */
function repetitionsOfRepetitions({ source, flags }: RegExp): string[] {
	const found: string[] = [];
	const around: AST.Quantifier[] = [];
	visitRegExpAST(new RegExpParser().parseLiteral(`/${source}/${flags}`), {
		onQuantifierEnter(quantifier) {
			const isOneCharacter = quantifier.element.type.startsWith('Character');
			const isRepeated = around.some(({ max }) => max > 1);
			if (quantifier.max === Infinity && (isRepeated || !isOneCharacter)) found.push(quantifier.raw);
			around.push(quantifier);
		},
		onQuantifierLeave: () => void around.pop()
	});
	return found;
}
