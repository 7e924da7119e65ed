/** Numbers and dates as readers of the page's language write them. */
import type { Locale } from '$lib/domain/directory';
import { getLocale } from './paraglide/runtime.js';

/** The Belgian form of each language; English has none of its own. */
export const LANGUAGE_TAGS: Record<Locale, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' };

const tag = () => LANGUAGE_TAGS[getLocale()];

export const formatNumber = (value: number): string => new Intl.NumberFormat(tag()).format(value);

/** @param isoDate a day ("2018-03-01") or an instant, read in Belgian time */
export const formatDate = (isoDate: string): string =>
	new Intl.DateTimeFormat(tag(), { dateStyle: 'long', timeZone: 'Europe/Brussels' }).format(
		new Date(isoDate)
	);

/** "A, B en C" */
export const formatList = (items: string[]): string =>
	new Intl.ListFormat(tag(), { type: 'conjunction' }).format(items);

/** Number of a year from an ISO date; years are written alike in all three languages. */
export const yearOf = (isoDate: string): string => isoDate.slice(0, 4);
