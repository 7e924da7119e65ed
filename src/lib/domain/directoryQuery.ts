/** The state of the home page's list and map, as it stands in the URL. */
import { KINDS, PROVINCES, type LocalGovernmentKind, type ProvinceSlug } from './directory.ts';
import { SIZE_CLASSES, type SizeClass } from './sizeClass.ts';

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

/** A value in the URL that was left out, so that the page can say so. */
export interface QueryProblem {
	parameter: keyof DirectoryQuery;
	reason: 'unknown-value' | 'too-long' | 'control-characters' | 'not-a-page' | 'repeated';
	/** The value as it came, or of a repeated parameter the one that is used; shortened, without control characters. */
	value: string;
}

export const MAX_TEXT = 100;
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

/** What a word processor or web page puts between letters and nobody sees: soft hyphens, joiners, byte order marks. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/g;
const CONTROL_CHARACTERS = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]+/gu;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const shorten = (value: string) => value.replace(CONTROL_CHARACTERS, ' ').slice(0, 40);

/** Reads a URL's query. Never fails: what it cannot use is left out and reported. */
export function parseDirectoryQuery(params: URLSearchParams): {
	query: DirectoryQuery;
	problems: QueryProblem[];
} {
	const problems: QueryProblem[] = [];
	const report = (parameter: keyof DirectoryQuery, reason: QueryProblem['reason'], value: string) =>
		problems.push({ parameter, reason, value: shorten(value) });

	const several = <T extends string>(parameter: keyof DirectoryQuery, allowed: readonly T[]): T[] => {
		const given = params.getAll(parameter).filter((value) => value !== '');
		for (const value of given) {
			if (!(allowed as readonly string[]).includes(value)) report(parameter, 'unknown-value', value);
		}
		return allowed.filter((value) => given.includes(value));
	};
	/** The first value that is not empty, or ''. */
	const first = (parameter: keyof DirectoryQuery, isUsable: (value: string) => boolean = Boolean): string => {
		const usable = params.getAll(parameter).filter((value) => value !== '' && isUsable(value));
		const [used = ''] = usable;
		if (usable.some((value) => value !== used)) report(parameter, 'repeated', used);
		return used;
	};
	const one = <T extends string>(parameter: keyof DirectoryQuery, allowed: readonly T[]): T | null => {
		const valid = several(parameter, allowed);
		const used = first(parameter, (value) => (allowed as readonly string[]).includes(value));
		return valid.find((value) => value === used) ?? null;
	};

	let q = first('q').replace(INVISIBLE, '');
	if (CONTROL_CHARACTERS.test(q)) report('q', 'control-characters', q);
	q = q.replace(CONTROL_CHARACTERS, ' ').replace(/\s+/g, ' ').trim();
	if (q.length > MAX_TEXT) {
		report('q', 'too-long', q);
		q = q.slice(0, MAX_TEXT).trim();
	}

	const pageText = first('page');
	const page = /^[1-9]\d{0,3}$/.test(pageText) ? Number(pageText) : 1;
	if (pageText !== '' && String(page) !== pageText) report('page', 'not-a-page', pageText);

	const gekozenText = first('gekozen');
	const gekozen = SLUG.test(gekozenText) && gekozenText.length <= MAX_TEXT ? gekozenText : null;
	if (gekozenText !== '' && gekozen === null) report('gekozen', 'unknown-value', gekozenText);

	return {
		query: {
			q,
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
			page,
			gekozen
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
