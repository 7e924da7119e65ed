/** Places as people write them: the cases that came from outside, and every name that we know in many spellings. */
import { describe, expect, it } from 'vitest';
import cases from '../../../../tests/fixtures/placeCases.json' with { type: 'json' };
import type { ProvinceSlug } from '../directory/directory.ts';
import { referenceIndex } from '../../../../tests/fixtures/referenceDirectory.ts';
import { everydayWords } from './gazetteer.ts';
import { createPlaceSearch } from './placeSearch.ts';

/** Kind, what was typed, and the municipalities that are right; null for what is no place in Flanders or Brussels. */
type FieldCase = [kind: string, input: string, expected: string[] | null];

const index = referenceIndex();
const search = createPlaceSearch(index);
const nameOf = (nisCode: string | undefined) => index.byNisCode.get(nisCode ?? '')?.municipality.name.nl;

/** Every official name with the municipalities that it leads to. */
const municipalitiesBy = new Map<string, Set<string>>();
for (const { municipality, mergedFrom } of index.entries) {
	const { nl, fr, en } = municipality.name;
	for (const name of [nl, fr, en, ...mergedFrom.map((former) => former.name.nl)]) {
		if (name) note(name, municipality.nisCode);
	}
}
const postalNames = index.directory.postalCodes.filter(({ special }) => !special);
for (const { placeName, nisCode } of postalNames) note(placeName, nisCode);
function note(name: string, nisCode: string) {
	municipalitiesBy.set(name, (municipalitiesBy.get(name) ?? new Set()).add(nisCode));
}

/** The names for which `write` leads elsewhere, or is read as mistyped. */
const missed = (write: (name: string) => string): string[] =>
	[...municipalitiesBy].flatMap(([name, codes]) => {
		const { matches, corrected } = search.find(write(name));
		const isFound = codes.has(matches[0]?.nisCode ?? '') && !corrected;
		return isFound ? [] : [`${write(name)}: ${matches[0]?.label}`];
	});

describe('the cases from outside', () => {
	it.each(cases as FieldCase[])('%s: “%s”', (_, input, expected) => {
		const { matches } = search.find(input);
		if (expected === null) expect(matches).toEqual([]);
		else expect(expected).toContain(nameOf(matches[0]?.nisCode));
	});
});

describe('every name that we know', () => {
	const links = (shorter: string) => (name: string) =>
		name.replace(/-(op|aan)-den?-/g, (_, [first]: string) => shorter.replace('x', first ?? ''));
	it.each<[string, (name: string) => string]>([
		['as it is', (name) => name],
		['in lower case', (name) => name.toLowerCase()],
		['in capitals', (name) => name.toUpperCase()],
		['without accents', (name) => name.normalize('NFD').replace(/\p{M}/gu, '')],
		['with accents apart', (name) => name.normalize('NFD')],
		['with spaces for hyphens', (name) => name.replaceAll('-', ' ')],
		['with hyphens for spaces', (name) => name.replaceAll(' ', '-')],
		['with another hyphen', (name) => name.replaceAll('-', '–')],
		['in one word', (name) => name.replace(/[-\s]/g, '')],
		['with St', (name) => name.replace(/\b(Sint|Saint)\b/g, 'St').replace(/\bSainte\b/g, 'Ste')],
		['with St.', (name) => name.replace(/\b(Sint|Saint)\b-?/g, 'St. ')],
		['with another apostrophe', (name) => name.replaceAll("'", '’')],
		['without apostrophe', (name) => name.replaceAll("'", '')],
		['with o/d and a/d', links(' x/d ')],
		['with o.d. and a.d.', links(' x.d. ')],
		['with O.L.V.', (name) => name.replace('Onze-Lieve-Vrouw', 'O.L.V.')],
		['with OLV', (name) => name.replace('Onze-Lieve-Vrouw', 'OLV')],
		['with what kind of body', (name) => `gemeente ${name}`],
		['with the country', (name) => `${name}, België`],
		['with spaces around it', (name) => `  ${name} `]
	])('is found %s', (_, write) => {
		expect(missed(write)).toEqual([]);
	});

	it('is found with its postcode, in any order', () => {
		const forms = postalNames.flatMap(({ postcode, placeName, nisCode }) =>
			[
				postcode,
				`${postcode} ${placeName}`,
				`B-${postcode} ${placeName}`,
				`${placeName} ${postcode}`,
				`${placeName} (${postcode})`
			].map((text) => ({ text, nisCode }))
		);
		const astray = forms.filter(({ text, nisCode }) => {
			const { matches, corrected } = search.find(text);
			return corrected || matches[0]?.nisCode !== nisCode;
		});
		expect(astray).toEqual([]);
	});

	it('is found with its postcode against it, or with a space in that', () => {
		const forms = postalNames.flatMap(({ postcode, placeName, nisCode }) => {
			const parted = postcode.replace(/^./, '$& ');
			const joined = placeName.length > 2 ? [`${postcode}${placeName}`, `${placeName}${postcode}`] : [];
			return [parted, postcode.replace(/^./, '$&.'), `${parted} ${placeName}`, ...joined].map((text) => ({
				text,
				nisCode
			}));
		});
		const astray = forms.filter(({ text, nisCode }) => {
			const { matches, corrected } = search.find(text);
			return corrected || matches[0]?.nisCode !== nisCode;
		});
		expect(astray).toEqual([]);
	});

	it('is the municipality when its province stands beside it, in any form', () => {
		const astray = index.entries.flatMap(({ municipality: { name, province, nisCode } }) =>
			PROVINCES[province]
				.flatMap((where) => [`${name.nl} ${where}`, `${name.nl} (${where})`, `${name.nl}, ${where}`])
				.filter((text) => {
					const { matches, corrected } = search.find(text);
					return corrected || matches[0]?.nisCode !== nisCode || matches[0].matchedBy !== 'municipality';
				})
		);
		expect(astray).toEqual([]);
	});

	it('is found with its municipality, in any form', () => {
		const astray = postalNames
			.map((row) => ({ ...row, town: nameOf(row.nisCode) ?? '' }))
			.filter(({ lang, placeName, town }) => lang === 'nl' && placeName !== town)
			.flatMap(({ placeName, town, nisCode }) =>
				[
					`${placeName} (${town})`,
					`${placeName}-${town}`,
					`${placeName} bij ${town}`,
					`${town}, ${placeName}`
				]
					.map((text) => ({ text, match: search.find(text).matches[0] }))
					.filter(({ match }) => match?.nisCode !== nisCode || match.label !== placeName)
			);
		expect(astray.map(({ text }) => text)).toEqual([]);
	});

	it('is found with one letter wrong, in 98 of 100 of six letters and more', () => {
		const tried = [...municipalitiesBy].flatMap(([name, codes]) =>
			name.length < 6 ? [] : slipsOf(name).map((text) => ({ text, codes }))
		);
		const found = tried.filter(({ text, codes }) => codes.has(search.find(text).matches[0]?.nisCode ?? ''));
		expect(found.length / tried.length).toBeGreaterThan(0.98);
	});
});

