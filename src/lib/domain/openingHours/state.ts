/** Whether a desk is open, in Belgian time. */
import type OpeningHours from 'opening_hours';
import { isOnAppointment } from './appointment.ts';
import { DAY, instantOf, MINUTE, startOfDay, wallTime } from './brusselsTime.ts';
import { readHours, timeline, type Timeline } from './timeline.ts';

export type OpeningState =
	/** No hours, or hours that cannot be judged. `since`: an ISO instant from which it is open, and nobody knows until when. */
	| { kind: 'unknown'; since?: string }
	/** `until`: ISO instant, or null when it does not close. */
	| { kind: 'open'; until: string | null }
	/** `at`: ISO instant. */
	| { kind: 'opens'; at: string }
	/** No opening within eight weeks. */
	| { kind: 'closed' }
	/** Now, or only, on appointment. */
	| { kind: 'appointment' };

const HORIZON = 8 * 7 * DAY;
/** How long a timeline serves before it is made anew. */
const SERVES = 7 * DAY;

const UNKNOWN: OpeningState = { kind: 'unknown' };
const timelines = new WeakMap<OpeningHours, { from: number; timeline: Timeline }>();
let minute = NaN;
const ofThisMinute = new Map<string, OpeningState>();

/**
 * Cheap to ask of every desk: strings that are alike are judged once a minute.
 * @param value `opening_hours` syntax
 */
export function openingState(value: string | null, now: Date): OpeningState {
	if (value === null || value.trim() === '') return UNKNOWN;
	const asked = Math.floor(now.getTime() / MINUTE);
	if (asked !== minute) {
		minute = asked;
		ofThisMinute.clear();
	}
	let state = ofThisMinute.get(value);
	if (!state) {
		state = judge(value, wallTime(asked * MINUTE));
		ofThisMinute.set(value, state);
	}
	return state;
}

function judge(value: string, now: number): OpeningState {
	const read = readHours(value);
	if (!read) return UNKNOWN;
	const onAppointment = read.remarks.some(isOnAppointment);
	if (!read.hours) return onAppointment ? { kind: 'appointment' } : UNKNOWN;
	try {
		return stateAt(timelineFrom(read.hours, now), now, onAppointment);
	} catch {
		// It does not say so while it reads: school holidays it has no calendar of, for one.
		timelines.delete(read.hours);
		return UNKNOWN;
	}
}

/**
 * From today on, for as long as a state looks ahead.
 * @throws what the library throws where it cannot judge hours after all
 */
export function timelineFrom(hours: OpeningHours, now: number): Timeline {
	let known = timelines.get(hours);
	if (!known || now < known.from || now > known.from + SERVES) {
		const from = startOfDay(now);
		known = { from, timeline: timeline(hours, from, SERVES + HORIZON) };
		timelines.set(hours, known);
	}
	return known.timeline;
}

function stateAt(timelineOf: Timeline, now: number, onAppointment: boolean): OpeningState {
	const seen = new Set(onAppointment ? ['appointment'] : []);
	let until: number | null = null;
	for (const { kind, from, to } of timelineOf(now)) {
		if (until !== null) {
			// The same hours, with other words beside them.
			if (kind !== 'open') break;
			until = to;
		} else if (from <= now) {
			if (kind === 'appointment') return { kind };
			if (kind === 'unclear') return UNKNOWN;
			if (kind === 'from_here') return { kind: 'unknown', since: instant(from) };
			if (kind === 'open') until = to;
		} else if (from - now > HORIZON) break;
		else if (kind === 'open' || kind === 'from_here') return { kind: 'opens', at: instant(from) };
		else seen.add(kind);
	}
	if (until !== null) return { kind: 'open', until: until === Infinity ? null : instant(until) };
	if (seen.has('appointment')) return { kind: 'appointment' };
	return seen.has('unclear') ? UNKNOWN : { kind: 'closed' };
}

const instant = (wall: number): string => new Date(instantOf(wall)).toISOString();
