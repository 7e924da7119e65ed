/** What the library makes of opening hours, stretch after stretch, in Belgian wall time. */
import { LRUCache } from 'lru-cache';
import OpeningHours from 'opening_hours';
import { isOnAppointment, ON_APPOINTMENT } from './appointment.ts';
import { DAY, startOfDay } from './brusselsTime.ts';
import { meaningOf, writeRules } from './meaning.ts';
import { BELGIUM } from './publicHolidays.ts';
import { byWallClock, libraryDate } from './wallDate.ts';

export interface Stretch {
	/** Wall times; `to` is Infinity when nothing changes within the timeline. */
	from: number;
	to: number;
	/**
	 * 'unclear': the syntax says "unknown", or has words for a whole day and no hours. 'from_here': open from when it begins, and
	 * nobody knows how long.
	 */
	kind: 'open' | 'appointment' | 'from_here' | 'unclear' | 'closed';
	/** Also why it is closed. */
	comment: string | null;
}

export interface ReadHours {
	/** What is said beside the hours, for every day. */
	remarks: string[];
	/** The same object for the same hours; null when there are remarks and nothing else. */
	hours: OpeningHours | null;
}

/** @returns null for what is no `opening_hours` syntax, and for what cannot be reckoned */
export function readHours(value: string): ReadHours | null {
	const meaning = meaningOf(value);
	if (!meaning) return null;
	const { rules, remarks, isOnlyClosures } = meaning;
	if (rules.length === 0) return remarks.length > 0 ? { remarks, hours: null } : null;
	// The library takes a remark for every day as the hours of every day.
	const hours = parse((isOnlyClosures ? outsideClosures(remarks) : '') + writeRules(rules));
	return hours && { remarks, hours };
}

/** The library takes it for closed when nothing is said, and it is not known. */
const outsideClosures = (remarks: readonly string[]): string =>
	remarks.some(isOnAppointment) ? `24/7 "${ON_APPOINTMENT}"; ` : '24/7 unknown; ';

// An object of the library takes some 40 kB and two milliseconds.
const parsed = new LRUCache<string, { hours: OpeningHours | null }>({ max: 2_000 });

function parse(rules: string): OpeningHours | null {
	const known = parsed.get(rules);
	if (known) return known.hours;
	let hours: OpeningHours | null = null;
	try {
		hours = byWallClock(() => new OpeningHours(rules, BELGIUM));
	} catch {
		// Not the syntax.
	}
	parsed.set(rules, { hours });
	return hours;
}

/** What the library says where an end is left open; how long it takes that to be is its guess. */
const OPEN_END = 'Specified as open end. Closing time was guessed.';

/** The stretches that end after a wall time, in order, without holes; reckoned only as far as they are asked for. */
export type Timeline = (after: number) => Generator<Stretch, void, void>;

/**
 * @param from where it begins, a wall time
 * @param length in milliseconds
 * @throws what the library throws where it cannot judge hours after all
 */
export function timeline(hours: OpeningHours, from: number, length: number): Timeline {
	const iterator = byWallClock(() => hours.getIterator(libraryDate(from)));
	const limit = libraryDate(from + length);
	const stretches: Stretch[] = [];
	let next: Omit<Stretch, 'to'> | null = { from, ...byWallClock(here) };

	function here(): Pick<Stretch, 'kind' | 'comment'> {
		const comment = iterator.getComment()?.trim() || null;
		if (iterator.getUnknown() && comment === OPEN_END) return { kind: 'from_here', comment: null };
		if (iterator.getState()) {
			return { kind: comment && isOnAppointment(comment) ? 'appointment' : 'open', comment };
		}
		if (!iterator.getUnknown()) return { kind: 'closed', comment };
		if (comment === null) return { kind: 'unclear', comment };
		// Hours with a comment are "unknown" to the library, also when it says "bel eerst".
		return { kind: isOnAppointment(comment) ? 'appointment' : 'open', comment };
	}

	function advance(): Stretch | null {
		if (!next) return null;
		const changes = iterator.advance(limit);
		const to = changes ? iterator.getDate().getTime() : Infinity;
		const stretch: Stretch = { ...next, to };
		if (stretch.kind === 'open' && stretch.comment !== null && isWholeDays(stretch)) stretch.kind = 'unclear';
		next = changes ? { from: to, ...here() } : null;
		stretches.push(stretch);
		return stretch;
	}

	return function* (after) {
		for (let i = 0; ; i++) {
			const stretch = stretches[i] ?? byWallClock(advance);
			if (!stretch) return;
			if (stretch.to > after) yield stretch;
		}
	};
}

/** Words for a day without hours, such as `Mo-Fr "bel eerst"`. */
const isWholeDays = ({ from, to }: Stretch): boolean =>
	from === startOfDay(from) && (to === Infinity || (to === startOfDay(to) && to - from >= DAY));