/** A letter left out, another one, one too many and two that changed places: at places spread over the names. */
function slipsOf(name: string): string[] {
	const letters = [...name];
	const at = (step: number) => {
		const places = letters.flatMap((letter, place) => (/\p{L}/u.test(letter) ? [place] : []));
		return places[(name.charCodeAt(0) * step + name.length * 7) % places.length] ?? 0;
	};
	const other = String.fromCharCode(97 + ((name.charCodeAt(1) * 5 + name.length) % 26));
	const swap = Math.min(at(5), letters.length - 2);
	return [
		letters.toSpliced(at(1), 1).join(''),
		letters.with(at(2), other).join(''),
		letters.toSpliced(at(3), 0, other).join(''),
		letters.toSpliced(swap, 2, letters[swap + 1] ?? '', letters[swap] ?? '').join('')
	];
}

/** Beside "Brussel" and "Antwerpen", which are cities too, a name of a place in those is meant. */
const PROVINCES: Record<ProvinceSlug, string[]> = {
	antwerpen: [],
	limburg: ['Limburg', 'Limbourg'],
	'oost-vlaanderen': ['Oost-Vlaanderen', 'Flandre-Orientale', 'East Flanders'],
	'vlaams-brabant': ['Vlaams-Brabant', 'Brabant', 'Brabant flamand', 'Flemish Brabant'],
	'west-vlaanderen': ['West-Vlaanderen', 'Flandre-Occidentale', 'West Flanders'],
	brussel: []
};

describe('what is no place', () => {
	it('is not read as one when it is an everyday word', () => {
		const read = [...everydayWords()].filter((word) => {
			const { matches, corrected } = search.find(word);
			return corrected || matches[0]?.reading === 'part';
		});
		expect(read).toEqual([]);
	});

	it.each(
		(
			'Nieuwstraat,Grote Markt,Kerkplein,Stationsplein,Dorpsstraat,Rue Neuve,Rue de Namur,Steenweg op Aalst,Gentse Steenweg,' +
			'Chaussée de Gand,Place de la Gare,Markt,Kempen,Hageland,Pajottenland,Vlaams-Brabant,Westhoek,Vlaanderen,Wallonië,' +
			'London,Berlin,Madrid,hallo,vrijwilliger,bibliotheek,zwembad,koffie,xyzxyz,12345678'
		).split(',')
	)('“%s” is unknown', (text) => {
		const { matches, corrected } = search.find(text);
		expect(matches.filter(({ reading }) => reading !== 'beginning')).toEqual([]);
		expect(corrected).toBe(false);
	});
});
