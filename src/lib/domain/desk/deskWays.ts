/** The way outward from a place: along the desks of its own municipality, and along those of all others. */
import { LRUCache } from 'lru-cache';
import { isOpen, suits, type Facts, type Filters, type Hours } from './deskFilters.ts';
import type { AskedPlace } from './deskPlace.ts';
import type { VolunteerDesk } from '../directory/directory.ts';
import { oncePerDirectory, type DirectoryIndex } from '../directory/directoryIndex.ts';
import { nearestDesks, nearestOf, type FindNearest, type Nearby } from './nearestDesks.ts';

export interface Ways {
	ownDesks: Way | null;
	otherDesks: Way;
}

/** Somebody who looks somewhere looks there again, with another filter; and so do their neighbours. */
const waysOf = oncePerDirectory(() => new LRUCache<string, Ways>({ max: 500 }));

export function waysFrom(index: DirectoryIndex, asked: AskedPlace): Ways {
	const { entry, lon, lat } = asked;
	const ways = waysOf(index);
	const key = `${entry?.municipality.nisCode} ${lon} ${lat}`;
	const known = ways.get(key);
	if (known) return known;
	const [gemeente, ocmw] = [entry?.gemeente?.id, entry?.ocmw?.id];
	const isOther = ({ localGovernmentId }: VolunteerDesk) =>
		localGovernmentId !== gemeente && localGovernmentId !== ocmw;
	const made = {
		ownDesks: entry ? outward(index, nearestDesks(entry.desks), asked) : null,
		otherDesks: outward(index, nearestOf(index), asked, isOther)
	};
	ways.set(key, made);
	return made;
}

/** A desk on the way, with what is asked of it close by: most are passed over, and among many desks each lies elsewhere in memory. */
interface Passed extends Hours {
	near: Nearby<VolunteerDesk>;
	facts: Facts;
}

/** Desks that are alike in this share what is known of them. */
const factsOf = oncePerDirectory(() => new Map<string, Facts>());

function passedBy(index: DirectoryIndex, near: Nearby<VolunteerDesk>): Passed {
	const { wheelchair, languages, openingHours } = near.desk;
	const known = factsOf(index);
	const key = [wheelchair, ...languages].join(' ');
	const facts = known.get(key) ?? { wheelchair, languages };
	known.set(key, facts);
	return { near, facts, openingHours };
}

/** What a question finds on the way. */
export interface Found {
	/** Within reach, nearest first; no more than were asked for. */
	near: Nearby<VolunteerDesk>[];
	/** How many there are within reach; null when there are so many desks that nobody counted them all. */
	total: number | null;
	/** Beyond reach; the nearest few, for where little is near. */
	far: Nearby<VolunteerDesk>[];
}

export interface Wanted {
	/** What is within this distance is near. */
	metres: number;
	/** So many of the near ones. */
	count: number;
	/** With fewer near ones, the list goes on with far ones until there are so many. */
	atLeast: number;
}

/** An answer to every question. The way goes on for the first of them; the others only count what is near. */
type Way = (questions: [Filters, ...Filters[]], wanted: Wanted, now: Date) => Found[];

/** How far a search goes at first, and how much further each time. */
const FIRST_STEP = 64;
const STEP = 4;
/** So many desks are counted. */
const MAX_COUNTED = 256;
/** Looks no further than so many desks: at night, when nothing is open, it would go to the other end. */
const MAX_LOOKED_AT = 1_024;

/** Goes outward from a place once, for however many questions; the way grows only when there is need. */
function outward(
	index: DirectoryIndex,
	search: FindNearest<VolunteerDesk>,
	{ lon, lat }: AskedPlace,
	where?: (desk: VolunteerDesk) => boolean
): Way {
	let limit = FIRST_STEP;
	const look = () =>
		search({ lon, lat, limit, ...(where ? { where } : {}) }).map((near) => passedBy(index, near));
	let reached = look();
	return (questions, wanted, now) => {
		for (;;) {
			const isAll = reached.length < limit;
			const isCounted = isAll || (reached.at(-1)?.near.distanceMetres ?? 0) > wanted.metres;
			const answers = answersFrom(reached, questions, wanted, isCounted, now);
			const [{ near, far }] = answers;
			const isFull = near.length === wanted.count || near.length + far.length >= wanted.atLeast;
			const isDone = isFull && (isCounted || (near.length === wanted.count && limit >= MAX_COUNTED));
			if (isDone || isAll || limit >= MAX_LOOKED_AT) return answers;
			limit *= STEP;
			reached = look();
		}
	};
}

/** @param isCounted whether all that is near was reached; what asks how much there is has no answer otherwise */
function answersFrom(
	reached: Passed[],
	[asked, ...others]: [Filters, ...Filters[]],
	{ metres, count, atLeast }: Wanted,
	isCounted: boolean,
	now: Date
): [Found, ...Found[]] {
	const end = reached.findIndex(({ near }) => near.distanceMetres > metres);
	const within = end < 0 ? reached : reached.slice(0, end);
	const fits = (filters: Filters) => (desk: Passed) =>
		suits(desk.facts, filters) && isOpen(desk, filters, now);
	const first = (desks: Passed[], many: number, filters: Filters) => {
		const found: Nearby<VolunteerDesk>[] = [];
		for (const desk of desks) {
			if (found.length >= many) break;
			if (fits(filters)(desk)) found.push(desk.near);
		}
		return found;
	};
	const found = (filters: Filters): Found => {
		if (!isCounted) return { near: first(within, count, filters), total: null, far: [] };
		const all = within.filter(fits(filters));
		return { near: all.slice(0, count).map(({ near }) => near), total: all.length, far: [] };
	};
	const answer = found(asked);
	const beyond = end < 0 ? [] : reached.slice(end);
	answer.far = first(beyond, atLeast - answer.near.length, asked);
	return [answer, ...others.map((filters) => (isCounted ? found(filters) : NOT_COUNTED))];
}

const NOT_COUNTED: Found = { near: [], total: null, far: [] };
