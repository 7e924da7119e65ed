import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';

/**
 * Address of a picture of the map. Names in it are in the language of the page.
 * @param search what it is of, as a query with its question mark; '' for all of it
 * @param edition of the directory that is drawn
 */
export function pictureSrc(path: string, search: string, edition: string): string {
	const locale = getLocale();
	// Another name than `taal`, which asks for a language that is spoken at the desk.
	const named = locale === 'nl' ? '' : `&lang=${locale}`;
	return `${path}${search}${search ? '&' : '?'}v=${edition}${named}`;
}
