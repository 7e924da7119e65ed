/** The ways in which words can name a place, from the plainest on. Each gives the names that it finds, best first. */
import type { PlaceName } from './knownPlaces.ts';
import { byImportance, type PlaceIndex, type Reading } from './placeIndex.ts';
import { keyOf, looseKeyOf, meaningful } from './placeText.ts';
import { CONNECTING } from './placeWords.ts';
import { regionNamed } from './regions.ts';

type Words = readonly string[];

/** Names that are these words, written in whatever way. */
export function wholeNames({ byKey, byLooseKey, byInitials }: PlaceIndex, words: Words): PlaceName[] {
	const key = keyOf(words);
	const found =
		byKey.get(key) ??
		byLooseKey.get(looseKeyOf(words)) ??
		(words.length === 1 ? byInitials.get(key) : undefined) ??
		[];
	return found.toSorted(byImportance);
}

/** Words inside names that say nothing of themselves: who types "winkel" does not look for Sint-Eloois-Winkel. */
const COMMON = new Set(
	'st olv bos berg stad zee maas brug kapel winkel goor groot grote klein kleine oud nieuw nieuwe over neder boven hoog laag'.split(
		' '
	)
);
export interface Part {
	name: PlaceName;
	reading: Reading;
}

/** Official names of which these are some words, or the beginning: "Molenbeek", "Sint-Kat", "St-K-Waver". */
export function partsOfNames({ officialWith }: PlaceIndex, words: Words): Part[] {
	const typed = meaningful(words);
	if (typed.every((word) => COMMON.has(word)) && typed.join('') !== 'st') return [];
	const found: Part[] = [];
	// The longest word is in the fewest names.
	const longest = typed.toSorted((a, b) => b.length - a.length)[0] ?? '';
	for (const { name, words: named } of officialWith(longest)) {
		const reading = readingOf(typed, named);
		if (reading) found.push({ name, reading });
	}
	const order: Reading[] = ['name', 'part', 'beginning'];
	return found.sort(
		(a, b) => order.indexOf(a.reading) - order.indexOf(b.reading) || byImportance(a.name, b.name)
	);
}

function readingOf(typed: Words, name: Words): Reading | null {
	const isWord = (word: string) => name.includes(word);
	if (typed.every(isWord)) return 'part';
	const begins = (word: string) => name.some((other) => other.startsWith(word));
	if (typed.length === 1) {
		const [word = ''] = typed;
		return word.length > 1 && begins(word) ? 'beginning' : null;
	}
	// Words that are cut short, in their order: "Kap. o/d Bos".
	const inOrder =
		typed.length === name.length &&
		typed.every((word, at) => name[at]?.startsWith(word)) &&
		typed.some((word) => word.length > 2 && isWord(word));
	if (inOrder) return 'part';
	const isRest = typed.every((word) => word.length > 1 && begins(word));
	if (!isRest) return null;
	const last = typed.at(-1) ?? '';
	return typed.slice(0, -1).every(isWord) && last.length > 2 ? 'part' : 'beginning';
}

/** How far from a place another one is said to be near, in kilometres as the crow flies. */
const NEAR_KM = 20;

/**
 * A name and where that is, in any order and form: "Halle (Zoersel)", "Vorst-Laakdal", "Tielt Brabant", "Halle bij Brussel".
 * Of what fits both, the narrowest: the village rather than its municipality. A province or an area only tells places of one
 * name apart: of those in it the largest.
 */
export function qualifiedNames(places: PlaceIndex, words: Words): PlaceName[] {
	const readings: Within[] = [];
	for (let at = 1; at < words.length; at++) {
		const [before, after] = [words.slice(0, at), words.slice(at)];
		const rest = after.filter((word, place) => place > 0 || !CONNECTING.has(word));
		if (rest.length === 0) continue;
		const isConnected = rest.length < after.length;
		readings.push(placesWithin(places, before, rest, isConnected));
		if (!isConnected) readings.push(placesWithin(places, rest, before, false));
	}
	const within = readings.flatMap(({ names }) => names);
	const narrow = within.filter((name) => !isTownName(places, name));
	const found = narrow.length > 0 ? narrow : within;
	if (found.length > 0) return found;
	const inRegion = readings.flatMap(({ inRegion }) => inRegion).toSorted(byImportance);
	return inRegion.length > 0 ? inRegion : readings.flatMap(({ near }) => near);
}

/** Names of the place in the other one, or in the part of the country; where none is, the name of a place near it. */
interface Within {
	names: PlaceName[];
	inRegion: PlaceName[];
	near: PlaceName[];
}

