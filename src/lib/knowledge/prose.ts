/** Text that somebody wrote in Markdown, as a page shows it. */

/** A heading in such a text: a place to go to. */
export interface ProseHeading {
	/** The id of the element. */
	id: string;
	/** 2 to 6, as in the page. */
	level: number;
	text: string;
}

export interface Prose {
	/** Safe to stand in a page: only what prose.server.ts lets through. */
	html: string;
	headings: ProseHeading[];
}

/** How many words somebody reads in a minute, of a text that explains something. */
const WORDS_PER_MINUTE = 200;

/** Whole minutes, at least one. @param texts as they are typed; null for what there is not */
export function readingMinutes(texts: readonly (string | null)[]): number {
	const words = texts.reduce(
		(sum, text) => sum + (text?.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0),
		0
	);
	return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}

/** Fewer headings than this need no table of contents. */
const ENOUGH_HEADINGS = 3;

/** What a table of contents lists: the headings of the two highest levels, where there are enough of them. */
export function contentsOf(headings: readonly ProseHeading[]): ProseHeading[] {
	const listed = headings.filter(({ level }) => level <= 3);
	return listed.length >= ENOUGH_HEADINGS ? listed : [];
}
