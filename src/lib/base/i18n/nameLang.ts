import { nameLanguage } from '$lib/domain/text/nameLanguage';
import { getLocale } from './paraglide/runtime.js';

/**
 * For the attribute `lang` of an element that holds nothing but a name, or what its owner wrote: a screen reader says it in
 * its own language on a page in another one. Undefined where it is that of the page.
 */
export function nameLang(text: string): 'nl' | 'fr' | undefined {
	const language = nameLanguage(text);
	return language === getLocale() ? undefined : language;
}
