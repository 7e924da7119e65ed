import { describe, expect, it } from 'vitest';
import { referenceIndex } from '../../../../tests/fixtures/referenceDirectory.ts';
import { placeAsked, placeLabel } from './deskPlace.ts';

const index = referenceIndex();
const ask = (text: string) => placeAsked(index, text);
const townOf = (text: string) => ask(text).asked?.entry?.municipality.name.nl;

describe('which place is meant', () => {
	it.each([
		['beveren', 'Beveren-Kruibeke-Zwijndrecht'],
		['Molenbeek', 'Sint-Jans-Molenbeek'],
		['Berchem', 'Antwerpen'],
		['Deurne', 'Antwerpen'],
		['Vorst', 'Vorst'],
		['Halle', 'Halle'],
		['Baarle', 'Baarle-Hertog']
	])('“%s” is %s, which is far larger than the others, and those are offered', (text, town) => {
		expect(townOf(text)).toBe(town);
		const others = ask(text).choices.map(({ entry }) => entry.municipality.name.nl);
		expect(others).not.toContain(town);
	});

	it('asks when several are of a size', () => {
		for (const text of ['Woluwe', 'Heusden', 'Moerbeke', 'Nieuwerkerken']) {
			const { asked, choices, unknown } = ask(text);
			if (asked?.by === 'municipality') continue;
			expect(asked, text).toBeNull();
			expect(choices.length, text).toBeGreaterThan(1);
			expect(unknown).toBe(false);
		}
	});

	it.each([
		['Halle Vlaams-Brabant', 'Halle', 'Zoutleeuw'],
		['Sint-Gillis', 'Sint-Gillis', 'Dendermonde'],
		['Sint-Martens', 'Tienen', 'Sint-Martens-Latem'],
		['Sint-Pieters', 'Brugge', 'Sint-Pieters-Leeuw']
	])('“%s” is in %s, and %s is offered', (text, town, other) => {
		expect(townOf(text)).toBe(town);
		expect(ask(text).choices.map(({ entry }) => entry.municipality.name.nl)).toContain(other);
	});

	it.each([
		['Sluis', 'NL'],
		['Hulst', 'NL'],
		['Middelburg', 'NL']
	])('“%s” is a village here and a town elsewhere, which is offered', (text, country) => {
		const { asked, elsewhere } = ask(text);
		expect(asked).toMatchObject({ by: 'place', label: text });
		expect(elsewhere?.place.country).toBe(country);
		expect(ask(elsewhere?.q ?? '')).toMatchObject({ asked: null, outside: elsewhere?.place });
	});

	it('is elsewhere, with the towns here that have it in their name', () => {
		const { outside, choices } = ask('Waver');
		expect(outside).toMatchObject({ country: 'BE', names: { nl: 'Waver' } });
		expect(choices.map(({ q }) => q)).toEqual(['Sint-Katelijne-Waver']);
	});

	it.each([
		['Kerkstraat', 'street'],
		['Grote Markt', 'street'],
		['Kerkstraat 12', 'street'],
		['vrijwilligersloket', 'word'],
		['xyzxyz', null],
		['Breda', null]
	])('“%s” is unknown, and says no place: %s', (text, placeless) => {
		expect(ask(text)).toMatchObject({ asked: null, unknown: true, placeless });
	});

	it('is where somebody is and does not live, in a hospital or a park', () => {
		for (const text of ['UZ Gent', 'Bobbejaanland', 'Gasthuisberg']) {
			expect(ask(text).asked?.isSpot, text).toBe(true);
		}
		expect(ask('Borgerhout').asked?.isSpot).toBe(false);
	});

	it('leads on from every choice, wherever something is asked', () => {
		const names = [
			...index.directory.postalCodes.map(({ placeName }) => placeName),
			...'sint,st,beveren,heist,woluwe,molenbeek,ant,kap,rode,nieuwe'.split(',')
		];
		const stuck = [...new Set(names)].flatMap((name) =>
			ask(name)
				.choices.filter(({ q, entry }) => ask(q).asked?.entry !== entry || ask(q).corrected)
				.map(({ q }) => `${name}: ${q}`)
		);
		expect(stuck).toEqual([]);
	});

	it('says the name of a place in the language of the page', () => {
		const { asked, choices } = ask('Molenbeek-Saint-Jean');
		expect(asked?.names && placeLabel(asked.names, 'nl')).toBe('Sint-Jans-Molenbeek');
		expect(choices).toEqual([]);
		const laken = ask('1020 Laeken').asked?.names;
		expect(laken && [placeLabel(laken, 'nl'), placeLabel(laken, 'fr')]).toEqual([
			'1020 Laken',
			'1020 Laeken'
		]);
	});

	it('stands at a place itself, and at the centre of a municipality for what has no point', () => {
		expect(ask('Sint-Idesbald').asked).toMatchObject({ by: 'place', label: 'Sint-Idesbald' });
		expect(ask('Sint-Idesbald').asked?.lon).toBeCloseTo(2.61, 1);
		expect(ask('2099').asked?.lat).toBe(index.byNisCode.get('11002')?.municipality.lat);
	});
});

