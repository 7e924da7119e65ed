/** The desks for somebody at a place: those of their own municipality first, then the nearest others. */
import type { Locale, VolunteerDesk } from '../directory/directory.ts';
import {
	oncePerDirectory,
	type DirectoryIndex,
	type MunicipalityEntry
} from '../directory/directoryIndex.ts';
import {
	municipalityAsked,
	placeAsked,
	type AskedPlace,
	type PlaceAnswer,
	type PlaceChoice
} from './deskPlace.ts';
import type { DeskQuery } from './deskQuery.ts';
import { isOpen, keyOf, suits, type Filters } from './deskFilters.ts';
import { waysFrom } from './deskWays.ts';
import { municipalityName } from '../directory/municipalityName.ts';
import type { OutsidePlace } from '../place/placeSearch.ts';
import { openingState, type OpeningState } from '../openingHours/state.ts';

/** So many desks of other municipalities are shown, the nearest. */
export const OTHERS = 20;
/** Desks on a page of the list of all. */
export const DESK_PAGE_SIZE = 24;
/** A municipality shows no more desks of its own than this. */
const MAX_OWN = 20;

export interface DeskHit {
	desk: VolunteerDesk;
	/** The municipality it belongs to. */
	home: MunicipalityEntry;
	state: OpeningState;
	/** Along the surface of the earth from the place asked, whole metres; null when none was. */
	distanceMetres: number | null;
}

/** How many desks each choice would show beside the filters that are on. */
export interface DeskFacets {
	/** null in the list of all: nobody counts what is open all over the country. */
	open: number | null;
	rolstoel: number;
	/** Every language of any desk, the most spoken first. */
	taal: { tag: string; count: number }[];
}

export interface FoundDesks {
	asked: AskedPlace | null;
	choices: PlaceChoice[];
	corrected: boolean;
	unknown: boolean;
	outside: OutsidePlace | null;
	/** Of the municipality asked, both its gemeente and its OCMW, nearest first. */
	own: DeskHit[];
	/** Desks of the municipality asked, before the filters. */
	ownTotal: number;
	/** With a place: the nearest of other municipalities. Without: one page of all, by municipality. */
	others: DeskHit[];
	facets: DeskFacets;
	/** 1-based; with a place there is one page. */
	page: number;
	/** While filtering on what is open: at least so many, for the rest is not looked at yet. */
	pageCount: number;
	/** Desks on all pages; null when nobody counted. */
	total: number | null;
}

export interface FindOptions {
	/** Known otherwise than by `q`: an address that was looked up, or where the device is. */
	from?: AskedPlace;
	/** For the order of the list of all desks. */
	locale?: Locale;
}

