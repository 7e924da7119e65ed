/** Numbers and dates as readers of the page's language write them. */
import type { Locale } from '$lib/domain/directory/directory';
import { dateFormat } from '$lib/domain/text/dates';
import { unbroken } from '$lib/domain/text/noBreak';
import { m } from './paraglide/messages.js';
import { getLocale } from './paraglide/runtime.js';

/** The Belgian form of each language; English has none of its own. */
export const LANGUAGE_TAGS: Record<Locale, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' };

const tag = () => LANGUAGE_TAGS[getLocale()];

export const formatNumber = (value: number): string => new Intl.NumberFormat(tag()).format(value);

/** @param isoDate a day ("2018-03-01") or an instant, read in Belgian time */
export const formatDate = (isoDate: string, locale: Locale = getLocale()): string =>
	dateFormat(LANGUAGE_TAGS[locale], { dateStyle: 'long', timeZone: 'Europe/Brussels' }).format(
		new Date(isoDate)
	);

/** "A, B en C" */
export const formatList = (items: readonly string[]): string =>
	new Intl.ListFormat(tag(), { type: 'conjunction' }).format(items);

/** Number of a year from an ISO date; years are written alike in all three languages. */
export const yearOf = (isoDate: string): string => isoDate.slice(0, 4);

/** Day and hour in Belgian time. @param isoInstant with its time zone */
export const formatDateTime = (isoInstant: string): string =>
	dateFormat(tag(), {
		dateStyle: 'medium',
		timeStyle: 'short',
		timeZone: 'Europe/Brussels'
	}).format(new Date(isoInstant));

/** The hour alone, in Belgian time. @param isoInstant with its time zone */
export const formatTime = (isoInstant: string): string =>
	dateFormat(tag(), { timeStyle: 'short', timeZone: 'Europe/Brussels' }).format(new Date(isoInstant));

const AGE_UNITS = [
	['year', 31_536_000],
	['month', 2_592_000],
	['day', 86_400],
	['hour', 3_600],
	['minute', 60]
] as const;

/** "3 dagen geleden". Both are ISO instants; `now` comes from the server, so that it says the same in the browser. */
export function formatAge(isoInstant: string, now: string): string {
	const seconds = Math.max(0, (Date.parse(now) - Date.parse(isoInstant)) / 1_000);
	const [unit, size] = AGE_UNITS.find(([, length]) => seconds >= length) ?? ['second', 1];
	return new Intl.RelativeTimeFormat(tag(), { numeric: 'auto' }).format(
		unit === 'second' ? 0 : -Math.floor(seconds / size),
		unit
	);
}

function kilometres(metres: number, locale: Locale, options: Intl.NumberFormatOptions = {}): string {
	const count = Math.max(0.1, metres / 1_000);
	const maximumFractionDigits = count < 9.95 ? 1 : 0;
	return new Intl.NumberFormat(LANGUAGE_TAGS[locale], { ...options, maximumFractionDigits }).format(count);
}

/** "1,2 km"; to a tenth under ten kilometres, to a whole one above: the same distance reads the same on every page. */
export const formatDistance = (metres: number): string =>
	unbroken(kilometres(metres, getLocale(), { style: 'unit', unit: 'kilometer' }));

/** The same without its unit: "1,2". */
export const formatKilometres = (metres: number, locale: Locale): string => kilometres(metres, locale);

/** What a language is called, in a sentence: "français"; one without a name by its tag. @param languageTag BCP 47 */
export function languageName(languageTag: string): string {
	// The standard's own name is one that only linguists know.
	if (languageTag === 'vgt') return m.editing_language_vgt();
	try {
		return new Intl.DisplayNames(tag(), { type: 'language' }).of(languageTag) ?? languageTag;
	} catch {
		return languageTag;
	}
}

/** The same, to stand by itself: "Français". */
export function languageLabel(languageTag: string): string {
	const name = languageName(languageTag);
	return name.charAt(0).toLocaleUpperCase(tag()) + name.slice(1);
}

/** "Nederlands, Frans en Turks". @param languageTags BCP 47 */
export const languageNames = (languageTags: readonly string[]): string =>
	formatList(languageTags.map(languageName));