describe('what lies elsewhere', () => {
	it.each([
		['Liège', 'BE', 'BE-WLG', 'Luik'],
		['Luik', 'BE', 'BE-WLG', 'Luik'],
		['Lüttich', 'BE', 'BE-WLG', 'Luik'],
		['4000', 'BE', 'BE-WLG', 'Luik'],
		['4000 Liège', 'BE', 'BE-WLG', 'Luik'],
		['Bergen', 'BE', 'BE-WHT', 'Bergen'],
		['Mons', 'BE', 'BE-WHT', 'Bergen'],
		['Namur', 'BE', 'BE-WNA', 'Namen'],
		['5000 Namur', 'BE', 'BE-WNA', 'Namen'],
		['1300', 'BE', 'BE-WBR', 'Waver'],
		['1348', 'BE', 'BE-WBR', 'Louvain-la-Neuve'],
		['LLN', 'BE', 'BE-WBR', 'Louvain-la-Neuve'],
		['’s Gravenbrakel', 'BE', 'BE-WHT', '’s-Gravenbrakel'],
		['Charleroi', 'BE', 'BE-WHT', 'Charleroi'],
		['Waterloo', 'BE', 'BE-WBR', 'Waterloo'],
		['Paris', 'FR', null, 'Parijs'],
		['Rijsel', 'FR', null, 'Rijsel'],
		['59000 Lille', 'FR', null, 'Rijsel'],
		['Lille, France', 'FR', null, 'Rijsel'],
		['Maastricht', 'NL', null, 'Maastricht'],
		['1017 AB Amsterdam', 'NL', null, 'Amsterdam'],
		['Aachen', 'DE', null, 'Aken'],
		['Luxembourg', 'LU', null, 'Luxemburg']
	])('“%s” is in %s', (text, country, province, name) => {
		const { asked, choices, unknown, corrected, outside } = ask(text);
		expect({ asked, choices, unknown, corrected }).toEqual({
			asked: null,
			choices: [],
			unknown: true,
			corrected: false
		});
		expect(outside).toMatchObject({ kind: 'outside', country, province });
		expect(outside?.names?.nl.replaceAll("'", '’')).toBe(name);
	});

	it.each([
		['4321', 'BE', 'BE-WLG'],
		['L-1234', 'LU', null],
		['1234 AB', 'NL', null],
		['D-52062', 'DE', null],
		['59123', null, null]
	])('“%s” has no name that we know, but a country', (text, country, province) => {
		expect(ask(text).outside).toMatchObject({ country, province, names: null });
	});

	it.each(['9999', '3665 As', '9000 Gent', 'Lille', 'Halle', 'Hal'])('“%s” is not', (text) => {
		expect(ask(text).outside).toBeNull();
	});
});
