/** Hours that cannot be: each function gives the part that is wrong, or null. */
import { DAY, MINUTE } from './brusselsTime.ts';
import { meaningOf } from './meaning.ts';
import { calendarOf, isAbout } from './ruleDays.ts';
import type { SyntaxRule, TimeSpan } from './syntax.ts';

const RANGE = /(\d{1,2})[:.](\d{2})\s*[-–]\s*(\d{1,2})[:.](\d{2})/g;
const PERIOD = /(\d{4}) ([A-Z][a-z]{2}) (\d{1,2})\s*-\s*(\d{4}) ([A-Z][a-z]{2}) (\d{1,2})/g;
const withoutWords = (value: string): string => value.replace(/"[^"]*"/g, '""');

/** The library takes hours up to 26:00 for those of the next night, and a period back in time for one without end. */
export function impossibleIn(value: string): string | null {
	const text = withoutWords(value);
	for (const [place, hour, minute, endHour, endMinute] of text.matchAll(RANGE)) {
		const [from, to] = [Number(hour) * 60 + Number(minute), Number(endHour) * 60 + Number(endMinute)];
		if (from >= DAY / MINUTE || to > DAY / MINUTE || from === to) return place;
		if (Number(minute) > 59 || Number(endMinute) > 59) return place;
	}
	for (const [place, year, month, day, endYear, endMonth, endDay] of text.matchAll(PERIOD)) {
		const from = Date.parse(`${day} ${month} ${year} UTC`);
		if (Date.parse(`${endDay} ${endMonth} ${endYear} UTC`) < from) return place;
	}
	return null;
}

/** A night ends before six in the morning. */
const NIGHT_ENDS = '06:00';

/** An end before its beginning: 13:00-12:00 is no night of twenty-three hours. */
export function reversedIn(value: string): string | null {
	const times = (meaningOf(value)?.rules ?? []).flatMap((rule) => rule.times);
	const reversed = times.find(({ from, to }) => to !== null && to < from && to > NIGHT_ENDS);
	return reversed ? placeOf(reversed) : null;
}

/** Hours of one rule, or hours that are added to each other; a rule that replaces another one does not overlap it. */
export function overlapIn(value: string): string | null {
	const rules = (meaningOf(value)?.rules ?? []).filter(({ kind }) => kind !== 'closed');
	for (const [i, rule] of rules.entries()) {
		const within = firstOverlap(rule.times);
		if (within !== null) return within;
		if (rule.joint !== ',') continue;
		// What it is added to begins with the last one that replaces.
		for (const other of rules.slice(0, i).toReversed()) {
			const across = firstOverlap([...other.times, ...rule.times]);
			if (across !== null && haveADay(other, rule) && !isReplaced(other, rules.slice(0, i), rule))
				return across;
		}
	}
	return null;
}

const haveADay = (a: SyntaxRule, b: SyntaxRule): boolean =>
	calendarOf([a, b]).some((day) => isAbout(a, day) && isAbout(b, day));

/** On all days that it shares with another one. */
function isReplaced(rule: SyntaxRule, rules: readonly SyntaxRule[], other: SyntaxRule): boolean {
	const later = rules.slice(rules.indexOf(rule) + 1).filter(({ joint }) => joint === ';');
	const shared = calendarOf([rule, other]).filter((day) => isAbout(rule, day) && isAbout(other, day));
	return later.length > 0 && shared.every((day) => later.some((each) => isAbout(each, day)));
}

function firstOverlap(spans: readonly TimeSpan[]): string | null {
	// Past midnight it overlaps what begins the same evening.
	const end = ({ from, to }: TimeSpan) => (to === null || to < from ? '48:00' : to);
	for (const [i, span] of spans.entries()) {
		const other = spans.slice(0, i).find((earlier) => span.from < end(earlier) && earlier.from < end(span));
		if (other) return `${placeOf(other)}, ${placeOf(span)}`;
	}
	return null;
}

const placeOf = ({ from, to }: TimeSpan): string => (to === null ? `${from}+` : `${from}-${to}`);
