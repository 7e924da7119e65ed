/**
 * The clock on the wall in Brussels, whatever the zone of the machine. A wall time is a number of milliseconds whose UTC
 * fields are what that clock shows, so that days are all 24 hours long and need no zone.
 */

const HOUR = 3_600_000;
export const MINUTE = 60_000;
export const DAY = 24 * HOUR;

const clock = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/Brussels',
	hourCycle: 'h23',
	year: 'numeric',
	month: 'numeric',
	day: 'numeric',
	hour: 'numeric'
});
// `Intl` is slow, and a change of the clock falls on a whole hour: a number for each hour that is ever asked about.
const offsets = new Map<number, number>();

/** Of Belgian time to UTC, in milliseconds. */
function offsetAt(instant: number): number {
	const hour = Math.floor(instant / HOUR);
	const known = offsets.get(hour);
	if (known !== undefined) return known;
	const shown = clock.formatToParts(hour * HOUR);
	const field = (type: Intl.DateTimeFormatPartTypes) =>
		Number(shown.find((part) => part.type === type)?.value ?? 0);
	const offset = Date.UTC(field('year'), field('month') - 1, field('day'), field('hour')) - hour * HOUR;
	offsets.set(hour, offset);
	return offset;
}

/** @param instant in milliseconds, as of `Date` */
export const wallTime = (instant: number): number => instant + offsetAt(instant);

/**
 * The instant at which the clock shows this. An hour that comes twice is the first one; in the hour that is skipped it is the
 * time after it.
 */
export function instantOf(wall: number): number {
	const [summer, winter] = [wall - 2 * HOUR, wall - HOUR];
	return offsetAt(summer) === 2 * HOUR ? summer : winter;
}

export interface ClockPeriod {
	/** "+01:00" in winter, "+02:00" in summer. */
	offset: string;
	/** The first and the last day, "YYYY-MM-DD"; the day of the change goes with what comes after it. */
	from: string;
	to: string;
}

/** The period in which the clock has its offset of now, and the one after it. */
export function clockPeriods(now: Date): ClockPeriod[] {
	const noon = (day: number) => day + DAY / 2;
	const offsetOn = (day: number) => offsetAt(instantOf(noon(day)));
	const end = (day: number, step: number) => {
		let last = day;
		while (offsetOn(last + step) === offsetOn(day)) last += step;
		return last;
	};
	const period = (day: number): ClockPeriod => ({
		offset: `+0${offsetOn(day) / HOUR}:00`,
		from: dateOf(end(day, -DAY)),
		to: dateOf(end(day, DAY))
	});
	const today = startOfDay(wallTime(now.getTime()));
	return [period(today), period(end(today, DAY) + DAY)];
}

/** "2026-12-24" */
export const dateOf = (wall: number): string => new Date(wall).toISOString().slice(0, 10);

/** "09:30" */
export const timeOf = (wall: number): string => new Date(wall).toISOString().slice(11, 16);

/** When the day began that it is in Belgium. */
export const belgianMidnight = (now: Date): Date => new Date(instantOf(startOfDay(wallTime(now.getTime()))));

/** What day it is in Belgium. */
export const belgianDate = (now: Date): string => dateOf(wallTime(now.getTime()));

export const startOfDay = (wall: number): number => Math.floor(wall / DAY) * DAY;
