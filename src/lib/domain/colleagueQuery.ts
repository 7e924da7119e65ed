/** The state of the list and map of colleagues, as it stands in the URL. */
import type { Position } from './account.ts';
import { KINDS, PROVINCES, type LocalGovernmentKind, type ProvinceSlug } from './directory.ts';
import type { Direction } from './expertise.ts';
import { SIZE_CLASSES, type SizeClass } from './sizeClass.ts';
import { readUrl, type UrlProblem } from './urlQuery.ts';

/** Offered (aangeboden) or sought (gezocht), in addresses. */
export const DIRECTION_WORDS = { aangeboden: 'offered', gezocht: 'sought' } as const satisfies Record<
	string,
	Direction
>;
export type DirectionWord = keyof typeof DIRECTION_WORDS;
export const DIRECTION_FILTERS = ['aangeboden', 'gezocht'] as const satisfies readonly DirectionWord[];

/** Staff (medewerker) or elected (politiek mandataris), in addresses. */
export const POSITION_WORDS = { medewerker: 'staff', mandataris: 'elected' } as const satisfies Record<
	string,
	Position
>;
export type PositionWord = keyof typeof POSITION_WORDS;
export const POSITION_FILTERS = ['medewerker', 'mandataris'] as const satisfies readonly PositionWord[];

/** Kilometres from the municipality of who asks. */
export const DISTANCES_KM = [10, 25, 50] as const;
export type DistanceKm = (typeof DISTANCES_KM)[number];

export const COLLEAGUE_SORTS = ['afstand', 'naam'] as const;
export type ColleagueSort = (typeof COLLEAGUE_SORTS)[number];

export interface ColleagueQuery {
	/** What was typed, at most `MAX_TEXT` characters. */
	q: string;
	/** Slugs of themes. Several values of one filter widen it; filters narrow each other. */
	thema: string[];
	richting: DirectionWord | null;
	provincie: ProvinceSlug[];
	soort: LocalGovernmentKind[];
	functie: PositionWord[];
	grootte: SizeClass[];
	afstand: DistanceKm | null;
	/** Slug of one municipality, chosen on the map or by a link. */
	gemeente: string | null;
	/** null = nearest first. */
	sorteer: ColleagueSort | null;
	/** 1-based. */
	page: number;
}

export type ColleagueQueryProblem = UrlProblem<keyof ColleagueQuery>;

export const EMPTY_COLLEAGUE_QUERY: Readonly<ColleagueQuery> = {
	q: '',
	thema: [],
	richting: null,
	provincie: [],
	soort: [],
	functie: [],
	grootte: [],
	afstand: null,
	gemeente: null,
	sorteer: null,
	page: 1
};

/**
 * Reads a URL's query. Never fails: what it cannot use is left out and reported.
 * @param topics slugs of the themes of today
 * @param today what an old slug means today; undefined for none
 */
export function parseColleagueQuery(
	params: URLSearchParams,
	topics: readonly string[],
	today: (slug: string) => string | undefined = () => undefined
): { query: ColleagueQuery; problems: ColleagueQueryProblem[] } {
	const current = new URLSearchParams(
		[...params].map(([name, value]) => [name, name === 'thema' ? (today(value) ?? value) : value])
	);
	const { problems, several, one, text, page, slug } = readUrl<keyof ColleagueQuery>(current);
	const distance = one(
		'afstand',
		DISTANCES_KM.map((km) => String(km))
	);
	return {
		query: {
			q: text('q'),
			thema: several('thema', topics),
			richting: one('richting', DIRECTION_FILTERS),
			provincie: several(
				'provincie',
				PROVINCES.map(({ slug }) => slug)
			),
			soort: several('soort', KINDS),
			functie: several('functie', POSITION_FILTERS),
			grootte: several(
				'grootte',
				SIZE_CLASSES.map(({ slug }) => slug)
			),
			afstand: DISTANCES_KM.find((km) => String(km) === distance) ?? null,
			gemeente: slug('gemeente'),
			sorteer: one('sorteer', COLLEAGUE_SORTS),
			page: page('page')
		},
		problems
	};
}

/** The shortest query string that means the same; '' for everybody. */
export function colleagueSearchString(query: ColleagueQuery): string {
	const params = new URLSearchParams();
	if (query.q) params.set('q', query.q);
	for (const parameter of ['thema', 'provincie', 'soort', 'functie', 'grootte'] as const) {
		for (const value of query[parameter]) params.append(parameter, value);
	}
	for (const parameter of ['richting', 'gemeente', 'sorteer'] as const) {
		const value = query[parameter];
		if (value) params.set(parameter, value);
	}
	if (query.afstand) params.set('afstand', String(query.afstand));
	if (query.page > 1) params.set('page', String(query.page));
	const text = params.toString();
	return text && `?${text}`;
}

/** Number of filters that narrow the result, the search text and the chosen municipality not counted. */
export const activeColleagueFilters = (query: ColleagueQuery): number =>
	query.thema.length +
	query.provincie.length +
	query.soort.length +
	query.functie.length +
	query.grootte.length +
	(query.richting ? 1 : 0) +
	(query.afstand ? 1 : 0);
