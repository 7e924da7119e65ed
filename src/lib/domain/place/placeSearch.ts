/** Finds municipalities by any name people use for them: their own, a former one, a place in it, a postcode. */
import { distance } from 'fastest-levenshtein';
import MiniSearch from 'minisearch';
import { oncePerDirectory, type DirectoryIndex } from '../directory/directoryIndex.ts';

/** How a municipality was found: by its own name, that of one that merged into it, a place in it, or a postcode. */
export type MatchedBy = 'municipality' | 'former' | 'place' | 'postcode';

export interface PlaceMatch {
	nisCode: string;
	matchedBy: MatchedBy;
	/** The name that matched, as it is written: "Borgerhout", "9100 Sint-Niklaas". */
	label: string;
}

export interface PlaceSearchResult {
	/** One per municipality, best first. */
	matches: PlaceMatch[];
	/** True when nothing matched as typed and a spelling close to it did. */
	corrected: boolean;
}

export interface PlaceSearch {
	find(text: string): PlaceSearchResult;
	/** The municipalities whose names look most like `text`, best first; none when no name is near, or for a number. */
	closest(text: string, count: number): PlaceMatch[];
}

interface Entry extends PlaceMatch {
	id: number;
	text: string;
	joined: string;
}

const COMBINING_MARKS = /\p{M}+/gu;
/** Soft hyphens and zero-width characters: they come along in pasted text and separate nothing. */
const INVISIBLE = /\p{Cf}+/gu;
const NOT_ALPHANUMERIC = /[^a-z0-9]+/g;
/** Words that say what kind of body is meant, not which one. */
const KIND_WORDS = 'gemeente stad ocmw commune ville cpas municipality city town';
const COUNTRY_WORDS = 'belgie belgique belgium belgien';
const IGNORED_WORDS = new Set(`${KIND_WORDS} ${COUNTRY_WORDS}`.split(' '));
/** "B-9000" and "BE 9000", once the punctuation is gone. */
const COUNTRY_BEFORE_POSTCODE = /(^| )be? ?(?=\d{4}( |$))/g;
/** Letters that may be wrong in a word, as a share of it. */
const MAX_TYPO = 0.25;
/** Letters that differ, as a share of the longer name, beyond which two names do not look alike. */
const MAX_DIFFERENCE = 0.35;
const RANK: Record<MatchedBy, number> = { municipality: 0, former: 1, place: 2, postcode: 3 };

/** Lower case, without accents or punctuation, "St." written out: "St.-Niklaas" and "sint niklaas" become equal. */
export function normalisePlace(text: string): string {
	return text
		.normalize('NFD')
		.replace(COMBINING_MARKS, '')
		.replace(INVISIBLE, '')
		.toLowerCase()
		.replace(NOT_ALPHANUMERIC, ' ')
		.trim()
		.replace(/(^| )st(?= )/g, '$1sint');
}

/** What was typed, without the words that do not tell one place from another. */
export function placeMeant(typed: string): string {
	const text = normalisePlace(typed).replace(COUNTRY_BEFORE_POSTCODE, '$1');
	const rest = text.split(' ').filter((word) => !IGNORED_WORDS.has(word));
	return rest.length > 0 ? rest.join(' ') : text;
}

/** A mistyped digit is another place altogether, so numbers are never corrected. */
const fuzzy = (term: string) => (/\d/.test(term) || term.length < 3 ? false : MAX_TYPO);

function entriesOf(index: DirectoryIndex): Entry[] {
	const entries: Entry[] = [];
	const add = (nisCode: string, matchedBy: MatchedBy, label: string, name: string = label) => {
		const text = normalisePlace(name);
		entries.push({ id: entries.length, nisCode, matchedBy, label, text, joined: text.replaceAll(' ', '') });
	};
	for (const { municipality, mergedFrom } of index.entries) {
		const { nl, fr, en } = municipality.name;
		for (const name of new Set([nl, fr, en])) if (name) add(municipality.nisCode, 'municipality', name);
		for (const former of mergedFrom) add(municipality.nisCode, 'former', former.name.nl);
	}
	// Of two equally good names the first is shown, so the Dutch ones come first.
	const byLanguage = index.directory.postalCodes.toSorted((a, b) => b.lang.localeCompare(a.lang));
	for (const { nisCode, postcode, placeName, special } of byLanguage) {
		const entry = index.byNisCode.get(nisCode);
		if (!entry) continue;
		const label = `${postcode} ${placeName}`;
		// An organisation's own code says where it is; its name would answer to words that mean another place.
		if (special) add(nisCode, 'postcode', label, `${postcode} ${entry.municipality.name.nl}`);
		else {
			add(nisCode, 'place', placeName);
			add(nisCode, 'postcode', label);
		}
	}
	return entries;
}

