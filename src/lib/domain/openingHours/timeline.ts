/** What the library makes of opening hours, stretch after stretch, in Belgian wall time. */
import { LRUCache } from 'lru-cache';
import OpeningHours, { type nominatim_object } from 'opening_hours';
import { isOnAppointment } from './appointment.ts';
import { DAY, libraryDate, startOfDay, wallTimeOf } from './brusselsTime.ts';

/** No region: the library then knows the ten national public holidays and no others. */
export const BELGIUM: nominatim_object = {
	lat: 50.85,
	lon: 4.35,
	address: { country_code: 'be', state: '' }
};

export interface Stretch {
	/** Wall times; `to` is Infinity when nothing changes within the timeline. */
	from: number;
	to: number;
	/** 'unclear': the syntax says "unknown", or has words for a whole day and no hours. */
	kind: 'open' | 'appointment' | 'unclear' | 'closed';
	/** Also why it is closed. */
	comment: string | null;
}

export interface ReadHours {
	/** What is said beside the hours, for every day. */
	remarks: string[];
	/** The same object for the same hours; null when there are remarks and nothing else. */
	hours: OpeningHours | null;
}

// The library takes a remark for every day as the hours of every day.
const REMARK = /^"([^"]*)"$/;
const FALLBACK = /^(.*\S)\s*\|\|\s*"([^"]*)"$/s;

/** @returns null for what is no `opening_hours` syntax, and for what cannot be reckoned */
export function readHours(value: string): ReadHours | null {
	const remarks: string[] = [];
	const rules: string[] = [];
	for (const part of value.match(/(?:"[^"]*"|[^;"])+/g) ?? []) {
		const [, rule = part.trim(), fallback] = FALLBACK.exec(part.trim()) ?? [];
		const remark = REMARK.exec(rule)?.[1];
		if (remark === undefined && rule !== '') rules.push(rule);
		for (const words of [remark, fallback]) if (words !== undefined) remarks.push(words);
	}
	if (rules.length === 0) return remarks.length > 0 ? { remarks, hours: null } : null;
	const hours = parse(rules.join('; '));
	return hours && { remarks, hours };
}

// An object of the library takes some 40 kB and two milliseconds.
const parsed = new LRUCache<string, { hours: OpeningHours | null }>({ max: 2_000 });
/** Reckoned from the sun and the zone of the machine, or from school calendars that run out. */
const NOT_RECKONED = /\b(?:sunrise|sunset|dawn|dusk|SH)\b/;

function parse(rules: string): OpeningHours | null {
	const known = parsed.get(rules);
	if (known) return known.hours;
	let hours: OpeningHours | null = null;
	try {
		if (!NOT_RECKONED.test(rules.replace(/"[^"]*"/g, ''))) hours = new OpeningHours(rules, BELGIUM);
	} catch {
		// Not the syntax.
	}
	parsed.set(rules, { hours });
	return hours;
}

/** The stretches that end after a wall time, in order, without holes; reckoned only as far as they are asked for. */
export type Timeline = (after: number) => Generator<Stretch, void, void>;

/**
 * @param from where it begins, a wall time
 * @param length in milliseconds
 * @throws what the library throws where it cannot judge hours after all
 */
export function timeline(hours: OpeningHours, from: number, length: number): Timeline {
	const iterator = hours.getIterator(libraryDate(from));
	const limit = libraryDate(from + length);
	const stretches: Stretch[] = [];
	let next: Omit<Stretch, 'to'> | null = { from, ...here() };

	function here(): Pick<Stretch, 'kind' | 'comment'> {
		const comment = iterator.getComment()?.trim() || null;
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
		const to = changes ? wallTimeOf(iterator.getDate()) : Infinity;
		const stretch: Stretch = { ...next, to };
		if (stretch.kind === 'open' && stretch.comment !== null && isWholeDays(stretch)) stretch.kind = 'unclear';
		next = changes ? { from: to, ...here() } : null;
		stretches.push(stretch);
		return stretch;
	}

	return function* (after) {
		for (let i = 0; ; i++) {
			const stretch = stretches[i] ?? advance();
			if (!stretch) return;
			if (stretch.to > after) yield stretch;
		}
	};
}

/** Words for a day without hours, such as `Mo-Fr "bel eerst"`. */
const isWholeDays = ({ from, to }: Stretch): boolean =>
	from === startOfDay(from) && (to === Infinity || (to === startOfDay(to) && to - from >= DAY));
