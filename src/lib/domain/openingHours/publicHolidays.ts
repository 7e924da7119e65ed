/** The ten public holidays of Belgium, as the library of opening hours knows them. */
import OpeningHours from 'opening_hours';
import { libraryDate } from './brusselsTime.ts';
import { BELGIUM } from './timeline.ts';

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
	holidayNamed(holidays.getComment(libraryDate(wall)));

/** Whether the library said this for want of a comment of its own. */
export const holidayNamed = (comment: string | null | undefined): PublicHoliday | null =>
	BY_NAME.get(comment?.split(' - ')[0] ?? '') ?? null;
