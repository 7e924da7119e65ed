/** The days of a rule in words: "van 1 juli tot 31 augustus, eerste zaterdag van de maand". */
import { dated, listed } from './formats.ts';
import { dayNumber, weekdayOf } from './ruleDays.ts';
import type { DatePoint, DateSpan, Span, SyntaxRule, WeekdayChoice } from './syntax.ts';
import type { Words } from './words.ts';

/** @returns empty for every day */
export function whenOf(rule: SyntaxRule, words: Words): string {
	const list = listIn(words);
	const { years, dates, weeks, weekdays, holidays, onBoth } = rule;
	const named = isOnAllItsDays(rule) ? [] : weekdays;
	const weekday = list(weekdaysOf(named, words));
	const holiday = list(holidays.map((offset) => holidayOf(offset, words)));
	const days = onBoth
		? `${holiday} (${weekday})`
		: list([...weekdaysOf(named, words), ...(holiday ? [holiday] : [])]);
	return [
		years.length > 0 ? list(years.map((span) => yearsOf(span, words))) : '',
		dates.length > 0 ? datesOf(dates, words) : '',
		weeks.length > 0 ? weeksOf(weeks, words) : '',
		days
	]
		.filter(Boolean)
		.join(', ');
}

/** It is about dates of one year, and its days of the week are all that there are between those: they tell nothing more. */
function isOnAllItsDays({ years, dates, weeks, weekdays, holidays }: SyntaxRule): boolean {
	if (weekdays.length === 0 || years.length + weeks.length + holidays.length > 0) return false;
	const all = new Set(weekdays.filter(({ nth }) => nth.length === 0).map(({ day }) => day));
	return dates.length > 0 && dates.every((span) => daysOf(span)?.every((day) => all.has(weekdayOf(day))));
}

/** @returns null where they are not the same every year, or are more than a week */
function daysOf({ from, to }: DateSpan): number[] | null {
	const [first, last] = [from, to ?? from].map(({ year, month, day, weekday, offset }) =>
		year === null || month === null || day === null || weekday || offset !== 0
			? NaN
			: dayNumber(year, month, day)
	);
	const length = (last ?? NaN) - (first ?? NaN) + 1;
	if (!(length >= 1 && length < 7)) return null;
	return Array.from({ length }, (_, i) => (first ?? NaN) + i);
}

const listIn = (words: Words) => (items: readonly string[]) => listed(items, words.tag);

/** Three days in a row or more are "from to", fewer are named each: 0 is Monday. */
function weekdaysOf(weekdays: readonly WeekdayChoice[], words: Words): string[] {
	const each = [...new Set(weekdays.filter(({ nth }) => nth.length === 0).map(({ day }) => day))];
	// 1 January 2024 was a Monday.
	const nameOf = (day: number) => dated(Date.UTC(2024, 0, 1 + day), { weekday: 'long' }, words.tag);
	const runs: number[][] = [];
	for (const day of each) {
		const run = runs.at(-1);
		if (run && run.at(-1) === (day + 6) % 7) run.push(day);
		else runs.push([day]);
	}
	const names =
		each.length === 7
			? [words.everyDay]
			: runs.flatMap((run) => {
					const [first, last] = [run[0] ?? 0, run.at(-1) ?? 0];
					return run.length > 2 ? [words.days(nameOf(first), nameOf(last))] : run.map(nameOf);
				});
	const someOfMonth = weekdays.filter(({ nth }) => nth.length > 0);
	const ofMonth = [...new Set(someOfMonth.map(({ day }) => day))].map((day) => {
		const choices = someOfMonth.filter((choice) => choice.day === day);
		const which = choices.flatMap(({ nth }) => nth).map(words.nth);
		return words.ofMonth(listIn(words)(which), nameOf(day));
	});
	return [...names, ...ofMonth];
}

function holidayOf(offset: number, words: Words): string {
	if (offset === 0) return words.holidays;
	return offset < 0 ? words.dayBeforeHoliday : words.dayAfterHoliday;
}

function yearsOf({ from, to }: Span, words: Words): string {
	if (to === Infinity) return words.yearsOn(from);
	return to === from ? words.inYears(String(from)) : words.years(from, to);
}

const LAST_WEEK = 53;

function weeksOf(spans: readonly Span[], words: Words): string {
	const [only] = spans;
	if (
		only?.step === 2 &&
		spans.length === 1 &&
		only.from <= 2 &&
		only.to + 1 >= LAST_WEEK - (only.from % 2 ? 0 : 1)
	) {
		return only.from % 2 ? words.oddWeeks : words.evenWeeks;
	}
	const each = spans.map(({ from, to, step }) =>
		from === to ? String(from) : step > 1 ? words.everyWeeks(step, from, to) : words.weeks(from, to)
	);
	return words.inWeeks(listIn(words)(each));
}

/** Months that are named each are said in one go. */
function datesOf(spans: readonly DateSpan[], words: Words): string {
	const months = spans.flatMap(monthsOf);
	const others = spans.filter((span) => monthsOf(span).length === 0).map((span) => spanOf(span, words));
	const list = listIn(words);
	const named = months.length > 0 ? [words.inMonths(list(months.map((month) => pointOf(month, words))))] : [];
	return list([...named, ...others]);
}

const isMonth = ({ month, day, weekday }: DatePoint): boolean =>
	month !== null && day === null && weekday === null;

/** A month, or two in a row. */
function monthsOf({ from, to }: DateSpan): DatePoint[] {
	if (!isMonth(from)) return [];
	if (to === null) return [from];
	return isMonth(to) && to.year === from.year && to.month === (from.month ?? 0) + 1 ? [from, to] : [];
}

function spanOf({ from, to }: DateSpan, words: Words): string {
	if (!to) return pointOf(from, words);
	// The year of both is said once.
	const start = from.year !== null && from.year === to.year ? { ...from, year: null } : from;
	const ends = [pointOf(start, words), pointOf(to, words)] as const;
	return isMonth(from) && isMonth(to) ? words.months(...ends) : words.dates(...ends);
}

function pointOf({ year, month, day, weekday, offset }: DatePoint, words: Words): string {
	const suffix = year === null ? '' : ` ${year}`;
	if (month === null) return (words.easter[offset] ?? words.daysFromEaster(offset)) + suffix;
	const format = (options: Intl.DateTimeFormatOptions, date: number) => dated(date, options, words.tag);
	const first = Date.UTC(year ?? 2024, month, day ?? 1);
	const withYear = year === null ? {} : ({ year: 'numeric' } as const);
	if (!weekday)
		return format({ ...(day === null ? {} : { day: 'numeric' }), month: 'long', ...withYear }, first);
	const name = format({ weekday: 'long' }, Date.UTC(2024, 0, 1 + weekday.day));
	return words.ofNamedMonth(words.nth(weekday.n), name, format({ month: 'long', ...withYear }, first));
}
