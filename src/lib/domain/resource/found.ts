/** What a search in the knowledge base gives. */
import type { Locale, ProvinceSlug } from '../directory/directory.ts';
import type { Outcome, Owner, ResourceKind, Visibility } from './resource.ts';
import type { OutcomeWord, ResourceKindWord } from './resourceQuery.ts';

export interface FoundResource {
	slug: string;
	kind: ResourceKind;
	outcome: Outcome | null;
	/** With marks around what was found (`markedParts`); without words asked as it is. */
	title: string;
	/** Plain; with marks likewise. */
	summary: string;
	/** A piece of the text around what was found, with marks; null without words, or where it was found elsewhere. */
	snippet: string | null;
	language: Locale;
	visibility: Visibility;
	owner: Owner | null;
	/** Slugs of themes. */
	topics: string[];
	/** How many governments use it. */
	useCount: number;
	/** ISO instants. */
	publishedAt: string;
	reviewedAt: string | null;
	/** Of calls, an ISO date. */
	deadline: string | null;
	isExample: boolean;
}

/** How many items each choice would give, given the words and every other filter. */
export interface ResourceFacets {
	soort: Record<ResourceKindWord, number>;
	/** By slug; a theme that is not in it has none. */
	thema: Record<string, number>;
	/** Stories only. */
	resultaat: Record<OutcomeWord, number>;
	provincie: Record<ProvinceSlug, number>;
	taal: Record<Locale, number>;
}

export interface ResourceResult {
	/** On all pages. */
	total: number;
	/** The page shown, 1-based: the last one when a later one was asked for. */
	page: number;
	pageCount: number;
	items: FoundResource[];
	facets: ResourceFacets;
	/** How many come from where, by NIS code of the owner's municipality; also outside the one that was chosen. */
	places: Record<string, number>;
	/** How many are used where, by NIS code; also outside the municipality that was chosen. */
	usedIn: Record<string, number>;
	/**
	 * Nothing was found for the words, and this is what there is for others; null otherwise. The page says both, with a link
	 * to the same search with `letterlijk`.
	 */
	correction: { asked: string; shown: string } | null;
	/** The words say nothing to look for ("de", "van"): this is the list without them, and the page says so. */
	hasNoWords: boolean;
}

/** From the private-use area; the database takes out what authors have of them before it sets them. */
export const MARK_START = '\uE000';
export const MARK_END = '\uE001';

/**
 * A marked text in pieces, for `<mark>` around those that were found. Marks that do not pair are left out.
 * @param text as `FoundResource` has it
 */
export function markedParts(text: string): { text: string; isFound: boolean }[] {
	return text
		.split(MARK_START)
		.flatMap((piece, place) => {
			const end = place === 0 ? -1 : piece.indexOf(MARK_END);
			const found = end === -1 ? '' : piece.slice(0, end);
			const rest = end === -1 ? piece : piece.slice(end + 1);
			return [
				{ text: found, isFound: true },
				{ text: rest.replaceAll(MARK_END, ''), isFound: false }
			];
		})
		.filter((part) => part.text !== '');
}
