/** Finds municipalities by any name people use for them: their own, a former one, a place in it, a postcode. */
import { distance } from 'fastest-levenshtein';
import { oncePerDirectory, type DirectoryIndex } from '../directory/directoryIndex.ts';
import type { ProvinceSlug } from '../directory/directory.ts';
import type { PlaceName } from './knownPlaces.ts';
import { outsideSearch, type OutsidePlace, type OutsideSearch } from './outsidePlaces.ts';
import {
	byImportance,
	matchesOf,
	placeIndexOf,
	type PlaceIndex,
	type PlaceMatch,
	type Reading
} from './placeIndex.ts';
import { namesAtPostcode, partsOfNames, qualifiedNames, wholeNames } from './placeReadings.ts';
import { OTHER_LETTER, spellingOf, unlikeness } from './placeSpelling.ts';
import { keyOf, lettersOf, normalisePlace } from './placeText.ts';
import {
	isStreetName,
	namesStreet,
	withoutBeside,
	withoutKind,
	wordsMeant,
	wordsTyped
} from './placeWords.ts';
import { isRegion, regionMeant } from './regions.ts';

export type { MatchedBy } from './knownPlaces.ts';
export type { OutsidePlace } from './outsidePlaces.ts';
export type { PlaceMatch } from './placeIndex.ts';
export { normalisePlace } from './placeText.ts';

export interface PlaceSearchResult {
	/** One per municipality, best first. */
	matches: PlaceMatch[];
	/** True when nothing matched as typed, and a spelling close to it or a part of it did. */
	corrected: boolean;
	/** True when that is a part of it, spelled as it should be: what stands beside it is not a place, such as a street. */
	isWithin: boolean;
	/** Where it is instead, for what is not in Flanders or Brussels; then nothing matches. */
	outside: OutsidePlace | null;
	/** With `outside`: the municipalities here that have it in their name, best first. */
	besides: PlaceMatch[];
	/** A place of that very name elsewhere, where here no more than a village or a hamlet has it. */
	elsewhere: OutsidePlace | null;
	/** The provinces of the part of the country that is meant; null for any other text. Then nothing matches. */
	region: readonly ProvinceSlug[] | null;
}

export interface PlaceSearch {
	find(text: string): PlaceSearchResult;
	/** The municipalities whose names look most like `text`, best first; none when no name is near, or for a number. */
	closest(text: string, count: number): PlaceMatch[];
}

type Words = readonly string[];

const NOTHING: PlaceSearchResult = {
	matches: [],
	corrected: false,
	isWithin: false,
	outside: null,
	besides: [],
	elsewhere: null,
	region: null
};
/** Letters that differ, as a share of the longer name, beyond which two names do not look alike. */
const MAX_DIFFERENCE = 0.35;
/** Letters of a name that is not easily another word. */
const LONG_NAME = 8;
/** A shorter name within other words is as likely a word: "as", "mol". */
const MIN_WITHIN = 4;

const asTyped = (matches: PlaceMatch[]): PlaceSearchResult => ({ ...NOTHING, matches });
const corrected = (names: readonly PlaceName[]): PlaceSearchResult => ({
	...NOTHING,
	matches: matchesOf(names),
	corrected: names.length > 0
});
const asRegion = (region: readonly ProvinceSlug[]): PlaceSearchResult => ({ ...NOTHING, region });
const isFound = ({ matches, outside }: PlaceSearchResult): boolean => matches.length > 0 || outside !== null;

