/** Whether a desk is open when somebody can come: now, still today, on a Saturday, in the evening. In Belgian time. */
import { DAY, MINUTE, startOfDay, wallTime } from './brusselsTime.ts';
import type { Moment } from './moment.ts';
import { openingState, timelineFrom } from './state.ts';
import { readHours, type Stretch } from './timeline.ts';

/** A Saturday and an evening are those of the week that begins now: what holds today need not hold in summer. */
const AHEAD = 7 * DAY;
const EVENING = 17 * 60 * MINUTE;
const SATURDAY = 6;

let minute = NaN;
const ofThisMinute = new Map<string, boolean>();

/**
 * Only what is sure counts: hours of which nobody knows the end are open at their beginning and no later, and what is open on
 * appointment is not open. Cheap to ask of every desk: strings that are alike are judged once a minute.
 * @param value `opening_hours` syntax
 */
export function isOpenAt(value: string | null, moment: Moment, now: Date): boolean {
	if (value === null) return false;
	if (moment === 'nu') return openingState(value, now).kind === 'open';
	const asked = Math.floor(now.getTime() / MINUTE);
	if (asked !== minute) {
		minute = asked;
		ofThisMinute.clear();
	}
	const key = moment + value;
	let known = ofThisMinute.get(key);
	if (known === undefined) {
		known = judge(value, moment, wallTime(asked * MINUTE));
		ofThisMinute.set(key, known);
	}
	return known;
}

function judge(value: string, moment: Exclude<Moment, 'nu'>, now: number): boolean {
	const hours = readHours(value)?.hours;
	if (!hours) return false;
	try {
		for (const stretch of timelineFrom(hours, now)(now)) {
			if (stretch.from >= now + AHEAD) return false;
			const sure = sureOf(stretch, now);
			if (sure && FALLS[moment](sure, now)) return true;
		}
		return false;
	} catch {
		return false;
	}
}

/** Wall times; `to` does not belong to it, but where it is `from`. */
interface Sure {
	from: number;
	to: number;
}

/** What of a stretch lies within the week and is open for sure. */
function sureOf({ kind, from, to }: Stretch, now: number): Sure | null {
	if (kind === 'from_here') return from >= now ? { from, to: from } : null;
	return kind === 'open' ? { from: Math.max(from, now), to: Math.min(to, now + AHEAD) } : null;
}

/** Whether it has a moment on a day that suits, from `start` after midnight on. */
function fallsOn({ from, to }: Sure, suits: (day: number) => boolean, start: number): boolean {
	for (let day = startOfDay(from); day <= to; day += DAY) {
		const begin = Math.max(from, day + start);
		const end = Math.min(to, day + DAY);
		if ((begin < end || begin === from) && begin < day + DAY && begin <= to && suits(day)) return true;
	}
	return false;
}

const FALLS: Record<Exclude<Moment, 'nu'>, (sure: Sure, now: number) => boolean> = {
	vandaag: (sure, now) => fallsOn(sure, (day) => day === startOfDay(now), 0),
	zaterdag: (sure) => fallsOn(sure, (day) => new Date(day).getUTCDay() === SATURDAY, 0),
	avond: (sure) => fallsOn(sure, () => true, EVENING)
};
