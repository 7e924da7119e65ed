/** The ten public holidays of Belgium, as the library of opening hours knows them. */
import OpeningHours, { type nominatim_object } from 'opening_hours';
import { DAY, startOfDay } from './brusselsTime.ts';
import { byWallClock, libraryDate } from './wallDate.ts';

/** No region: the library then knows the ten national public holidays and no others. */
export const BELGIUM: nominatim_object = {
	lat: 50.85,
	lon: 4.35,
	address: { country_code: 'be', state: '' }
};

export type PublicHoliday =
	| 'new_year'
	| 'easter_monday'
	| 'labour_day'
	| 'ascension'
	| 'whit_monday'
	| 'national_day'
	| 'assumption'
	| 'all_saints'
	| 'armistice'
	| 'christmas';

/** By the names of the library, which are in two languages: "Kerstmis - Noël". */
const BY_NAME = new Map<string, PublicHoliday>([
	['Nieuwjaar', 'new_year'],
	['Paasmaandag', 'easter_monday'],
	['Dag van de Arbeid', 'labour_day'],
	['Hemelvaartsdag', 'ascension'],
	['Pinkstermaandag', 'whit_monday'],
	['Nationale feestdag', 'national_day'],
	['Tenhemelopneming', 'assumption'],
	['Allerheiligen', 'all_saints'],
	['Wapenstilstand', 'armistice'],
	['Kerstmis', 'christmas']
]);

const holidays = new OpeningHours('PH', BELGIUM);

/** By year, and then by the start of the day; a year at a time, for the library is slow to say it of a day. */
const byYear = new Map<number, ReadonlyMap<number, PublicHoliday>>();

/** @param wall a Belgian wall time; where two fall together, as on 1 May 2008, the first of them. */
export function publicHolidayOn(wall: number): PublicHoliday | null {
	const year = new Date(wall).getUTCFullYear();
	const known = byYear.get(year) ?? byWallClock(() => holidaysIn(year));
	byYear.set(year, known);
	return known.get(startOfDay(wall)) ?? null;
}

function holidaysIn(year: number): Map<number, PublicHoliday> {
	const [from, to] = [libraryDate(Date.UTC(year, 0, 1)), libraryDate(Date.UTC(year + 1, 0, 1))];
	const found = new Map<number, PublicHoliday>();
	for (const [begins, ends] of holidays.getOpenIntervals(from, to)) {
		for (let day = begins.getTime(); day < ends.getTime(); day += DAY) {
			const holiday = holidayNamed(holidays.getComment(libraryDate(day)));
			if (holiday) found.set(day, holiday);
		}
	}
	return found;
}

/** Whether the library said this for want of a comment of its own. */
export const holidayNamed = (comment: string | null | undefined): PublicHoliday | null =>
	BY_NAME.get(comment?.split(' - ')[0] ?? '') ?? null;
