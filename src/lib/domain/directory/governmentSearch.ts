/** Finds a local government by what people type: its name, its place, a postcode, a place that merged into it. */
import type { LocalGovernment, LocalGovernmentKind } from './directory.ts';
import type { DirectoryIndex } from './directoryIndex.ts';
import { normalisePlace, type MatchedBy, type PlaceMatch, type PlaceSearch } from '../place/placeSearch.ts';

export interface GovernmentMatch {
	government: LocalGovernment;
	matchedBy: MatchedBy;
	/** The name that matched, as it is written: "Kruishoutem", "9100 Sint-Niklaas". */
	matchedName: string;
}

const KIND_WORDS: Record<LocalGovernmentKind, RegExp> = {
	gemeente: /\b(gemeente|stad|commune|ville|municipality|city|town)\b/,
	ocmw: /\b(ocmw|cpas)\b/
};

/** The kind that was asked for by name, if any. */
function kindMeant(text: string): LocalGovernmentKind | undefined {
	if (KIND_WORDS.ocmw.test(text)) return 'ocmw';
	return KIND_WORDS.gemeente.test(text) ? 'gemeente' : undefined;
}

/**
 * The local governments that the text may mean, best first: gemeente and OCMW of each place, or the kind that was named.
 * @param count of local governments, at most
 */
export function findGovernments(
	index: DirectoryIndex,
	search: PlaceSearch,
	typed: string,
	count: number
): GovernmentMatch[] {
	// A slug is a name with hyphens.
	const text = normalisePlace(typed);
	const kind = kindMeant(text);
	const { matches } = search.find(typed);
	const places = matches.length > 0 ? matches : search.closest(typed, count);
	return places.flatMap((match) => governmentsAt(index, match, kind)).slice(0, count);
}

function governmentsAt(
	index: DirectoryIndex,
	{ nisCode, matchedBy, label }: PlaceMatch,
	kind: LocalGovernmentKind | undefined
): GovernmentMatch[] {
	const entry = index.byNisCode.get(nisCode);
	return [entry?.gemeente, entry?.ocmw].flatMap((government) =>
		government && (kind === undefined || government.kind === kind)
			? [{ government, matchedBy, matchedName: label }]
			: []
	);
}

/** The local government of today with exactly this name or slug; capitals and accents do not matter. */
export function governmentNamed(index: DirectoryIndex, typed: string): LocalGovernment | undefined {
	const text = normalisePlace(typed);
	if (text === '') return undefined;
	return index.directory.localGovernments.find(
		({ name, slug, nisCode }) =>
			index.byNisCode.has(nisCode) && (normalisePlace(name) === text || normalisePlace(slug) === text)
	);
}
