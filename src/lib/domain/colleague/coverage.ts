/** White spots: what each municipality still misses, and how coverage changed month by month. */
import {
	PROVINCE_SLUGS,
	PROVINCES,
	type Locale,
	type ProvinceSlug,
	type VolunteerDesk
} from '../directory/directory.ts';
import type { DirectoryIndex, MunicipalityEntry } from '../directory/directoryIndex.ts';
import { takesPart } from '../directory/directorySearch.ts';
import { municipalityName } from '../directory/municipalityName.ts';
import {
	defineQuery,
	named,
	one,
	oneOr,
	pageNumber,
	several,
	slug,
	view,
	type QueryOf
} from '../query/query.ts';

/**
 * No local government that takes part; no desk that the public sees; a desk that nobody confirmed; a theme that colleagues
 * there look for and nobody in the province offers.
 */
export const GAPS = ['deelname', 'loket', 'bevestiging', 'thema'] as const;
export type Gap = (typeof GAPS)[number];

/** Which share of its municipalities the line of a province shows. */
export const LINES = ['deelname', 'loket'] as const;
export type Line = (typeof LINES)[number];

export const ROWS_PER_PAGE = 25;

/** What stands in the address of the white spots. */
export const coverageQuery = defineQuery({
	/** Null for whatever is missing. */
	mist: one(GAPS),
	provincie: several(PROVINCE_SLUGS),
	lijn: view(oneOr(LINES, 'deelname')),
	page: named('pagina', pageNumber()),
	/** The municipality that is selected in the table and on the map. */
	gekozen: slug()
});

export type CoverageQuery = QueryOf<typeof coverageQuery>;

/** A theme that visible colleagues of a municipality look for. */
export interface SoughtTheme {
	nisCode: string;
	/** Slug of the theme. */
	topic: string;
	/** How many visible colleagues offer it in the same province. */
	offeredInProvince: number;
}

export interface WhiteSpot {
	entry: MunicipalityEntry;
	gaps: ReadonlySet<Gap>;
	/** Desks that nobody confirmed. */
	unconfirmed: VolunteerDesk[];
	/** Slugs of themes that are sought there and offered by nobody in the province, in order. */
	themes: string[];
}

/** Nobody ever said that it is true, or nobody answered when that was asked again. */
const isUnconfirmed = ({ verifiedAt, unconfirmedSince }: VolunteerDesk): boolean =>
	verifiedAt === null || unconfirmedSince !== null;

/** What every municipality of today misses; those that miss nothing too. */
export function whiteSpots(index: DirectoryIndex, sought: readonly SoughtTheme[]): WhiteSpot[] {
	const missed = Map.groupBy(
		sought.filter(({ offeredInProvince }) => offeredInProvince === 0),
		({ nisCode }) => nisCode
	);
	return index.entries.map((entry) => {
		const unconfirmed = entry.desks.filter(isUnconfirmed);
		const themes = (missed.get(entry.municipality.nisCode) ?? []).map(({ topic }) => topic).toSorted();
		const has: Record<Gap, boolean> = {
			deelname: !takesPart(entry),
			loket: entry.desks.length === 0,
			bevestiging: unconfirmed.length > 0,
			thema: themes.length > 0
		};
		return { entry, gaps: new Set(GAPS.filter((gap) => has[gap])), unconfirmed, themes };
	});
}

export interface CoverageResult {
	/** All that answer the filters, by name in the reader's language. */
	found: WhiteSpot[];
	/** NIS codes of the same, for the map; null = every municipality there is. */
	matching: string[] | null;
	/** How many municipalities each choice would leave, given the other filter. */
	counts: { mist: Record<Gap, number>; anything: number; provincie: Record<ProvinceSlug, number> };
}

export function findWhiteSpots(
	spots: readonly WhiteSpot[],
	{ mist, provincie }: Pick<CoverageQuery, 'mist' | 'provincie'>,
	locale: Locale
): CoverageResult {
	const misses = ({ gaps }: WhiteSpot, gap: Gap | null) => (gap === null ? gaps.size > 0 : gaps.has(gap));
	const lies = ({ entry }: WhiteSpot) =>
		provincie.length === 0 || provincie.includes(entry.municipality.province);
	const collator = new Intl.Collator(locale);
	const nameOf = ({ entry }: WhiteSpot) => municipalityName(entry.municipality, locale);

	const missing = spots.filter((spot) => misses(spot, mist));
	const there = spots.filter(lies);
	const found = missing.filter(lies).sort((a, b) => collator.compare(nameOf(a), nameOf(b)));
	return {
		found,
		matching: found.length === spots.length ? null : found.map(({ entry }) => entry.municipality.nisCode),
		counts: {
			mist: counted(GAPS, (gap) => there.filter((spot) => misses(spot, gap)).length),
			anything: there.filter((spot) => misses(spot, null)).length,
			provincie: counted(
				PROVINCE_SLUGS,
				(province) => missing.filter(({ entry }) => entry.municipality.province === province).length
			)
		}
	};
}

const counted = <Key extends string>(
	keys: readonly Key[],
	count: (key: Key) => number
): Record<Key, number> => Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<Key, number>;

/** The page that is shown: the one with the selected municipality, else the one asked for, or the last one before it. */
export function pageOf(
	found: readonly WhiteSpot[],
	{ page: asked, gekozen }: Pick<CoverageQuery, 'page' | 'gekozen'>
): { rows: WhiteSpot[]; page: number; pageCount: number } {
	const pageCount = Math.max(1, Math.ceil(found.length / ROWS_PER_PAGE));
	const place = found.findIndex(({ entry }) => entry.municipality.slug === gekozen);
	const page = place < 0 ? Math.min(asked, pageCount) : Math.floor(place / ROWS_PER_PAGE) + 1;
	return { rows: found.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE), page, pageCount };
}

/** What was counted in one province in one month. */
export interface CoverageCount {
	/** First day of the month, as an ISO date. */
	month: string;
	province: ProvinceSlug;
	municipalities: number;
	participating: number;
	withDesk: number;
}

export interface CoverageSeries {
	/** ISO dates, in order. */
	months: string[];
	/** In the order of `PROVINCES`; a province of which nothing was counted has no line. */
	lines: {
		province: ProvinceSlug;
		/** Of each month a share of the municipalities between 0 and 1; null where nothing was counted. */
		shares: (number | null)[];
	}[];
}

export function coverageSeries(counts: readonly CoverageCount[], line: Line): CoverageSeries {
	const months = [...new Set(counts.map(({ month }) => month))].sort();
	const lines = PROVINCES.flatMap(({ slug }) => {
		const own = new Map(
			counts.filter(({ province }) => province === slug).map((count) => [count.month, count])
		);
		if (own.size === 0) return [];
		return [{ province: slug, shares: months.map((month) => shareOf(own.get(month), line)) }];
	});
	return { months, lines };
}

function shareOf(count: CoverageCount | undefined, line: Line): number | null {
	if (!count || count.municipalities === 0) return null;
	return (line === 'loket' ? count.withDesk : count.participating) / count.municipalities;
}
