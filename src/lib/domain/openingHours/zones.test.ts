import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpeningState } from './state.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const HOURS = 'Mo-Fr 09:00-12:00,13:30-16:30; PH off';
const ZONES = [
	['UTC', 0, 0],
	['Europe/Brussels', 60, 120],
	['America/New_York', -300, -240],
	// Goes back from summer time in April, and to it in October.
	['Australia/Sydney', 660, 600]
] as const;

/** Reckoned here anew, by the rule that Europe follows, so that it does not lean on what is tested. */
function lastSundayAtOne(year: number, month: number): number {
	const last = new Date(Date.UTC(year, month + 1, 0, 1));
	return last.getTime() - last.getUTCDay() * DAY;
}

function instant(year: number, month: number, day: number, hours: number, minutes = 0): Date {
	const wall = Date.UTC(year, month, day, hours, minutes);
	const summer = wall - 2 * HOUR;
	const isSummer = summer >= lastSundayAtOne(year, 2) && summer < lastSundayAtOne(year, 9);
	return new Date(isSummer ? summer : wall - HOUR);
}

/** Easter Sunday by the method of Meeus, Jones and Butcher, as days since 1970. */
function easter(year: number): number {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const f = Math.floor((b + 8) / 25);
	const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - f + 1) / 3) + 15) % 30;
	const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
	const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
	return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1) / DAY;
}

const iso = (days: number) => new Date(days * DAY).toISOString().slice(0, 10);

const holidaysOf = (year: number): Record<string, string> => ({
	[`${year}-01-01`]: 'new_year',
	[iso(easter(year) + 1)]: 'easter_monday',
	[`${year}-05-01`]: 'labour_day',
	[iso(easter(year) + 39)]: 'ascension',
	[iso(easter(year) + 50)]: 'whit_monday',
	[`${year}-07-21`]: 'national_day',
	[`${year}-08-15`]: 'assumption',
	[`${year}-11-01`]: 'all_saints',
	[`${year}-11-11`]: 'armistice',
	[`${year}-12-25`]: 'christmas'
});

describe.each(ZONES)('on a machine in %s', (zone, january, july) => {
	beforeEach(() => {
		vi.stubEnv('TZ', zone);
		vi.resetModules();
	});
	afterEach(() => {
		vi.unstubAllEnvs();
	});

	it('really is in that zone', () => {
		expect(0 - new Date(2026, 0, 15).getTimezoneOffset()).toBe(january);
		expect(0 - new Date(2026, 6, 15).getTimezoneOffset()).toBe(july);
	});

	it('a desk opens and closes at Belgian hours on every day of a year', async () => {
		const { openingState } = await import('./state.ts');
		const year = 2026;
		const holidays = holidaysOf(year);
		const worksOn = (date: Date) =>
			date.getUTCDay() % 6 !== 0 && !(date.toISOString().slice(0, 10) in holidays);
		for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year, 11, 31); at += DAY) {
			const date = new Date(at);
			const [month, day] = [date.getUTCMonth(), date.getUTCDate()];
			const state = (hours: number, minutes = 0) =>
				openingState(HOURS, instant(year, month, day, hours, minutes));
			const time = (hours: number, minutes = 0) => instant(year, month, day, hours, minutes).toISOString();
			let next = at + DAY;
			while (!worksOn(new Date(next)) && next < Date.UTC(year, 11, 31)) next += DAY;
			const tomorrow = new Date(next);
			const opensNext: OpeningState = {
				kind: 'opens',
				at: instant(year, tomorrow.getUTCMonth(), tomorrow.getUTCDate(), 9).toISOString()
			};
			const found = [state(8, 59), state(9), state(11, 59), state(12), state(13, 30), state(16, 30)];
			const open = (until: string): OpeningState => ({ kind: 'open', until });
			const opens = (from: string): OpeningState => ({ kind: 'opens', at: from });
			const expected = worksOn(date)
				? [opens(time(9)), open(time(12)), open(time(12)), opens(time(13, 30)), open(time(16, 30)), opensNext]
				: Array.from(found, () => opensNext);
			expect(found, iso(at / DAY)).toEqual(expected);
		}
	});

	it('the hours of a night count the hour that comes twice, and not the one that is skipped', async () => {
		const { openingState } = await import('./state.ts');
		const { upcomingDays } = await import('./days.ts');
		const night = 'Sa 22:00-06:00';
		expect(openingState(night, new Date('2026-03-29T03:59:00Z'))).toEqual({
			kind: 'open',
			until: '2026-03-29T04:00:00.000Z'
		});
		expect(openingState(night, new Date('2026-10-25T04:59:00Z'))).toEqual({
			kind: 'open',
			until: '2026-10-25T05:00:00.000Z'
		});
		const range = { from: '22:00', to: '06:00', onAppointment: false, comment: null };
		const days = upcomingDays(night, new Date('2026-10-24T10:00:00Z'), 2);
		expect(days.map(({ ranges }) => ranges)).toEqual([[range], []]);
	});

	it('every public holiday of Belgium has its name, and no other day has', async () => {
		const { upcomingDays } = await import('./days.ts');
		for (let year = 2024; year <= 2031; year++) {
			const days = upcomingDays(HOURS, instant(year, 0, 1, 12), year % 4 === 0 ? 366 : 365);
			const found = days.filter(({ holiday }) => holiday);
			expect(Object.fromEntries(found.map(({ date, holiday }) => [date, holiday]))).toEqual(holidaysOf(year));
			expect(found.every(({ ranges }) => ranges.length === 0)).toBe(true);
		}
	});
});