const languageCounts = oncePerDirectory(({ directory }) => {
	const counts = new Map<string, number>();
	for (const { languages } of directory.desks) {
		for (const tag of new Set(languages)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
	}
	return new Map([...counts].sort(([a, many], [b, more]) => more - many || a.localeCompare(b)));
});

/** The language tags of all desks, the most spoken first. */
export const languagesOf = oncePerDirectory((index) => [...languageCounts(index).keys()]);

/**
 * @param now for what is open; rounded down to its minute
 */
export function findDesks(
	index: DirectoryIndex,
	query: DeskQuery,
	now: Date,
	{ from, locale = 'nl' }: FindOptions = {}
): FoundDesks {
	const answer = from
		? { asked: from, choices: [], corrected: false, unknown: false, outside: null }
		: placeAsked(index, query.q);
	const byName = query.q === '' && query.bestuur !== null ? municipalityAsked(index, query.bestuur) : null;
	const asked = answer.asked ?? byName;
	if (asked) return { ...answer, asked, ...around(index, asked, query, now) };
	if (query.q !== '') return { ...answer, ...nothing(index) };
	return { ...answer, ...everywhere(index, query, now, locale) };
}

type Desks = Omit<FoundDesks, keyof PlaceAnswer>;

function nothing(index: DirectoryIndex): Desks {
	const taal = languagesOf(index).map((tag) => ({ tag, count: 0 }));
	const facets = { open: 0, rolstoel: 0, taal };
	return { own: [], ownTotal: 0, others: [], facets, page: 1, pageCount: 1, total: 0 };
}

function hitOf(
	index: DirectoryIndex,
	desk: VolunteerDesk,
	now: Date,
	distanceMetres: number | null
): DeskHit[] {
	const home = homeOf(index, desk);
	return home ? [{ desk, home, state: openingState(desk.openingHours, now), distanceMetres }] : [];
}

function homeOf(index: DirectoryIndex, desk: VolunteerDesk): MunicipalityEntry | undefined {
	const owner = index.governmentById.get(desk.localGovernmentId);
	return owner && index.byNisCode.get(owner.nisCode);
}

function around(index: DirectoryIndex, asked: AskedPlace, query: Filters, now: Date): Desks {
	const { entry } = asked;
	const { ownDesks, otherDesks } = waysFrom(index, asked);
	const languages = languagesOf(index);
	const questions: Filters[] = [
		query,
		{ ...query, open: true },
		{ ...query, rolstoel: true },
		...languages.map((tag) => ({ ...query, taal: [tag] }))
	];
	const owns = ownDesks?.(MAX_OWN, questions, now) ?? [];
	const rests = otherDesks(OTHERS, questions, now);
	const [own = [], others = []] = [owns[0], rests[0]];
	const [total = 0, open = 0, rolstoel = 0, ...taal] = questions.map(
		(_, i) => (owns[i]?.length ?? 0) + (rests[i]?.length ?? 0)
	);
	const hits = (found: typeof own) =>
		found.flatMap(({ desk, distanceMetres }) => hitOf(index, desk, now, distanceMetres));
	return {
		own: hits(own),
		ownTotal: entry?.desks.length ?? 0,
		others: hits(others),
		facets: { open, rolstoel, taal: languages.map((tag, i) => ({ tag, count: taal[i] ?? 0 })) },
		page: 1,
		pageCount: 1,
		total
	};
}

/** Lists that were made before, of one version of the directory. */
const listsOf = oncePerDirectory(() => new Map<string, VolunteerDesk[]>());
const MAX_LISTS = 64;

/** The desks that pass the filters that do not follow the clock, by municipality. */
function listOf(index: DirectoryIndex, filters: Filters, locale: Locale): VolunteerDesk[] {
	const lists = listsOf(index);
	const key = locale + keyOf(filters);
	const known = lists.get(key);
	if (known) return known;
	const { compare } = new Intl.Collator(locale);
	const list = index.entries
		.map(({ municipality, desks }) => ({ name: municipalityName(municipality, locale), desks }))
		.sort((a, b) => compare(a.name, b.name))
		.flatMap(({ desks }) => desks.filter((desk) => suits(desk, filters)));
	if (lists.size >= MAX_LISTS) lists.clear();
	lists.set(key, list);
	return list;
}

function everywhere(index: DirectoryIndex, query: DeskQuery, now: Date, locale: Locale): Desks {
	const list = listOf(index, query, locale);
	const { shown, ...pages } = query.open ? openPage(list, query.page, now) : pageOf(list, query.page);
	return {
		own: [],
		ownTotal: 0,
		others: shown.flatMap((desk) => hitOf(index, desk, now, null)),
		facets: {
			open: null,
			rolstoel: listOf(index, { ...query, rolstoel: true }, locale).length,
			taal: languagesOf(index).map((tag) => ({
				tag,
				count: listOf(index, { ...query, taal: [tag] }, locale).length
			}))
		},
		...pages
	};
}

function pageOf(list: VolunteerDesk[], wanted: number) {
	const pageCount = Math.max(1, Math.ceil(list.length / DESK_PAGE_SIZE));
	const page = Math.min(wanted, pageCount);
	const shown = list.slice((page - 1) * DESK_PAGE_SIZE, page * DESK_PAGE_SIZE);
	return { shown, page, pageCount, total: list.length };
}

/** Judges hours only until the page is full and one more is found. */
function openPage(list: VolunteerDesk[], wanted: number, now: Date) {
	const open: VolunteerDesk[] = [];
	for (const desk of list) {
		if (open.length > wanted * DESK_PAGE_SIZE) break;
		if (isOpen(desk, now)) open.push(desk);
	}
	const isWhole = open.length <= wanted * DESK_PAGE_SIZE;
	return { ...pageOf(open, wanted), total: isWhole ? open.length : null };
}
