/** Whether a desk is open, in a few words. */
import type { Locale } from '$lib/domain/directory/directory';
import { dateOf, DAY, startOfDay, timeOf, wallTime } from '$lib/domain/openingHours/brusselsTime';
import type { OpeningState } from '$lib/domain/openingHours/state';
import { timeInWords } from '$lib/domain/openingHours/words';
import { dateFormat } from '$lib/domain/text/dates';
import { LANGUAGE_TAGS } from '$lib/base/i18n/format';
import { m } from '$lib/base/i18n/paraglide/messages.js';

/** "Nu open, tot 17 uur", "Gesloten, opent maandag om 9 uur". @param now the moment that the state is of */
export function openingStatus(state: OpeningState, locale: Locale, now: Date): string {
	const words = { locale };
	switch (state.kind) {
		case 'open':
			return state.until === null
				? m.hours_status_open({}, words)
				: m.hours_status_open_until(
						{ time: timeInWords(timeOf(wallTime(Date.parse(state.until))), locale) },
						words
					);
		case 'opens':
			return whenItOpens(wallTime(Date.parse(state.at)), locale, wallTime(now.getTime()));
		case 'closed':
			return m.hours_status_closed({}, words);
		case 'appointment':
			return m.hours_status_appointment({}, words);
		case 'unknown':
			return state.since === undefined
				? m.hours_status_unknown({}, words)
				: m.hours_status_since(
						{ time: timeInWords(timeOf(wallTime(Date.parse(state.since))), locale) },
						words
					);
	}
}

function whenItOpens(at: number, locale: Locale, now: number): string {
	const words = { locale };
	const time = timeInWords(timeOf(at), locale);
	const days = (startOfDay(at) - startOfDay(now)) / DAY;
	const named = (options: Intl.DateTimeFormatOptions) =>
		dateFormat(LANGUAGE_TAGS[locale], { ...options, timeZone: 'UTC' }).format(Date.parse(dateOf(at)));
	if (days === 0) return m.hours_status_opens_today({ time }, words);
	if (days === 1) return m.hours_status_opens_tomorrow({ time }, words);
	// A week from now the name of the day would be taken for today's.
	if (days < 7) return m.hours_status_opens_weekday({ day: named({ weekday: 'long' }), time }, words);
	return m.hours_status_opens_date({ date: named({ day: 'numeric', month: 'long' }), time }, words);
}
