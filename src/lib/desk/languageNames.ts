import { formatList } from '$lib/i18n/format';
import { languageName } from '$lib/upkeep/languageNames';

/** "Nederlands, Frans en Turks". @param tags BCP 47 */
export const languageNames = (tags: readonly string[]): string => formatList(tags.map(languageName));
