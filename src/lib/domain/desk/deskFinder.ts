/** The desks for somebody at a place: those of their own municipality first, then the nearest others. */
import type { Locale, VolunteerDesk } from '../directory/directory.ts';
import {
	oncePerDirectory,
	type DirectoryIndex,
	type MunicipalityEntry
} from '../directory/directoryIndex.ts';
import { municipalityAsked, NO_PLACE, placeAsked, type AskedPlace, type PlaceAnswer } from './deskPlace.ts';
import type { DeskQuery } from './deskQuery.ts';
import { isOpen, keyOf, suits, type Filters } from './deskFilters.ts';
import { waysFrom, type Wanted } from './deskWays.ts';
import type { Nearby } from './nearestDesks.ts';
import { FAR_METRES, NEAR_METRES, OWN_METRES } from './near.ts';
import { municipalityName } from '../directory/municipalityName.ts';
import { MOMENTS, type Moment } from '../openingHours/moment.ts';
import { openingState, type OpeningState } from '../openingHours/state.ts';

/** So many desks of other municipalities are shown, the nearest. */
export const OTHERS = 20;
/** Where less is near, desks further away are shown as well, until there are so many. */
const AT_LEAST = 5;
/** So many of those that are closed now are shown, the first to open first. */
const MAX_WAITING = 5;
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
	open: { moment: Moment; count: number | null }[];
	/** null, here and below, where there are more near than anybody counts. */
	rolstoel: number | null;
	/** Every language of any desk, the most spoken first. */
	taal: { tag: string; count: number | null }[];
}

export interface FoundDesks extends PlaceAnswer {
	/** Of the municipality asked, both its gemeente and its OCMW, nearest first. */
	own: DeskHit[];
	/** Of the municipality asked too, but further away than a desk of another one. */
	ownFar: DeskHit[];
	/** Desks of the municipality asked, before the filters. */
	ownTotal: number;
	/** With a place: of other municipalities what is near, nearest first. Without: one page of all, by municipality. */
	others: DeskHit[];
	/** How many there are of those, shown or not; null when nobody counted. */
	othersTotal: number | null;
	/** Further away than what is called near; only where little is near. */
	far: DeskHit[];
	/** Of those that the filter on when they are open hides: what opens first, first; only when it hides all that are own, or all. */
	waiting: DeskHit[];
	facets: DeskFacets;
	/** 1-based; with a place there is one page. */
	page: number;
	/** While filtering on what is open: at least so many, for the rest is not looked at yet. */
	pageCount: number;
	/** Desks on all pages, or own and near ones; null when nobody counted. */
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
	const answer = from ? { ...NO_PLACE, asked: from } : placeAsked(index, query.q);
	const byName = query.q === '' && query.bestuur !== null ? municipalityAsked(index, query.bestuur) : null;
	const asked = answer.asked ?? byName;
	if (asked) return { ...answer, asked, ...around(index, asked, query, now) };
	if (query.q !== '') return { ...answer, ...nothing(index) };
	return { ...answer, ...everywhere(index, query, now, locale) };
}

type Desks = Omit<FoundDesks, keyof PlaceAnswer>;

const NO_DESKS = {
	own: [],
	ownFar: [],
	ownTotal: 0,
	others: [],
	othersTotal: 0,
	far: [],
	waiting: [],
	page: 1,
	pageCount: 1
} satisfies Partial<Desks>;

