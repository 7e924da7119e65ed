import { clockPeriods, type ClockPeriod } from '$lib/domain/openingHours/brusselsTime';
import { openingHoursLines, weeklyLine } from '$lib/domain/openingHours/text';
import {
	parseOpeningHours,
	PUBLIC_HOLIDAYS,
	type HoursRule,
	type RuleDate
} from '$lib/domain/openingHours/rules';
import { withPlainSpaces } from '$lib/domain/text/noBreak';
import { derivedId } from './identifiers.server';

/** One repeating period as the standard has it: an iCalendar rule (RFC 5545) in fields of its own. */
export interface Schedule {
	id: string;
	service_id: string;
	/** Days on which the clock has the offset of the hours, and between which no closure on dates falls. */
	valid_from?: string;
	valid_to?: string;
	freq?: 'WEEKLY';
	byday?: string;
	/** "09:00+01:00": by the clock in Belgium, with its offset. */
	opens_at?: string;
	closes_at?: string;
	/** The hours of this period in Dutch. */
	description: string;
	/** All hours in Dutch, with the exceptions that the fields cannot hold. */
	notes: string;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * Opening hours as schedules: one for each period of the week, in winter time and in summer time (the one of now and the one
 * after it), for what opens at nine all year has two offsets; one with words only when none can be expressed.
 * @param openingHours OpenStreetMap `opening_hours` syntax
 * @returns empty when nothing is known, or nobody can read it
 */
export function schedulesOf(serviceId: string, openingHours: string | null, now = new Date()): Schedule[] {
	const lines =
		openingHours === null ? null : openingHoursLines(openingHours, 'nl', now)?.map(withPlainSpaces);
	if (openingHours === null || !lines) return [];
	const words = lines.join('; ');
	const notes = `${words}. Uren van België (Europe/Brussels).`;
	const id = (...place: string[]) => derivedId(serviceId, 'schedule', ...place);
	const rules = parseOpeningHours(openingHours) ?? [];
	const periods = periodsOf(rules);
	const schedules = clockPeriods(now).flatMap((clock) =>
		daysBetweenClosures(clock, rules).flatMap((valid, part) =>
			periods.map(({ days, from, to, words: ofPeriod }, place): Schedule => ({
				id: id(String(place), clock.offset, ...(part === 0 ? [] : [valid.from])),
				service_id: serviceId,
				valid_from: valid.from,
				valid_to: valid.to,
				freq: 'WEEKLY',
				byday: days,
				opens_at: timeIn(clock, from),
				closes_at: timeIn(clock, to),
				description: ofPeriod,
				notes
			}))
		)
	);
	return schedules.length > 0
		? schedules
		: [{ id: id('0'), service_id: serviceId, description: words, notes }];
}

/** Days as "YYYY-MM-DD", both included. */
interface Days {
	from: string;
	to: string;
}

/** What is left of a period of the clock without the closures on dates; those on public holidays are left to the words. */
function daysBetweenClosures(clock: ClockPeriod, rules: readonly HoursRule[]): Days[] {
	let left: Days[] = [{ from: clock.from, to: clock.to }];
	for (const closed of rules.flatMap((rule) => closuresOf(rule, clock))) {
		left = left.flatMap((days) =>
			closed.to < days.from || closed.from > days.to
				? [days]
				: [
						{ from: days.from, to: dayAfter(closed.from, -1) },
						{ from: dayAfter(closed.to, 1), to: days.to }
					].filter(({ from, to }) => from <= to)
		);
	}
	return left;
}

/** Of whole days; one of every year in each year that the period may meet. */
function closuresOf({ dates, days, isClosed }: HoursRule, clock: ClockPeriod): Days[] {
	if (!dates || !isClosed || days.length > 0) return [];
	const { from, to } = dates;
	const first = Number(clock.from.slice(0, 4)) - 1;
	const years = from.year === null ? [first, first + 1, first + 2] : [from.year];
	return years.map((year) => {
		const begins = isoDate(from, year);
		const ends = to ? isoDate(to, to.year ?? year) : begins;
		return { from: begins, to: to && ends < begins ? isoDate(to, year + 1) : ends };
	});
}

const isoDate = ({ month, day }: RuleDate, year: number): string =>
	new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

function dayAfter(date: string, days: number): string {
	const day = new Date(date);
	day.setUTCDate(day.getUTCDate() + days);
	return day.toISOString().slice(0, 10);
}

const timeIn = ({ offset }: ClockPeriod, time: string): string => time + offset;

interface Period {
	days: string;
	from: string;
	to: string;
	/** In Dutch. */
	words: string;
}

function periodsOf(rules: readonly HoursRule[]): Period[] {
	return rules.flatMap((rule) => {
		const days = weekdaysOf(rule);
		return days === ''
			? []
			: rule.times.map(({ from, to }) => ({
					days,
					from,
					to: clock(to),
					words: withPlainSpaces(weeklyLine(rule, 'nl'))
				}));
	});
}

/** Hours between two dates, and those on public holidays, are left to the words: no weekly rule tells them. */
function weekdaysOf({ dates, days }: HoursRule): string {
	if (dates) return '';
	const week = days.filter((day) => day !== PUBLIC_HOLIDAYS).toSorted((a, b) => a - b);
	return week.map((day) => WEEKDAYS[day]).join();
}

/** Midnight at the end of a day is the minute before it, which the standard advises. */
const clock = (time: string): string => (time === '24:00' ? '23:59' : time);