export function createPlaceSearch(index: DirectoryIndex): PlaceSearch {
	const entries = entriesOf(index);
	const engine = new MiniSearch<Entry>({
		fields: ['text', 'joined'],
		tokenize: (text) => text.split(' '),
		processTerm: (term) => term,
		searchOptions: { combineWith: 'AND', prefix: (term) => term.length > 1 }
	});
	engine.addAll(entries);
	const wholeNames = new Set([
		...entries.flatMap(({ text, joined }) => [text, joined]),
		...index.directory.postalCodes.map(({ postcode }) => postcode)
	]);

	/** Exact names before beginnings of names, municipalities before places in them, better scores first. */
	const best = (text: string, found: { id: number; score: number }[]): PlaceMatch[] => {
		const ranked = found
			.flatMap(({ id, score }) => {
				const entry = entries[id];
				return entry ? [{ entry, score, exact: entry.text === text || entry.joined === text ? 0 : 1 }] : [];
			})
			.sort(
				(a, b) =>
					a.exact - b.exact ||
					RANK[a.entry.matchedBy] - RANK[b.entry.matchedBy] ||
					b.score - a.score ||
					a.entry.id - b.entry.id
			);
		const byMunicipality = new Map<string, PlaceMatch>();
		for (const { entry } of ranked) {
			const { nisCode, matchedBy, label } = entry;
			if (!byMunicipality.has(nisCode)) byMunicipality.set(nisCode, { nisCode, matchedBy, label });
		}
		return [...byMunicipality.values()];
	};

	const misspelt = (text: string): PlaceMatch[] => {
		const close = engine.search(text, { fuzzy });
		const topScore = close[0]?.score ?? 0;
		return best(
			text,
			close.filter(({ score }) => score >= topScore / 2)
		);
	};

	/** "Gnet" is Gent: two letters that changed places, which in a short name is half of it. */
	const swapped = (text: string): PlaceMatch[] => {
		if (/\d/.test(text)) return [];
		for (let i = 1; i < text.length; i++) {
			const other = text.slice(0, i - 1) + text.charAt(i) + text.charAt(i - 1) + text.slice(i + 1);
			if (wholeNames.has(other)) return best(other, engine.search(other));
		}
		return [];
	};

	const isAlmostAName = (word: string) =>
		entries.some(({ text }) => distance(word, text) <= word.length * MAX_TYPO);

	/** "Antwerpen centrum" is Antwerpen: the longest row of words that is a whole name or postcode. */
	const nameWithin = (text: string): PlaceMatch[] => {
		const words = text.split(' ');
		for (let length = words.length - 1; length > 0; length--) {
			for (let start = 0; start + length <= words.length; start++) {
				const part = words.slice(start, start + length).join(' ');
				if (wholeNames.has(part)) return best(part, engine.search(part));
			}
		}
		const word = words.find((word) => word.length > 3 && !/\d/.test(word) && isAlmostAName(word));
		return word === undefined ? [] : misspelt(word);
	};

	return {
		find(typed) {
			const text = placeMeant(typed);
			if (!text) return { matches: [], corrected: false };
			const asTyped = best(text, engine.search(text));
			if (asTyped.length > 0) return { matches: asTyped, corrected: false };
			const matches = [swapped, misspelt, nameWithin].reduce<PlaceMatch[]>(
				(found, read) => (found.length > 0 ? found : read(text)),
				[]
			);
			return { matches, corrected: matches.length > 0 };
		},
		closest(typed, count) {
			const text = placeMeant(typed);
			// Numbers that look alike say nothing about places being near.
			if (!/[a-z]/.test(text)) return [];
			const scored = entries
				.filter(({ matchedBy }) => matchedBy !== 'postcode')
				.map((entry) => ({
					id: entry.id,
					score: -distance(text, entry.text) / Math.max(text.length, entry.text.length, 1)
				}))
				.filter(({ score }) => score >= -MAX_DIFFERENCE)
				.sort((a, b) => b.score - a.score);
			const byMunicipality = new Map<string, PlaceMatch>();
			for (const { id } of scored) {
				const entry = entries[id];
				if (!entry || byMunicipality.has(entry.nisCode)) continue;
				const { nisCode, matchedBy, label } = entry;
				byMunicipality.set(nisCode, { nisCode, matchedBy, label });
				if (byMunicipality.size === count) break;
			}
			return [...byMunicipality.values()];
		}
	};
}

/** The search over one version of the directory. */
export const placeSearchOf = oncePerDirectory(createPlaceSearch);
