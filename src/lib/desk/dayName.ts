import { LANGUAGE_TAGS } from '$lib/base/i18n/format';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';

/** In the language of the page. @param day 0 is Monday */
export const dayName = (day: number): string =>
	// 1 January 2024 was a Monday.
	new Intl.DateTimeFormat(LANGUAGE_TAGS[getLocale()], { weekday: 'long', timeZone: 'UTC' }).format(
		Date.UTC(2024, 0, 1 + day)
	);

/** To begin a sentence or a heading with. */
export const capitalized = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
