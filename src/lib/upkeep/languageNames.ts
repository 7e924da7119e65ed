import { LANGUAGE_TAGS } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages.js';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';

/** In the language of the page; one that it has no word for by its tag. */
export function languageName(tag: string): string {
	// The names that the standard has none for, or one that only linguists know.
	if (tag === 'vgt') return m.upkeep_language_vgt();
	try {
		return new Intl.DisplayNames(LANGUAGE_TAGS[getLocale()], { type: 'language' }).of(tag) ?? tag;
	} catch {
		return tag;
	}
}
