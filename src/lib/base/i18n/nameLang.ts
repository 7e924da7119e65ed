import { nameLanguage, namesIn } from '$lib/domain/text/nameLanguage';
import { getLocale } from './paraglide/runtime.js';

/**
 * For the attribute `lang` of an element that holds nothing but a name: a screen reader says it in its own language on a
 * page in another one. Undefined where it is that of the page, or two stand there: `Name.svelte` tells those apart.
 */
export function nameLang(name: string): 'nl' | 'fr' | undefined {
	const language = nameLanguage(name);
	return language === getLocale() || namesIn(name).length > 1 ? undefined : language;
}
