/** List, map and facet counts of the home page: one pure function from a query to a result. */
import {
	KINDS,
	PROVINCE_SLUGS,
	type Locale,
	type LocalGovernmentKind,
	type ProvinceSlug
} from './directory.ts';
import type { DirectoryIndex, MunicipalityEntry } from './directoryIndex.ts';
import type { DirectoryQuery, ParticipationFilter, Sort } from './directoryQuery.ts';
import { municipalityName } from './municipalityName.ts';
import type { PlaceMatch, PlaceSearch } from '../place/placeSearch.ts';
import { SIZE_CLASSES, sizeClassOf, type SizeClass } from './sizeClass.ts';

export const PAGE_SIZE = 24;

/** How many municipalities each value would leave, given the search text and every other filter. */
export interface FacetCounts {
	provincie: Record<ProvinceSlug, number>;
	soort: Record<LocalGovernmentKind, number>;
	grootte: Record<SizeClass, number>;
	deelname: Record<ParticipationFilter, number>;
	loket: number;
}

export interface DirectoryResultItem {
	entry: MunicipalityEntry;
	/** How it was found; null when nothing was typed. */
	match: PlaceMatch | null;
}

export interface DirectoryResult {
	/** Municipalities found, on all pages. */
	total: number;
	/** Gemeenten and OCMWs among them that take part. */
	participatingGovernments: number;
	/** NIS codes of all of them, for the map; null = no filter at work, all of them. */
	matching: string[] | null;
	items: DirectoryResultItem[];
	/** The page shown, 1-based: the last one when a later one was asked for. */
	page: number;
	pageCount: number;
	/** True when the text as typed was not found and a close spelling was. */
	corrected: boolean;
	facets: FacetCounts;
	/** When nothing was found: what comes nearest, best first. */
	nearest: DirectoryResultItem[];
	/** True when `nearest` did match the text and only the filters hide it. */
	hiddenByFilters: boolean;
}

/** Whether its gemeente, its OCMW or both take part. */
export const takesPart = (entry: MunicipalityEntry): boolean =>
	KINDS.some((kind) => Boolean(entry[kind]?.participatingSince));

type Filter = keyof FacetCounts;

const TESTS: Record<Filter, (entry: MunicipalityEntry, query: DirectoryQuery) => boolean> = {
	provincie: (entry, { provincie }) =>
		provincie.length === 0 || provincie.includes(entry.municipality.province),
	soort: (entry, { soort }) => soort.length === 0 || soort.some((kind) => entry[kind]?.participatingSince),
	grootte: (entry, { grootte }) =>
		grootte.length === 0 || grootte.includes(sizeClassOf(entry.municipality.population)),
	deelname: (entry, { deelname }) => deelname === null || (deelname === 'ja') === takesPart(entry),
	loket: (entry, { loket }) => !loket || entry.desks.length > 0
};
const FILTERS = Object.keys(TESTS) as Filter[];

function passes(entry: MunicipalityEntry, query: DirectoryQuery, except?: Filter): boolean {
	return FILTERS.every((filter) => filter === except || TESTS[filter](entry, query));
}

function countBy<T extends string>(values: readonly T[], count: (value: T) => number): Record<T, number> {
	return Object.fromEntries(values.map((value) => [value, count(value)])) as Record<T, number>;
}

function facetCounts(found: MunicipalityEntry[], query: DirectoryQuery): FacetCounts {
	const within = (filter: Filter) => found.filter((entry) => passes(entry, query, filter));
	const count = (entries: MunicipalityEntry[], test: (entry: MunicipalityEntry) => unknown) =>
		entries.filter(test).length;
	const byProvince = within('provincie');
	const byKind = within('soort');
	const bySize = within('grootte');
	const byParticipation = within('deelname');
	return {
		provincie: countBy(PROVINCE_SLUGS, (slug) =>
			count(byProvince, ({ municipality }) => municipality.province === slug)
		),
		soort: countBy(KINDS, (kind) => count(byKind, (entry) => entry[kind]?.participatingSince)),
		grootte: countBy(
			SIZE_CLASSES.map(({ slug }) => slug),
			(slug) => count(bySize, ({ municipality }) => sizeClassOf(municipality.population) === slug)
		),
		deelname: {
			ja: count(byParticipation, takesPart),
			nee: count(byParticipation, (entry) => !takesPart(entry))
		},
		loket: count(within('loket'), ({ desks }) => desks.length > 0)
	};
}

/** ISO date since when the first of the two takes part; a date after all others when none does. */
function earliestSince(entry: MunicipalityEntry): string {
	const dates = KINDS.map((kind) => entry[kind]?.participatingSince ?? '9999-12-31');
	return dates.sort()[0] ?? '9999-12-31';
}

function comparer(sort: Sort, locale: Locale): (a: DirectoryResultItem, b: DirectoryResultItem) => number {
	const collator = new Intl.Collator(locale);
	const byName = (a: DirectoryResultItem, b: DirectoryResultItem) =>
		collator.compare(
			municipalityName(a.entry.municipality, locale),
			municipalityName(b.entry.municipality, locale)
		);
	switch (sort) {
		case 'naam':
			return byName;
		case 'inwoners':
			return (a, b) => b.entry.municipality.population - a.entry.municipality.population || byName(a, b);
		case 'sinds':
			return (a, b) => earliestSince(a.entry).localeCompare(earliestSince(b.entry)) || byName(a, b);
		case 'deelname':
			return (a, b) => Number(takesPart(b.entry)) - Number(takesPart(a.entry)) || byName(a, b);
	}
}

/** Searches, filters, counts, sorts and pages the current municipalities. */
export function searchDirectory(
	index: DirectoryIndex,
	search: PlaceSearch,
	query: DirectoryQuery,
	locale: Locale
): DirectoryResult {
	const toItems = (matches: PlaceMatch[]): DirectoryResultItem[] =>
		matches.flatMap((match) => {
			const entry = index.byNisCode.get(match.nisCode);
			return entry ? [{ entry, match }] : [];
		});
	const found = query.q ? search.find(query.q) : null;
	const candidates = found ? toItems(found.matches) : index.entries.map((entry) => ({ entry, match: null }));
	const items = candidates.filter(({ entry }) => passes(entry, query));
	// A search text already has an order, best match first, which only an explicit choice overrides.
	const sort = query.sorteer ?? (query.q ? null : 'deelname');
	if (sort) items.sort(comparer(sort, locale));

	const pageCount = Math.max(1, Math.ceil(items.length / PAGE_SIZE));
	const page = Math.min(query.page, pageCount);
	const hiddenByFilters = query.q !== '' && items.length === 0 && candidates.length > 0;
	let nearest: DirectoryResultItem[] = [];
	if (hiddenByFilters) nearest = candidates.slice(0, 3);
	else if (items.length === 0 && query.q) nearest = toItems(search.closest(query.q, 3));
	const everything = candidates.length === index.entries.length && items.length === candidates.length;
	return {
		total: items.length,
		participatingGovernments: items.reduce(
			(sum, { entry }) => sum + KINDS.filter((kind) => entry[kind]?.participatingSince).length,
			0
		),
		matching: everything ? null : items.map(({ entry }) => entry.municipality.nisCode),
		items: items.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
		page,
		pageCount,
		corrected: found?.corrected ?? false,
		facets: facetCounts(
			candidates.map(({ entry }) => entry),
			query
		),
		nearest,
		hiddenByFilters
	};
}