export function createPlaceSearch(index: DirectoryIndex): PlaceSearch {
	const places = placeIndexOf(index);
	const outside = outsideSearch();

	/** The words are what a place is called, here or elsewhere. */
	const plainly = (typed: string, words: Words): PlaceSearchResult => {
		const postcode = words.find((word) => places.byPostcode.has(word));
		const rest = words.filter((word) => word !== postcode);
		if (postcode !== undefined) {
			const { names, isSure } = namesAtPostcode(places, postcode, rest);
			return { ...NOTHING, matches: matchesOf(names), corrected: !isSure };
		}
		const whole = wholeNames(places, words);
		const named = whole.length > 0 ? whole : qualifiedNames(places, words);
		const parts = places.isWord(words) || isRegion(words) ? [] : partsOfNames(places, words);
		const partly = (reading: Reading) =>
			matchesOf(
				parts.filter((part) => part.reading === reading).map(({ name }) => name),
				reading
			);
		const short = partly('part');
		const isTown = named.some(({ place }) => place.kind === 'municipality' || place.kind === 'former');
		const elsewhere = isTown || isRegion(words) ? null : outside.find(typed, words);
		if (elsewhere && named.length === 0) return { ...NOTHING, outside: elsewhere, besides: short };
		if (namesStreet(words) && named.length === 0) return NOTHING;
		// Where one town or two are called so for short, they are meant rather than a hamlet of that name.
		const isShortName =
			short.length > 0 &&
			short.length <= 2 &&
			named.every(({ place }) => !place.isOfficial) &&
			parts.some(({ name, reading }) => reading === 'part' && name.key.includes(keyOf(words)));
		const matches = isShortName ? [...short, ...matchesOf(named)] : [...matchesOf(named), ...short];
		return { ...asTyped(oncePerMunicipality([...matches, ...partly('beginning')])), elsewhere };
	};

	return {
		find(typed) {
			const all = wordsTyped(typed);
			const words = withoutKind(all);
			if (words.length === 0) return NOTHING;
			const region = regionMeant(all) ?? regionMeant(words);
			if (region?.isSaid) return asRegion(region.provinces);
			// "Herk-de-Stad" has a word in its name that says elsewhere what kind of body is meant.
			const whole = all.length > words.length ? plainly(typed, all) : NOTHING;
			const isNamed = !whole.corrected && whole.matches[0]?.reading === 'name';
			const plain = isNamed ? whole : plainly(typed, words);
			const [best] = plain.matches;
			if (plain.outside || (best && best.reading !== 'beginning')) return plain;
			if (region) return asRegion(region.provinces);
			const spelled = respelled(places, outside, all, lettersOf(typed));
			if (isFound(spelled)) return spelled;
			const meant = all.length > words.length ? respelled(places, outside, words) : NOTHING;
			if (isFound(meant)) return meant;
			return best ? plain : nameWithin(places, outside, words, plainly);
		},
		closest(typed, count) {
			const words = wordsMeant(typed);
			const key = keyOf(words);
			// Numbers that look alike say nothing about places being near, nor do names of places elsewhere.
			if (!/[a-z]/.test(key) || outside.find(typed, words) || isRegion(words) || namesStreet(words))
				return [];
			const scored = places.names
				.filter(({ place }) => place.isOfficial)
				.map((name) => ({
					name,
					score: distance(key, name.key) / Math.max(key.length, name.key.length, 1)
				}))
				.filter(({ score }) => score <= MAX_DIFFERENCE)
				.sort((a, b) => a.score - b.score || byImportance(a.name, b.name));
			return matchesOf(scored.map(({ name }) => name)).slice(0, count);
		}
	};
}

function oncePerMunicipality(matches: PlaceMatch[]): PlaceMatch[] {
	const first = new Map<string, PlaceMatch>();
	for (const match of matches) if (!first.has(match.nisCode)) first.set(match.nisCode, match);
	return [...first.values()];
}

/** A hamlet is as often a word that was meant otherwise: one letter of a long name is forgiven. */
const isSure = ({ spelling }: PlaceName, unlike: number): boolean =>
	unlike < 2 && spelling.letters.length >= LONG_NAME;

/** The names that the whole of what was typed can be meant for, by the hand or by the ear: those nearest to it. */
function respelled(
	places: PlaceIndex,
	outside: OutsideSearch,
	words: Words,
	letters: string = keyOf(words)
): PlaceSearchResult {
	const key = keyOf(words);
	if (/\d/.test(key) || namesStreet(words) || isRegion(words) || places.isWord(words)) return NOTHING;
	const typed = spellingOf(words, letters);
	const near = places.names.flatMap((name) => {
		const unlike = unlikeness(typed, name.spelling);
		return unlike === undefined || (!name.place.isOfficial && !isSure(name, unlike))
			? []
			: [{ name, unlike }];
	});
	const least = Math.min(...near.map(({ unlike }) => unlike));
	if (least > OTHER_LETTER) {
		const elsewhere = outside.spellings.find((name) => (unlikeness(typed, name) ?? least) < least);
		if (elsewhere) return { ...NOTHING, outside: outside.placeOf(elsewhere.name) };
	}
	return corrected(
		near
			.filter(({ unlike }) => unlike === least)
			.map(({ name }) => name)
			.sort(byImportance)
	);
}

/**
 * "Antwerpen centrum" is Antwerpen: what is left without words that stand beside names, else the longest row of words that
 * is a whole name.
 */
function nameWithin(
	places: PlaceIndex,
	outside: OutsideSearch,
	words: Words,
	plainly: (typed: string, words: Words) => PlaceSearchResult
): PlaceSearchResult {
	const rest = withoutBeside(words);
	if (rest.length > 0 && rest.length < words.length && !isStreetName(words, words.indexOf(rest[0] ?? ''))) {
		const plain = plainly(rest.join(' '), rest);
		const isWhole = plain.outside !== null || plain.matches.some(({ reading }) => reading === 'name');
		const found = isWhole ? plain : respelled(places, outside, rest);
		if (isFound(found)) return { ...found, corrected: found.outside === null, isWithin: isWhole };
	}
	for (let length = words.length - 1; length > 0; length--) {
		for (let start = 0; start + length <= words.length; start++) {
			const part = words.slice(start, start + length);
			if (keyOf(part).length < MIN_WITHIN || isRegion(part) || isStreetName(words, start)) continue;
			const named = (places.byKey.get(keyOf(part)) ?? []).filter(({ place }) => place.isOfficial);
			if (named.length > 0) return { ...corrected(named.toSorted(byImportance)), isWithin: true };
			const elsewhere = namesStreet(words) ? null : outside.find(part.join(' '), part);
			if (elsewhere) return { ...NOTHING, outside: elsewhere };
		}
	}
	return NOTHING;
}

/** The search over one version of the directory. */
export const placeSearchOf = oncePerDirectory(createPlaceSearch);

/** What was typed, without the words that do not tell one place from another. */
export const placeMeant = (typed: string): string => normalisePlace(wordsMeant(typed).join(' '));
