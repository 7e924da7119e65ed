/** The state of the home page's list and map, as it stands in the URL. */
import { KINDS, PROVINCES, type LocalGovernmentKind, type ProvinceSlug } from './directory.ts';
import { SIZE_CLASSES, type SizeClass } from './sizeClass.ts';
import { readUrl, type UrlProblem } from './urlQuery.ts';

export { MAX_TEXT } from './urlQuery.ts';

export const SORTS = ['deelname', 'naam', 'inwoners', 'sinds'] as const;
/** `deelname`: those that take part first; `sinds`: the longest taking part first. With a search text: best match. */
export type Sort = (typeof SORTS)[number];

export const PARTICIPATION_FILTERS = ['ja', 'nee'] as const;
export type ParticipationFilter = (typeof PARTICIPATION_FILTERS)[number];

export interface DirectoryQuery {
	/** What was typed, at most `MAX_TEXT` characters. */
	q: string;
	/** Several values of one filter widen it; filters narrow each other. */
	provincie: ProvinceSlug[];
	soort: LocalGovernmentKind[];
	grootte: SizeClass[];
	deelname: ParticipationFilter | null;
	/** Only municipalities with a volunteer desk. */
	loket: boolean;
	/** null = best match when something was typed, otherwise those that take part first. */
	sorteer: Sort | null;
	/** 1-based. */
	page: number;
	/** Slug of the municipality that is selected in the list and on the map. */
	gekozen: string | null;
}

export type QueryProblem = UrlProblem<keyof DirectoryQuery>;

export const EMPTY_QUERY: Readonly<DirectoryQuery> = {
	q: '',
	provincie: [],
	soort: [],
	grootte: [],
	deelname: null,
	loket: false,
	sorteer: null,
	page: 1,
	gekozen: null
};

/** Reads a URL's query. Never fails: what it cannot use is left out and reported. */
export function parseDirectoryQuery(params: URLSearchParams): {
	query: DirectoryQuery;
	problems: QueryProblem[];
} {
	const { problems, several, one, text, page, slug } = readUrl<keyof DirectoryQuery>(params);
	return {
		query: {
			q: text('q'),
			provincie: several(
				'provincie',
				PROVINCES.map(({ slug }) => slug)
			),
			soort: several('soort', KINDS),
			grootte: several(
				'grootte',
				SIZE_CLASSES.map(({ slug }) => slug)
			),
			deelname: one('deelname', PARTICIPATION_FILTERS),
			loket: one('loket', ['ja']) === 'ja',
			sorteer: one('sorteer', SORTS),
			page: page('page'),
			gekozen: slug('gekozen')
		},
		problems
	};
}

/** The shortest query string that means the same; '' when it is the start page's own state. */
export function directorySearchString(query: DirectoryQuery): string {
	const params = new URLSearchParams();
	if (query.q) params.set('q', query.q);
	for (const parameter of ['provincie', 'soort', 'grootte'] as const) {
		for (const value of query[parameter]) params.append(parameter, value);
	}
	if (query.deelname) params.set('deelname', query.deelname);
	if (query.loket) params.set('loket', 'ja');
	if (query.sorteer) params.set('sorteer', query.sorteer);
	if (query.page > 1) params.set('page', String(query.page));
	if (query.gekozen) params.set('gekozen', query.gekozen);
	const text = params.toString();
	return text && `?${text}`;
}

/** Number of filters that narrow the result, the search text not counted. */
export function activeFilterCount(query: DirectoryQuery): number {
	return (
		query.provincie.length +
		query.soort.length +
		query.grootte.length +
		(query.deelname ? 1 : 0) +
		(query.loket ? 1 : 0)
	);
}
