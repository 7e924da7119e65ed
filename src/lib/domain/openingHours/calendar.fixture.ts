/** The Belgian calendar, reckoned anew so that tests do not lean on what they test. Days are counted since 1970. */

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const dayOf = (year: number, month: number, day: number): number => Date.UTC(year, month, day) / DAY;

/** "2026-12-25" */
export const iso = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** By the rule that Europe follows. */
function lastSundayAtOne(year: number, month: number): number {
	const last = new Date(Date.UTC(year, month + 1, 0, 1));
	return last.getTime() - last.getUTCDay() * DAY;
}

/** When the clock in Belgium shows this. */
export function instant(year: number, month: number, day: number, hours: number, minutes = 0): Date {
	const wall = Date.UTC(year, month, day, hours, minutes);
	const summer = wall - 2 * HOUR;
	const of = new Date(wall).getUTCFullYear();
	const isSummer = summer >= lastSundayAtOne(of, 2) && summer < lastSundayAtOne(of, 9);
	return new Date(isSummer ? summer : wall - HOUR);
}

/** Easter Sunday by the method of Meeus, Jones and Butcher. */
export function easter(year: number): number {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const f = Math.floor((b + 8) / 25);
	const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - f + 1) / 3) + 15) % 30;
	const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
	const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
	return dayOf(year, Math.floor(n / 31) - 1, (n % 31) + 1);
}

export const holidaysOf = (year: number): Record<string, string> => ({
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