function nothing(index: DirectoryIndex): Desks {
	const open = MOMENTS.map((moment) => ({ moment, count: 0 }));
	const taal = languagesOf(index).map((tag) => ({ tag, count: 0 }));
	return { ...NO_DESKS, facets: { open, rolstoel: 0, taal }, total: 0 };
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
	const questions: [Filters, ...Filters[]] = [
		query,
		...MOMENTS.map((moment) => ({ ...query, open: [moment] })),
		{ ...query, rolstoel: true },
		...languages.map((tag) => ({ ...query, taal: [tag] }))
	];
	const hits = (found: Nearby<VolunteerDesk>[]) =>
		found.flatMap(({ desk, distanceMetres }) => hitOf(index, desk, now, distanceMetres));
	const owns = ownDesks?.(questions, OF_ONES_OWN, now) ?? [];
	const rests = otherDesks(questions, OF_OTHERS, now);
	const totals = questions.map((_, i) => {
		const near = rests[i]?.total ?? null;
		return near === null ? null : near + (owns[i]?.total ?? 0);
	});
	const [total = null, ...counts] = totals;
	const ofMoments = counts.slice(0, MOMENTS.length);
	const [rolstoel = null, ...ofLanguages] = counts.slice(MOMENTS.length);

	const all = hits(owns[0]?.near ?? []);
	const others = hits(rests[0]?.near ?? []);
	const nearest = others[0]?.distanceMetres ?? Infinity;
	const isFar = ({ distanceMetres }: DeskHit) =>
		distanceMetres !== null && distanceMetres > OWN_METRES && distanceMetres > nearest;
	const found = {
		own: all.filter((hit) => !isFar(hit)),
		ownFar: all.filter(isFar),
		others,
		othersTotal: rests[0]?.total ?? null,
		far: hits(rests[0]?.far ?? []).filter(
			({ distanceMetres }) => entry || (distanceMetres ?? 0) <= FAR_METRES
		)
	};
	return {
		...found,
		ownTotal: entry?.desks.length ?? 0,
		waiting: query.open.length > 0 && all.length === 0 ? closedNow() : [],
		facets: {
			open: MOMENTS.map((moment, i) => ({ moment, count: ofMoments[i] ?? null })),
			rolstoel,
			taal: languages.map((tag, i) => ({ tag, count: ofLanguages[i] ?? null }))
		},
		page: 1,
		pageCount: 1,
		total
	};

	/** Of one's own, or where there are none and no others are open either, of all that are near. */
	function closedNow(): DeskHit[] {
		const anyTime: [Filters] = [{ ...query, open: [] }];
		const closed = hits(ownDesks?.(anyTime, OF_ONES_OWN, now)[0]?.near ?? []);
		if (others.length > 0) return firstToOpen(closed);
		const near = hits(otherDesks(anyTime, { ...OF_OTHERS, count: MAX_CLOSED }, now)[0]?.near ?? []);
		return firstToOpen([...closed, ...near]);
	}
}

const OF_ONES_OWN: Wanted = { metres: Infinity, count: MAX_OWN, atLeast: 0 };
const OF_OTHERS: Wanted = { metres: NEAR_METRES, count: OTHERS, atLeast: AT_LEAST };
/** So many closed desks are looked at for the first to open. */
const MAX_CLOSED = 64;

function firstToOpen(hits: DeskHit[]): DeskHit[] {
	return hits
		.flatMap((hit) => (hit.state.kind === 'opens' ? [{ hit, at: Date.parse(hit.state.at) }] : []))
		.sort((a, b) => a.at - b.at || (a.hit.distanceMetres ?? 0) - (b.hit.distanceMetres ?? 0))
		.slice(0, MAX_WAITING)
		.map(({ hit }) => hit);
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
	const isByClock = query.open.length > 0;
	const { shown, ...pages } = isByClock ? openPage(list, query, now) : pageOf(list, query.page);
	const hits = (desks: VolunteerDesk[]) => desks.flatMap((desk) => hitOf(index, desk, now, null));
	return {
		...NO_DESKS,
		others: hits(shown),
		othersTotal: pages.total,
		waiting: isByClock && shown.length === 0 ? firstToOpen(hits(list)) : [],
		facets: {
			open: MOMENTS.map((moment) => ({ moment, count: null })),
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
function openPage(list: VolunteerDesk[], query: DeskQuery, now: Date) {
	const wanted = query.page;
	const open: VolunteerDesk[] = [];
	for (const desk of list) {
		if (open.length > wanted * DESK_PAGE_SIZE) break;
		if (isOpen(desk, query, now)) open.push(desk);
	}
	const isWhole = open.length <= wanted * DESK_PAGE_SIZE;
	return { ...pageOf(open, wanted), total: isWhole ? open.length : null };
}
