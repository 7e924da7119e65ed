import type { Locale } from '$lib/domain/directory/directory';
import { localizeHref } from './paraglide/runtime.js';

/**
 * The address of a page of ours in the reader's language, or in `locale`: "/over" becomes "/fr/over". Without the slash
 * at the end that the start page would get in French and English, from which Kit redirects.
 * @param path path, with query and fragment if any
 */
export function localPath(path: string, locale?: Locale): string {
	return localizeHref(path, locale ? { locale } : {}).replace(/^(\/[a-z]{2})\/(?=$|[?#])/, '$1');
}
