import type { PublicHoliday } from '$lib/domain/openingHours/publicHolidays';
import { m } from '$lib/base/i18n/paraglide/messages.js';

const NAMES: Record<PublicHoliday, () => string> = {
	new_year: m.hours_holiday_new_year,
	easter_monday: m.hours_holiday_easter_monday,
	labour_day: m.hours_holiday_labour_day,
	ascension: m.hours_holiday_ascension,
	whit_monday: m.hours_holiday_whit_monday,
	national_day: m.hours_holiday_national_day,
	assumption: m.hours_holiday_assumption,
	all_saints: m.hours_holiday_all_saints,
	armistice: m.hours_holiday_armistice,
	christmas: m.hours_holiday_christmas
};

/** In the language of the page. */
export const holidayName = (holiday: PublicHoliday): string => NAMES[holiday]();
