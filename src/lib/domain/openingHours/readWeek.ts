/** From `opening_hours` syntax to what the editor can show, as long as it can show all of it. */
import { isOnAppointment, isOnlyOnAppointment, ON_APPOINTMENT } from './appointment.ts';
import { relationOf } from './exceptions.ts';
import { saysTheSame } from './meaning.ts';
import { isRemark, parseOpeningHours, PUBLIC_HOLIDAYS, type HoursRule, type RuleDate } from './rules.ts';
import {
	emptyWeek,
	isSingleDay,
	openDays,
	writeWeek,
	type HoursException,
	type WeekHours,
	type WeekRange
} from './week.ts';

/**
 * @param value valid `opening_hours` syntax; empty is an empty week
 * @param year that exceptions of every year get
 * @returns null when it says more than the editor can express
 */
export function readWeek(value: string, year: number): WeekHours | null {
	if (value.trim() === '') return emptyWeek();
	const rules = parseOpeningHours(value);
	if (!rules) return null;
	const weekly = rules.filter(({ dates }) => !dates);
	const week = readDays(weekly);
	if (!week || !readHolidays(week, weekly)) return null;
	const remarks = rules.filter(isRemark);
	if (remarks.length > 1) return null;
	week.remark = remarks[0]?.comment ?? '';
	for (const rule of rules) {
		if (rule.dates && !readException(week, rule, year)) return null;
	}
	week.exceptions = week.exceptions.map((exception, i) => ({
		...exception,
		isWithin: week.exceptions.some((other, k) => k !== i && relationOf(exception, other) === 'within')
	}));
	// The editor has an order of its own: where that is not the order here, it would mean another thing.
	return saysTheSame(value, writeWeek(week)) ? week : null;
}

/**
 * Closures beside the hours of a week: their days of the week are empty then, and what is closed on dates is an exception.
 * @param closures `opening_hours` syntax that says when it is closed, and not when it is open
 * @param year that exceptions of every year get
 * @returns null when the editor cannot show them
 */
export function withClosures(week: WeekHours, closures: string, year: number): WeekHours | null {
	const read = readWeek(`Mo-Su 00:00-00:01; ${closures}`, year);
	return (
		read && {
			days: week.days.map((ranges, day) => (read.days[day]?.length === 0 ? [] : ranges)),
			holidays: read.holidays === 'closed' ? 'closed' : week.holidays,
			holidayRanges: week.holidayRanges,
			exceptions: [...week.exceptions, ...read.exceptions],
			remark: week.remark
		}
	);
}

function readDays(rules: readonly HoursRule[]): WeekHours | null {
	const week = emptyWeek();
	for (const rule of rules) {
		if (isRemark(rule)) continue;
		if (rule.isClosed && (rule.comment !== null || rule.isAdded)) return null;
		const ranges = rule.isClosed ? [] : readRanges(rule);
		if (!ranges) return null;
		for (const day of rule.days) week.days[day]?.push(...ranges);
	}
	for (const ranges of week.days) ranges.sort(byTime);
	return week;
}

/** @returns false when they cannot be told */
function readHolidays(week: WeekHours, rules: readonly HoursRule[]): boolean {
	const own = rules.filter(
		({ days, ...rule }) => days.includes(PUBLIC_HOLIDAYS) && !isRemark({ days, ...rule })
	);
	if (own.length === 0) {
		if (openDays(week).length > 0) week.holidays = 'usual';
		return true;
	}
	// Hours beside those of the day of the week.
	if (own[0]?.isAdded) return false;
	week.holidayRanges = own.flatMap((rule) => readRanges(rule) ?? []).sort(byTime);
	week.holidays = week.holidayRanges.length > 0 ? 'own' : 'closed';
	// Where nothing is open, the editor does not write about holidays.
	return openDays(week).length > 0;
}

function readRanges({ times, comment }: HoursRule): WeekRange[] | null {
	if (comment !== null && (times.length === 0 || !isOnlyOnAppointment(comment))) return null;
	return rangesOf(times, comment !== null);
}

/** A box for a time knows no "24:00". */
function rangesOf(times: HoursRule['times'], onAppointment: boolean): WeekRange[] | null {
	return times.some(({ to }) => to === '24:00') ? null : times.map((time) => ({ ...time, onAppointment }));
}

const byTime = (a: WeekRange, b: WeekRange): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0);

/** @returns false when it cannot be told */
function readException(week: WeekHours, rule: HoursRule, year: number): boolean {
	const read = exceptionOf(rule, year);
	if (!read) return false;
	const last = week.exceptions.at(-1);
	if (!rule.isAdded) {
		const expected = isSingleDay(read) || read.isClosed ? [] : openDays(week);
		const isWholeWeek = expected.length === 0 || expected.length === 7;
		if (rule.days.join() !== (isWholeWeek ? '' : expected.join())) return false;
		week.exceptions.push(read);
		return true;
	}
	if (!last || last.isClosed || read.isClosed || last.from !== read.from || last.to !== read.to) return false;
	if (last.reason !== read.reason || last.everyYear !== read.everyYear) return false;
	last.ranges = [...last.ranges, ...read.ranges].sort(byTime);
	return true;
}

function exceptionOf(rule: HoursRule, thisYear: number): HoursException | null {
	const { dates, times, isClosed, comment } = rule;
	if (!dates) return null;
	const everyYear = dates.from.year === null;
	const from = isoDate(dates.from, thisYear);
	let to = dates.to ? isoDate(dates.to, thisYear) : '';
	// Over New Year.
	if (everyYear && dates.to && to !== null && from !== null && to < from)
		to = isoDate(dates.to, thisYear + 1);
	if (from === null || to === null || to === from) return null;
	const told = { from, to, everyYear, isClosed };
	if (isClosed) return { ...told, ranges: [], reason: comment ?? '', isWithin: false };
	const [onAppointment, reason] = reasonOf(comment ?? '');
	const ranges = rangesOf(times, onAppointment);
	return ranges && ranges.length > 0 && !isOnAppointment(reason)
		? { ...told, ranges, reason, isWithin: false }
		: null;
}

function reasonOf(comment: string): [onAppointment: boolean, reason: string] {
	const prefix = `${ON_APPOINTMENT}, `;
	if (comment.startsWith(prefix)) return [true, comment.slice(prefix.length)];
	return isOnlyOnAppointment(comment) ? [true, ''] : [false, comment];
}

/** @returns null for a day that is not on the calendar of that year */
function isoDate({ year, month, day }: RuleDate, thisYear: number): string | null {
	const date = new Date(Date.UTC(year ?? thisYear, month, day));
	return date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}
