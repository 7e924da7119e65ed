import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY, holidaysOf, instant, iso } from './calendar.fixture.ts';
import type { OpeningState } from './state.ts';

const HOURS = 'Mo-Fr 09:00-12:00,13:30-16:30; PH off';
const ZONES = [
	['UTC', 0, 0],
	['Europe/Brussels', 60, 120],
	['America/New_York', -300, -240],
	// Goes back from summer time in April, and to it in October.
	['Australia/Sydney', 660, 600],
	// Skips the hour after midnight.
	['Africa/Cairo', 120, 180],
	['America/Santiago', -180, -240]
] as const;

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

	it('a night has its hours where the clock of the machine, or that of Belgium, skips one', async () => {
		const { openingState } = await import('./state.ts');
		const { upcomingDays } = await import('./days.ts');
		// Brussels and Sydney; New York; where midnight is skipped.
		for (const day of ['2026-03-29', '2026-10-04', '2026-03-08', '2026-04-24', '2026-09-06']) {
			const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
			const noon = instant(year, month - 1, date, 12);
			const [told] = upcomingDays('Mo-Su 00:15-04:00', noon, 1);
			expect(told?.ranges, day).toMatchObject([{ from: '00:15', to: '04:00' }]);
			const ends = instant(year, month - 1, date, 4).toISOString();
			for (const hour of [0, 1, 3]) {
				const at = instant(year, month - 1, date, hour, 40);
				expect(openingState('Mo-Su 00:15-04:00', at), `${day} ${hour}`).toEqual({
					kind: 'open',
					until: ends
				});
			}
		}
		// The clock goes from two to three.
		const at = new Date('2026-03-29T01:10:00Z');
		expect(openingState('Su 02:30-04:00', at)).toEqual({ kind: 'open', until: '2026-03-29T02:00:00.000Z' });
		expect(openingState('Su 02:30-04:00', new Date('2026-03-29T00:50:00Z'))).toEqual({
			kind: 'opens',
			at: '2026-03-29T01:30:00.000Z'
		});
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
