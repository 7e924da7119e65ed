/** Which language a cell names: by its tag, or by its name in Dutch, French or English. */
import { canonicalLanguageTag } from '../domain/text/languageTag.ts';
import { withoutAccents } from '../domain/text/slug.ts';

/** What people write beside the name that the standard gives, in small letters without accents. */
const ALSO: Readonly<Record<string, string>> = {
	gebarentaal: 'vgt',
	'vlaamse gebarentaal': 'vgt',
	'langue des signes': 'sfb',
	flamand: 'nl',
	vlaams: 'nl',
	farsi: 'fa',
	dari: 'fa-AF',
	berbers: 'ber',
	tamazight: 'zgh',
	chinees: 'zh',
	koerdisch: 'ku',
	roma: 'rom'
};
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
let names: Map<string, string> | undefined;

/** Every language with a tag of two letters (ISO 639-1), as the Unicode locale data calls it. Made at the first question. */
function namesOfLanguages(): Map<string, string> {
	const known = new Map<string, string>();
	const tags = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
	for (const locale of ['en', 'fr', 'nl']) {
		const display = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });
		for (const tag of tags) {
			const name = display.of(tag);
			if (name) known.set(withoutAccents(name), tag);
		}
	}
	for (const [name, tag] of Object.entries(ALSO)) known.set(name, tag);
	return known;
}

/** @param word one name or tag @returns a tag as BCP 47 writes it; null when it is none that we know */
export function languageTag(word: string): string | null {
	names ??= namesOfLanguages();
	return names.get(withoutAccents(word)) ?? canonicalLanguageTag(word);
}
