/** The desks for somebody at a place: those of their own municipality first, then the nearest others. */
import { LRUCache } from 'lru-cache';
import type { Locale, VolunteerDesk } from './directory.ts';
import { oncePerDirectory, type DirectoryIndex, type MunicipalityEntry } from './directoryIndex.ts';
import { municipalityAsked, placeAsked, type AskedPlace, type PlaceChoice } from './deskPlace.ts';
import type { DeskQuery } from './deskQuery.ts';
import { municipalityName } from './municipalityName.ts';
import { nearestDesks, nearestOf, type FindNearest, type Nearby } from './nearestDesks.ts';
import { openingState, type OpeningState } from './openingHours/state.ts';

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

type Filter = 'open' | 'rolstoel' | 'taal';
type Filters = Pick<DeskQuery, Filter>;

const isOpen = (desk: VolunteerDesk, now: Date) => openingState(desk.openingHours, now).kind === 'open';

/** The opening hours come last: they cost the most to judge. */
function passes(desk: VolunteerDesk, { open, rolstoel, taal }: Filters, now: Date): boolean {
	if (rolstoel && desk.wheelchair !== 'yes') return false;
	if (taal.length > 0 && !taal.some((tag) => desk.languages.includes(tag))) return false;
	return !open || isOpen(desk, now);
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
		? { asked: from, choices: [], corrected: false, unknown: false }
		: placeAsked(index, query.q);
	const byName = query.q === '' && query.bestuur !== null ? municipalityAsked(index, query.bestuur) : null;
	const asked = answer.asked ?? byName;
	if (asked) return { ...answer, asked, ...around(index, asked, query, now) };
	if (query.q !== '') return { ...answer, ...nothing(index) };
	return { ...answer, ...everywhere(index, query, now, locale) };
}

type Desks = Omit<FoundDesks, 'asked' | 'choices' | 'corrected' | 'unknown'>;

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
	const find = (filters: Filters) => {
		const fits = (desk: VolunteerDesk) => passes(desk, filters, now);
		return { own: ownDesks?.(MAX_OWN, fits) ?? [], others: otherDesks(OTHERS, fits) };
	};
	const count = (filters: Filters) => {
		const { own, others } = find(filters);
		return own.length + others.length;
	};
	const { own, others } = find(query);
	const hits = (found: typeof own) =>
		found.flatMap(({ desk, distanceMetres }) => hitOf(index, desk, now, distanceMetres));
	return {
		own: hits(own),
		ownTotal: entry?.desks.length ?? 0,
		others: hits(others),
		facets: {
			open: count({ ...query, open: true }),
			rolstoel: count({ ...query, rolstoel: true }),
			taal: languagesOf(index).map((tag) => ({ tag, count: count({ ...query, taal: [tag] }) }))
		},
		page: 1,
		pageCount: 1,
		total: own.length + others.length
	};
}

interface Ways {
	ownDesks: Way | null;
	otherDesks: Way;
}

/** Somebody who looks somewhere looks there again, with another filter; and so do their neighbours. */
const waysOf = oncePerDirectory(() => new LRUCache<string, Ways>({ max: 500 }));

function waysFrom(index: DirectoryIndex, asked: AskedPlace): Ways {
	const { entry, lon, lat } = asked;
	const ways = waysOf(index);
	const key = `${entry?.municipality.nisCode} ${lon} ${lat}`;
	const known = ways.get(key);
	if (known) return known;
	const [gemeente, ocmw] = [entry?.gemeente?.id, entry?.ocmw?.id];
	const isOther = ({ localGovernmentId }: VolunteerDesk) =>
		localGovernmentId !== gemeente && localGovernmentId !== ocmw;
	const made = {
		ownDesks: entry ? outward(nearestDesks(entry.desks), asked) : null,
		otherDesks: outward(nearestOf(index), asked, isOther)
	};
	ways.set(key, made);
	return made;
}

/** The first so many desks that fit, nearest first. */
type Way = (count: number, fits: (desk: VolunteerDesk) => boolean) => Nearby<VolunteerDesk>[];

/** How far a search goes at first, and how much further each time. */
const FIRST_STEP = 64;
const STEP = 4;
/** Looks no further than so many desks: at night, when nothing is open, it would go to the other end. */
const MAX_LOOKED_AT = 1_024;

/**
 * Goes outward from a place once, for however many questions: each judges no more desks than it needs, and the way grows
 * only when one of them asks for more.
 */
function outward(
	search: FindNearest<VolunteerDesk>,
	{ lon, lat }: AskedPlace,
	where?: (desk: VolunteerDesk) => boolean
): Way {
	let limit = FIRST_STEP;
	const look = () => search({ lon, lat, limit, ...(where ? { where } : {}) });
	let reached = look();
	return (count, fits) => {
		for (;;) {
			const fitting: Nearby<VolunteerDesk>[] = [];
			for (const near of reached) {
				if (fits(near.desk) && fitting.push(near) === count) return fitting;
			}
			if (reached.length < limit || limit >= MAX_LOOKED_AT) return fitting;
			limit *= STEP;
			reached = look();
		}
	};
}

/** Lists that were made before, of one version of the directory. */
const listsOf = oncePerDirectory(() => new Map<string, VolunteerDesk[]>());
const MAX_LISTS = 64;

/** The desks that pass the filters that do not follow the clock, by municipality. */
function listOf(
	index: DirectoryIndex,
	{ rolstoel, taal }: Filters,
	now: Date,
	locale: Locale
): VolunteerDesk[] {
	const lists = listsOf(index);
	const key = [locale, rolstoel, ...taal].join(' ');
	const known = lists.get(key);
	if (known) return known;
	const { compare } = new Intl.Collator(locale);
	const list = index.entries
		.map(({ municipality, desks }) => ({ name: municipalityName(municipality, locale), desks }))
		.sort((a, b) => compare(a.name, b.name))
		.flatMap(({ desks }) => desks.filter((desk) => passes(desk, { open: false, rolstoel, taal }, now)));
	if (lists.size >= MAX_LISTS) lists.clear();
	lists.set(key, list);
	return list;
}

function everywhere(index: DirectoryIndex, query: DeskQuery, now: Date, locale: Locale): Desks {
	const list = listOf(index, query, now, locale);
	const { shown, ...pages } = query.open ? openPage(list, query.page, now) : pageOf(list, query.page);
	return {
		own: [],
		ownTotal: 0,
		others: shown.flatMap((desk) => hitOf(index, desk, now, null)),
		facets: {
			open: null,
			rolstoel: listOf(index, { ...query, rolstoel: true }, now, locale).length,
			taal: languagesOf(index).map((tag) => ({
				tag,
				count: listOf(index, { ...query, taal: [tag] }, now, locale).length
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
