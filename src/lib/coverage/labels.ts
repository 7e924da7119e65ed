/** What the white spots are called in the reader's language. */
import type { Gap, Line } from '$lib/domain/colleague/coverage';
import { LANGUAGE_TAGS } from '$lib/base/i18n/format';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';

export const gapLabel = (gap: Gap): string =>
	({
		deelname: m.coverage_gap_participation,
		loket: m.coverage_gap_desk,
		bevestiging: m.coverage_gap_confirmation,
		thema: m.coverage_gap_topic
	})[gap]();

export const lineLabel = (line: Line): string =>
	({ deelname: m.coverage_line_participation, loket: m.coverage_line_desk })[line]();

const inUtc = (options: Intl.DateTimeFormatOptions) => (month: string) =>
	new Intl.DateTimeFormat(LANGUAGE_TAGS[getLocale()], { ...options, timeZone: 'UTC' }).format(
		new Date(month)
	);

/** "november 2026". @param month its first day, as an ISO date */
export const monthLabel = inUtc({ month: 'long', year: 'numeric' });

/** "nov 2026" */
export const shortMonthLabel = inUtc({ month: 'short', year: 'numeric' });

/** "42%". @param share between 0 and 1 */
export const shareLabel = (share: number): string =>
	new Intl.NumberFormat(LANGUAGE_TAGS[getLocale()], { style: 'percent', maximumFractionDigits: 0 }).format(
		share
	);
