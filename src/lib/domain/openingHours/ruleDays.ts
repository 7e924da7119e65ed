/** Which days of the calendar a rule is about. A day is a number of days since 1970, as `Date.UTC` counts them. */
import { DAY } from './brusselsTime.ts';
import { publicHolidayOn } from './publicHolidays.ts';
import type { DatePoint, DateSpan, Span, SyntaxRule, WeekdayChoice } from './syntax.ts';

export const dayNumber = (year: number, month: number, day: number): number =>
	Date.UTC(year, month, day) / DAY;

/** 0 is Monday; 1 January 1970 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

const CHUNK = 512;
/** Of each day that was asked about: 1 is no, 2 is yes. The same rules are asked about the same years again and again. */
const answers = new WeakMap<SyntaxRule, Map<number, Uint8Array>>();

/** Whether the rule says something of this day. A rule that names no days says it of all. */
export function isAbout(rule: SyntaxRule, day: number): boolean {
	const chunks = answers.get(rule) ?? new Map<number, Uint8Array>();
	answers.set(rule, chunks);
	const at = Math.floor(day / CHUNK);
	const chunk = chunks.get(at) ?? new Uint8Array(CHUNK);
	chunks.set(at, chunk);
	const known = chunk[day - at * CHUNK];
	if (known) return known === 2;
	const answer = asksAbout(rule, day);
	chunk[day - at * CHUNK] = answer ? 2 : 1;
	return answer;
}

function asksAbout(rule: SyntaxRule, day: number): boolean {
	if (rule.years.length > 0 && !rule.years.some((span) => isIn(span, yearOf(day)))) return false;
	if (rule.dates.length > 0 && !rule.dates.some((span) => isWithin(span, day, yearOf(day)))) return false;
	if (rule.weeks.length > 0 && !rule.weeks.some((span) => isIn(span, weekOf(day)))) return false;
	const isOnWeekday = rule.weekdays.some((choice) => isChosen(choice, day));
	const isOnHoliday = rule.holidays.some((offset) => isHoliday(day - offset));
	if (rule.onBoth) return isOnWeekday && isOnHoliday;
	return (rule.weekdays.length === 0 && rule.holidays.length === 0) || isOnWeekday || isOnHoliday;
}

const isIn = ({ from, to, step }: Span, number: number): boolean =>
	number >= from && number <= to && (number - from) % step === 0;

const yearOf = (day: number): number => new Date(day * DAY).getUTCFullYear();

const isHoliday = (day: number): boolean => publicHolidayOn(day * DAY) !== null;

function isChosen({ day: weekday, nth }: WeekdayChoice, day: number): boolean {
	if (weekdayOf(day) !== weekday) return false;
	if (nth.length === 0) return true;
	const date = new Date(day * DAY);
	const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
	const fromFirst = Math.ceil(date.getUTCDate() / 7);
	const fromLast = -Math.ceil((length - date.getUTCDate() + 1) / 7);
	return nth.includes(fromFirst) || nth.includes(fromLast);
}

/** By ISO 8601. */
function weekOf(day: number): number {
	const thursday = day - weekdayOf(day) + 3;
	const year = new Date(thursday * DAY).getUTCFullYear();
	return Math.floor((thursday - dayNumber(year, 0, 1)) / 7) + 1;
}

function isWithin({ from, to }: DateSpan, day: number, year: number): boolean {
	// A period of every year may have begun last year.
	const beginsIn = from.year === null ? [year - 1, year] : [from.year];
	return beginsIn.some((began) => {
		const begins = firstDay(from, began);
		const last = to ?? from;
		let ends = lastDay(last, last.year ?? began);
		if (ends < begins && from.year === null) ends = lastDay(last, began + 1);
		return day >= begins && day <= ends;
	});
}

function firstDay(point: DatePoint, year: number): number {
	const { month, day, weekday, offset } = point;
	if (month === null) return easter(year) + offset;
	if (weekday) return weekdayOfMonth(year, month, weekday.day, weekday.n) + offset;
	return dayNumber(year, month, day ?? 1);
}

const lastDay = (point: DatePoint, year: number): number =>
	point.month !== null && !point.weekday && point.day === null
		? dayNumber(year, point.month + 1, 0)
		: firstDay(point, year);

function weekdayOfMonth(year: number, month: number, weekday: number, n: number): number {
	if (n > 0) {
		const first = dayNumber(year, month, 1);
		return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
	}
	const last = dayNumber(year, month + 1, 0);
	return last - ((weekdayOf(last) - weekday + 7) % 7) + (n + 1) * 7;
}

/** Sunday, by the method of Meeus, Jones and Butcher. */
function easter(year: number): number {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const f = Math.floor((b + 8) / 25);
	const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - f + 1) / 3) + 15) % 30;
	const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
	const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
	return dayNumber(year, Math.floor(n / 31) - 1, (n % 31) + 1);
}

/** It names a time that is past. @param today a day number */
export function isOver({ years, dates }: SyntaxRule, today: number): boolean {
	const year = yearOf(today);
	if (years.length > 0 && years.every(({ to }) => to < year)) return true;
	const lasts = dates.map(({ from, to }) => {
		const last = to ?? from;
		const of = last.year ?? from.year;
		return of === null ? Infinity : lastDay(last, of);
	});
	return lasts.length > 0 && lasts.every((last) => last < today);
}

/** On each of its days one of the other rules says something. Without others it is not. */
export function whollyReplaced(rule: SyntaxRule, others: readonly SyntaxRule[]): boolean {
	if (others.length === 0) return false;
	const days = calendarOf([rule, ...others]).filter((day) => isAbout(rule, day));
	return days.every((day) => others.some((other) => isAbout(other, day)));
}

/** Four years with a leap day and a week 53 in them, and each year that is named: whatever holds on all of these days holds. */
export function calendarOf(rules: readonly SyntaxRule[]): number[] {
	const years = new Set([2024, 2025, 2026, 2027]);
	for (const { years: spans, dates } of rules) {
		for (const { from, to } of spans)
			for (const year of [from, to]) if (Number.isFinite(year)) years.add(year);
		for (const { from, to } of dates) for (const end of [from, to]) if (end?.year) years.add(end.year);
	}
	return [...years].flatMap((year) => {
		const first = dayNumber(year, 0, 1);
		return Array.from({ length: dayNumber(year + 1, 0, 1) - first }, (_, i) => first + i);
	});
}
