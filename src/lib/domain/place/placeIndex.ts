/** The names of all places, by what of them is compared. */
import type { DirectoryIndex } from '../directory/directoryIndex.ts';
import { everydayWords } from './gazetteer.ts';
import { knownNames, type KnownPlace, type MatchedBy, type PlaceName } from './knownPlaces.ts';
import { initialsOf, looseKeyOf, meaningful } from './placeText.ts';

/** What of a name was typed: all of it, whole words of it, or how it begins. */
export type Reading = 'name' | 'part' | 'beginning';

export interface PlaceMatch {
	nisCode: string;
	matchedBy: MatchedBy;
	/** The name that matched, as it is written: "Borgerhout", "9100 Sint-Niklaas". */
	label: string;
	reading: Reading;
	place: KnownPlace;
}

export interface OfficialName {
	name: PlaceName;
	/** Those that are no links. */
	words: readonly string[];
}

export interface PlaceIndex {
	index: DirectoryIndex;
	/** Without the postcodes. */
	names: readonly PlaceName[];
	/** The official ones that have a word with this beginning. */
	officialWith(beginning: string): readonly OfficialName[];
	byKey: ReadonlyMap<string, readonly PlaceName[]>;
	byLooseKey: ReadonlyMap<string, readonly PlaceName[]>;
	byInitials: ReadonlyMap<string, readonly PlaceName[]>;
	/** The places of each postcode. */
	byPostcode: ReadonlyMap<string, readonly PlaceName[]>;
	/** Whether it is an everyday word, which only looks like a name. */
	isWord(words: readonly string[]): boolean;
}

/** By a key; what has none is left out. */
function grouped(
	names: readonly PlaceName[],
	key: (name: PlaceName) => string | null
): Map<string, PlaceName[]> {
	const groups = new Map<string, PlaceName[]>();
	for (const name of names) {
		const of = key(name);
		if (!of) continue;
		const known = groups.get(of);
		if (known) known.push(name);
		else groups.set(of, [name]);
	}
	return groups;
}

/** Letters by which the words of names are kept apart. */
const START = 2;

export function placeIndexOf(index: DirectoryIndex): PlaceIndex {
	const all = knownNames(index);
	const names = all.filter(({ place }) => place.kind !== 'postcode');
	const official = names
		.filter(({ place, isOwn }) => place.isOfficial && isOwn)
		.map((name): OfficialName => ({ name, words: meaningful(name.words) }));
	const byStart = new Map<string, OfficialName[]>();
	for (const one of official) {
		for (const start of new Set(one.words.map((word) => word.slice(0, START)))) {
			const known = byStart.get(start);
			if (known) known.push(one);
			else byStart.set(start, [one]);
		}
	}
	const words = everydayWords();
	const towns = names.filter(({ place, isOwn }) => isOwn && isTown(place));
	return {
		index,
		names,
		officialWith: (beginning) =>
			beginning.length < START ? official : (byStart.get(beginning.slice(0, START)) ?? []),
		byKey: grouped(names, ({ key }) => key),
		byLooseKey: grouped(names, ({ words }) => looseKeyOf(words)),
		byInitials: grouped(towns, ({ text }) => initialsOf(text)),
		byPostcode: grouped(
			all.filter(({ place }) => place.kind === 'postcode'),
			({ place }) => place.postcode
		),
		isWord: (typed) => words.has(typed.join(''))
	};
}

const isTown = ({ kind }: KnownPlace): boolean => kind === 'municipality' || kind === 'former';

const RANK: Record<MatchedBy, number> = { municipality: 0, former: 1, place: 2, postcode: 3 };

/** Official names first, municipalities before places in them, the larger before the smaller. */
export function byImportance(a: PlaceName, b: PlaceName): number {
	return (
		Number(b.place.isOfficial) - Number(a.place.isOfficial) ||
		Number(b.isOwn) - Number(a.isOwn) ||
		RANK[a.place.kind] - RANK[b.place.kind] ||
		b.place.size - a.place.size
	);
}

/** One match for each municipality, in the order given. */
export function matchesOf(names: readonly PlaceName[], reading: Reading = 'name'): PlaceMatch[] {
	const byMunicipality = new Map<string, PlaceMatch>();
	for (const { place, text, isOwn } of names) {
		const { nisCode, kind, names: called } = place;
		if (byMunicipality.has(nisCode)) continue;
		const label = isOwn ? text : called.nl;
		byMunicipality.set(nisCode, { nisCode, matchedBy: kind, label, reading, place });
	}
	return [...byMunicipality.values()];
}
