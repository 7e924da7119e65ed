/** Finds municipalities by any name people use for them: their own, a former one, a place in it, a postcode. */
import { distance } from 'fastest-levenshtein';
import MiniSearch from 'minisearch';
import type { DirectoryIndex } from './directoryIndex.ts';

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
	/** The municipalities whose names look most like `text`, best first. */
	closest(text: string, count: number): PlaceMatch[];
}

interface Entry extends PlaceMatch {
	id: number;
	text: string;
	joined: string;
}

const COMBINING_MARKS = /\p{M}+/gu;
const NOT_ALPHANUMERIC = /[^a-z0-9]+/g;
/** Words that say what kind of body is meant, not which one. */
const KIND_WORDS = new Set('gemeente stad ocmw commune ville cpas municipality city town'.split(' '));
const RANK: Record<MatchedBy, number> = { municipality: 0, former: 1, place: 2, postcode: 3 };

/** Lower case, without accents or punctuation, "St." written out: "St.-Niklaas" and "sint niklaas" become equal. */
export function normalisePlace(text: string): string {
	return text
		.normalize('NFD')
		.replace(COMBINING_MARKS, '')
		.toLowerCase()
		.replace(NOT_ALPHANUMERIC, ' ')
		.trim()
		.replace(/(^| )st(?= )/g, '$1sint');
}

function withoutKindWords(text: string): string {
	const words = text.split(' ');
	const rest = words.filter((word) => !KIND_WORDS.has(word));
	return rest.length > 0 ? rest.join(' ') : text;
}

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
	for (const { nisCode, postcode, placeName } of index.directory.postalCodes) {
		if (!index.byNisCode.has(nisCode)) continue;
		add(nisCode, 'place', placeName);
		add(nisCode, 'postcode', `${postcode} ${placeName}`);
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

	return {
		find(typed) {
			const text = withoutKindWords(normalisePlace(typed));
			if (!text) return { matches: [], corrected: false };
			const asTyped = best(text, engine.search(text));
			if (asTyped.length > 0) return { matches: asTyped, corrected: false };
			// A mistyped digit is another place altogether, so numbers are never corrected.
			const fuzzy = (term: string) => (/\d/.test(term) || term.length < 4 ? false : 0.25);
			const close = engine.search(text, { fuzzy });
			const topScore = close[0]?.score ?? 0;
			const corrected = best(
				text,
				close.filter(({ score }) => score >= topScore / 2)
			);
			return { matches: corrected, corrected: corrected.length > 0 };
		},
		closest(typed, count) {
			const text = withoutKindWords(normalisePlace(typed));
			const scored = entries
				.filter(({ matchedBy }) => matchedBy !== 'postcode')
				.map((entry) => ({
					id: entry.id,
					score: -distance(text, entry.text) / Math.max(text.length, entry.text.length, 1)
				}))
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
