/** The ten public holidays of Belgium, as the library of opening hours knows them. */
import OpeningHours, { type nominatim_object } from 'opening_hours';
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

/** @param wall a Belgian wall time; where two fall together, as on 1 May 2008, the first of them. */
export const publicHolidayOn = (wall: number): PublicHoliday | null =>
	holidayNamed(byWallClock(() => holidays.getComment(libraryDate(wall))));

/** Whether the library said this for want of a comment of its own. */
export const holidayNamed = (comment: string | null | undefined): PublicHoliday | null =>
	BY_NAME.get(comment?.split(' - ')[0] ?? '') ?? null;