/** Whether it is what the municipality itself is called. */
const isTownName = ({ byKey }: PlaceIndex, { key, place }: PlaceName): boolean =>
	(byKey.get(key) ?? []).some(
		(other) => other.place.kind === 'municipality' && other.place.nisCode === place.nisCode
	);

/** Places called `words` that lie in what is called `where`; else the one near it. */
function placesWithin(places: PlaceIndex, words: Words, where: Words, isConnected: boolean): Within {
	const named = namesOf(places, words);
	if (named.length === 0) return { names: [], inRegion: [], near: [] };
	const liesIn = regionNamed(keyOf(where));
	const around = namesOf(places, where);
	const codes = new Set(around.map(({ place }) => place.nisCode));
	const names = named.filter(
		({ place, key }) =>
			// A municipality does not lie in itself, unless both of its names were typed.
			codes.has(place.nisCode) && (key !== keyOf(where) || place.kind !== 'municipality')
	);
	const inRegion = liesIn ? named.filter(({ place }) => liesIn(place.nisCode)) : [];
	const isFound = names.length > 0 || inRegion.length > 0;
	const isTwin = new Set(named.map(({ place }) => place.nisCode)).size > 1;
	const towns = around.filter(({ place }) => place.kind === 'municipality');
	if (isFound || !(isTwin || isConnected) || towns.length === 0) return { names, inRegion, near: [] };
	const [nearest] = named
		.map((name) => ({ name, km: Math.min(...towns.map((town) => kilometres(places, name, town))) }))
		.sort((a, b) => a.km - b.km);
	return { names, inRegion, near: nearest && nearest.km < NEAR_KM ? [nearest.name] : [] };
}

const namesOf = ({ byKey, byLooseKey }: PlaceIndex, words: Words): readonly PlaceName[] =>
	(byKey.get(keyOf(words)) ?? byLooseKey.get(looseKeyOf(words)) ?? []).toSorted(byImportance);

/** As the crow flies, near enough to compare. */
function kilometres({ index }: PlaceIndex, a: PlaceName, b: PlaceName): number {
	const pointOf = ({ place }: PlaceName) => place.at ?? index.byNisCode.get(place.nisCode)?.municipality;
	const [from, to] = [pointOf(a), pointOf(b)];
	return from && to ? Math.hypot((from.lon - to.lon) * 70, (from.lat - to.lat) * 111) : Infinity;
}

/** A postcode, with or without the name of a place. `isSure` tells whether the other words fit it. */
export function namesAtPostcode(
	{ byPostcode, byKey, byLooseKey, index }: PlaceIndex,
	postcode: string,
	rest: Words
): { names: PlaceName[]; isSure: boolean } {
	const rows = byPostcode.get(postcode) ?? [];
	if (rest.length === 0) {
		// A code that a town shares with its villages is that of the town: 9700 is Oudenaarde before Bevere.
		const isTown = ({ place }: PlaceName) => {
			const { municipality, mergedFrom = [] } = index.byNisCode.get(place.nisCode) ?? {};
			return [municipality, ...mergedFrom].some((town) => town?.name.nl === place.names.nl);
		};
		const names = rows.toSorted(
			(a, b) => Number(isTown(b)) - Number(isTown(a)) || b.place.size - a.place.size
		);
		return { names, isSure: true };
	}
	const codes = new Set(rows.map(({ place }) => place.nisCode));
	const isHere = (words: Words) => {
		const named = [...(byKey.get(keyOf(words)) ?? []), ...(byLooseKey.get(looseKeyOf(words)) ?? [])].filter(
			({ place }) => codes.has(place.nisCode)
		);
		return new Set(named.flatMap(({ place }) => (place.postcode === postcode ? [place.names.nl] : [''])));
	};
	const called = isHere(rest);
	// "1640 Sint-Genesius-Rode/Rhode-Saint-Genèse": both halves are names of it.
	const halves = rest.map((_, at) => [isHere(rest.slice(0, at)), isHere(rest.slice(at))]);
	const inRegion = regionNamed(keyOf(rest));
	const isSure =
		called.size > 0 ||
		halves.some((both) => both.every((half) => half.size > 0)) ||
		[...codes].every((code) => inRegion?.(code));
	const isCalled = ({ place }: PlaceName) => called.has(place.names.nl);
	const first = rows.filter(({ key }) => key === postcode + keyOf(rest));
	return { names: [...new Set([...first, ...rows.filter(isCalled), ...rows])], isSure };
}
