/** The part of opening hours that a week with exceptions can hold: what the editor shows, and what weekly schedules tell. */
import { meaningOf } from './meaning.ts';
import type { DatePoint, SyntaxRule } from './syntax.ts';

/** Stands among the days of a rule, after Monday (0) to Sunday (6). */
export const PUBLIC_HOLIDAYS = 7;

export interface RuleDate {
	/** Null for every year. */
	year: number | null;
	/** 0 is January. */
	month: number;
	day: number;
}

export interface TimeRange {
	/** "HH:MM" */
	from: string;
	to: string;
}

export interface HoursRule {
	/** In the order of the week, from the first day after a gap; with `dates`: only these days of them, empty = all. */
	days: number[];
	/** `to` is null for a single day. */
	dates: { from: RuleDate; to: RuleDate | null } | null;
	times: TimeRange[];
	isClosed: boolean;
	comment: string | null;
	/** Comes with what earlier rules say of its days, and does not replace it. */
	isAdded: boolean;
}

/**
 * Rules in the order in which they count. As the syntax has it, a later rule takes its days away from the earlier ones. Words
 * for every day come last.
 * @param value valid `opening_hours` syntax
 * @returns null when it says more than these rules can hold
 */
export function parseOpeningHours(value: string): HoursRule[] | null {
	const meaning = meaningOf(value);
	if (!meaning) return null;
	const rules: HoursRule[] = [];
	for (const written of meaning.rules) {
		const read = rulesOf(written);
		if (!read) return null;
		for (const rule of read) {
			// Hours for days of the week also go for the dates named before them.
			const isForHolidays = rule.days.every((day) => day === PUBLIC_HOLIDAYS);
			if (!rule.dates && !isForHolidays && rules.some(({ dates }) => dates)) return null;
			if (!rule.dates && !rule.isAdded && (rule.times.length > 0 || rule.isClosed)) {
				for (const earlier of rules.filter(({ dates }) => !dates)) {
					earlier.days = earlier.days.filter((day) => !rule.days.includes(day));
				}
			}
			rules.push(rule);
		}
	}
	const left = rules.filter(({ days, dates }) => dates || days.length > 0);
	return [...left, ...meaning.remarks.map(remarkRule)];
}

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

const remarkRule = (comment: string): HoursRule => ({
	days: EVERY_DAY,
	dates: null,
	times: [],
	isClosed: false,
	comment,
	isAdded: false
});

/** Words for every day. */
export const isRemark = ({ days, dates, times, isClosed }: HoursRule): boolean =>
	!dates && times.length === 0 && !isClosed && days.length === 7;

/** One for each of the dates it names. */
function rulesOf(rule: SyntaxRule): HoursRule[] | null {
	const { years, dates, weeks, weekdays, holidays, onBoth, kind, comment, joint } = rule;
	const isMore =
		years.length > 0 ||
		weeks.length > 0 ||
		onBoth ||
		kind === 'unknown' ||
		joint === '||' ||
		weekdays.some(({ nth }) => nth.length > 0) ||
		holidays.some((offset) => offset !== 0);
	const times = rule.times.flatMap(({ from, to, orLater }) =>
		to === null || orLater || to <= from ? [] : { from, to }
	);
	// Hours past midnight end on another day.
	if (isMore || times.length < rule.times.length) return null;
	const isClosed = kind === 'closed';
	if (isClosed ? times.length > 0 : times.length === 0 && (comment === null || rule.saysOpen)) return null;
	const named = [
		...new Set(weekdays.map(({ day }) => day)),
		...(holidays.length > 0 ? [PUBLIC_HOLIDAYS] : [])
	];
	const told = { times, isClosed, comment, isAdded: joint === ',' };
	if (dates.length === 0) return [{ ...told, days: named.length > 0 ? named : EVERY_DAY, dates: null }];
	const each = dates.map(({ from, to }) => {
		const start = dateOf(from, 'first');
		const end = to || isMonth(from) ? dateOf(to ?? from, 'last') : null;
		const isDated = start && (end || (to === null && !isMonth(from)));
		return isDated ? { ...told, days: named, dates: { from: start, to: end } } : null;
	});
	return each.every((read) => read !== null) ? each : null;
}

const isMonth = ({ month, day, weekday }: DatePoint): boolean =>
	month !== null && day === null && weekday === null;

/** @param end of a month, where that is what it names; February of every year has no last day of its own */
function dateOf(point: DatePoint, end: 'first' | 'last'): RuleDate | null {
	const { year, month, day, weekday, offset } = point;
	if (month === null || weekday !== null || offset !== 0) return null;
	if (day !== null) return { year, month, day };
	const LEAP_YEAR = 2024;
	const last = new Date(Date.UTC(year ?? LEAP_YEAR, month + 1, 0)).getUTCDate();
	return { year, month, day: end === 'first' ? 1 : last };
}
