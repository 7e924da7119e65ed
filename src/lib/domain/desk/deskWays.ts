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

/** For every question the first so many desks that fit, nearest first. */
type Way = (count: number, questions: Filters[], now: Date) => Nearby<VolunteerDesk>[][];

/** How far a search goes at first, and how much further each time. */
const FIRST_STEP = 64;
const STEP = 4;
/** Looks no further than so many desks: at night, when nothing is open, it would go to the other end. */
const MAX_LOOKED_AT = 1_024;

/** Goes outward from a place once, for however many questions; the way grows only when one of them asks for more. */
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
	return (count, questions, now) => {
		for (;;) {
			const answers = answersFrom(reached, count, questions, now);
			const isDone = answers.every(({ length }) => length === count);
			if (isDone || reached.length < limit || limit >= MAX_LOOKED_AT) return answers;
			limit *= STEP;
			reached = look();
		}
	};
}

/** Takes every desk up once, and judges its opening hours last and once: they cost the most. */
function answersFrom(reached: Passed[], count: number, questions: Filters[], now: Date) {
	const asked = questions.map((filters) => ({ filters, found: [] as Nearby<VolunteerDesk>[] }));
	let wanting = asked;
	for (const desk of reached) {
		let open: boolean | undefined;
		let isOneFull = false;
		for (const { filters, found } of wanting) {
			if (!suits(desk.facts, filters)) continue;
			if (filters.open && !(open ??= isOpen(desk, now))) continue;
			if (found.push(desk.near) === count) isOneFull = true;
		}
		if (!isOneFull) continue;
		wanting = wanting.filter(({ found }) => found.length < count);
		if (wanting.length === 0) break;
	}
	return asked.map(({ found }) => found);
}
