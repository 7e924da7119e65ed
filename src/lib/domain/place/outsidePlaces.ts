/** Places and postcodes that are not in Flanders or Brussels: where they are, so that nobody is sent to a place alike. */
import { outsideNames, type OutsideCountry, type OutsideName, type WalloonProvince } from './gazetteer.ts';
import { spellingOf, type Spelling } from './placeSpelling.ts';
import { keyOf, lettersOf, looseKeyOf, wordsOf } from './placeText.ts';

export interface OutsidePlace {
	kind: 'outside';
	/** null for five digits and no more: France and Germany have those. Belgium is Wallonia. */
	country: OutsideCountry | null;
	/** Of a place in Wallonia; null elsewhere. */
	province: WalloonProvince | null;
	/** What it is called in each language; null when only its postcode is known. */
	names: { nl: string; fr: string; en: string } | null;
	/** As it was typed, or that of a municipality in Wallonia. */
	postcode: string | null;
}

export interface OutsideSearch {
	/** A place with exactly these words as its name, a postcode, or both. Say the postcodes of here before. */
	find(typed: string, words: readonly string[]): OutsidePlace | null;
	/** Every name with what spellings are compared by. */
	spellings: readonly (Spelling & { name: OutsideName })[];
	placeOf(name: OutsideName): OutsidePlace;
}

/** What stands before a postcode abroad, and how many digits it has. */
const ABROAD: readonly (readonly [OutsideCountry, RegExp])[] = [
	['NL', /^(?:nl[\s-]*)?[1-9]\d{3}\s?(?!be|s[ads])[a-z]{2}(?![\p{L}\d])/iu],
	['NL', /^nl[\s-]*[1-9]\d{3}(?!\d)/i],
	['LU', /^l(?:u|ux)?[\s-]*[1-9]\d{3}(?!\d)/i],
	['FR', /^fr?[\s-]*\d{5}(?!\d)/i],
	['DE', /^de?[\s-]*\d{5}(?!\d)/i]
];
const FIVE_DIGITS = /(?:^|\s)(\d{5})(?:\s|$)/;

const COUNTRY_NAMES: readonly (readonly [OutsideCountry, RegExp])[] = [
	['BE', /^(wallonie|wallonia)$/],
	['NL', /^(nederland|netherlands|holland|hollande)$/],
	['FR', /^(frankrijk|france)$/],
	['DE', /^(duitsland|allemagne|germany|deutschland)$/],
	['LU', /^(luxemburg|luxembourg)$/]
];

/** First and last postcode that bpost gives out in each province. */
const WALLOON_POSTCODES: readonly (readonly [from: number, to: number, WalloonProvince])[] = [
	[1300, 1499, 'BE-WBR'],
	[4000, 4999, 'BE-WLG'],
	[5000, 5999, 'BE-WNA'],
	[6000, 6599, 'BE-WHT'],
	[6600, 6999, 'BE-WLX'],
	[7000, 7999, 'BE-WHT']
];

/** The province of a postcode in Wallonia; undefined for any other text. */
export function walloonProvinceOf(postcode: string): WalloonProvince | undefined {
	if (!/^\d{4}$/.test(postcode)) return undefined;
	const code = Number(postcode);
	return WALLOON_POSTCODES.find(([from, to]) => code >= from && code <= to)?.[2];
}

const placeOf = ({ country, province, names, postcodes }: OutsideName): OutsidePlace => ({
	kind: 'outside',
	country,
	province,
	names,
	postcode: postcodes[0] ?? null
});

/** What to type for a place elsewhere and no other. */
export const textOutside = ({ names, country }: OutsidePlace): string | null =>
	names && country && `${names.nl} (${TYPED_COUNTRIES[country]})`;
const TYPED_COUNTRIES: Readonly<Record<OutsideCountry, string>> = {
	BE: 'Wallonië',
	NL: 'Nederland',
	FR: 'Frankrijk',
	LU: 'Luxemburg',
	DE: 'Duitsland'
};

let made: OutsideSearch | undefined;

/** Made at the first use: it is the same for every directory. */
export const outsideSearch = (): OutsideSearch => (made ??= createOutsideSearch());

function createOutsideSearch(): OutsideSearch {
	const byKey = new Map<string, OutsideName>();
	const byLooseKey = new Map<string, OutsideName>();
	const spellings: (Spelling & { name: OutsideName })[] = [];
	const byPostcode = new Map<string, OutsideName>();
	const keep = (map: Map<string, OutsideName>, key: string, name: OutsideName) => {
		if (!map.has(key)) map.set(key, name);
	};
	for (const name of outsideNames()) {
		for (const text of name.searched) {
			const words = wordsOf(text);
			keep(byKey, keyOf(words), name);
			keep(byLooseKey, looseKeyOf(words), name);
			spellings.push({ ...spellingOf(words, lettersOf(text)), name });
		}
		for (const postcode of name.postcodes) keep(byPostcode, postcode, name);
	}

	/** @param country null = any */
	const named = (words: readonly string[], country: OutsideCountry | null): OutsideName | undefined => {
		const name = byKey.get(keyOf(words)) ?? byLooseKey.get(looseKeyOf(words));
		return country === null || name?.country === country ? name : undefined;
	};
	const withPostcode = (
		country: OutsideCountry | null,
		postcode: string,
		words: readonly string[]
	): OutsidePlace => {
		const name = named(
			words.filter((word) => !/\d/.test(word)),
			country
		);
		if (name) return { ...placeOf(name), postcode };
		return { kind: 'outside', country, province: null, names: null, postcode };
	};

	return {
		spellings,
		placeOf,
		find(typed, words) {
			const text = typed.trim();
			for (const [country, pattern] of ABROAD) {
				const code = pattern.exec(text)?.[0];
				if (code) return withPostcode(country, code, wordsOf(text.slice(code.length)));
			}
			const five = FIVE_DIGITS.exec(text)?.[1];
			if (five) return withPostcode(null, five, words);
			const postcode = words.find((word) => walloonProvinceOf(word) !== undefined);
			if (postcode) {
				const rest = words.filter((word) => word !== postcode);
				const name = (rest.length > 0 ? named(rest, 'BE') : undefined) ?? byPostcode.get(postcode);
				if (name) return { ...placeOf(name), postcode };
				const province = walloonProvinceOf(postcode) ?? null;
				return { kind: 'outside', country: 'BE', province, names: null, postcode };
			}
			const name = named(words, null);
			if (name) return placeOf(name);
			const [country] = COUNTRY_NAMES.find(([, pattern]) => words.some((word) => pattern.test(word))) ?? [];
			if (country === undefined) return null;
			const rest = words.filter((word) => !COUNTRY_NAMES.some(([, pattern]) => pattern.test(word)));
			const inCountry = rest.length > 0 ? named(rest, country) : undefined;
			return inCountry
				? placeOf(inCountry)
				: { kind: 'outside', country, province: null, names: null, postcode: null };
		}
	};
}
