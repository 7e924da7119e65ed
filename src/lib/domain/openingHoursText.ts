/** Opening hours in OpenStreetMap's syntax, as lines a person can read. */
import OpeningHours from 'opening_hours';
import type { Locale } from './directory.ts';

/** English keeps OpenStreetMap's own short codes in the library; these are what readers know them as. */
const ENGLISH: Record<string, string> = {
	Mo: 'Mon',
	Tu: 'Tue',
	We: 'Wed',
	Th: 'Thu',
	Fr: 'Fri',
	Sa: 'Sat',
	Su: 'Sun',
	PH: 'Public holidays',
	off: 'closed'
};
const ENGLISH_CODE = new RegExp(`\\b(${Object.keys(ENGLISH).join('|')})\\b`, 'g');

/**
 * One line a rule: "ma-vr 09:00-12:00, 13:30-16:30".
 * @returns null when the value is not valid `opening_hours` syntax
 */
export function openingHoursLines(value: string, locale: Locale): string[] | null {
	try {
		const hours = new OpeningHours(value, null);
		// The library reads `conf`; its type declarations only know the options inside.
		const conf = { locale, rule_sep_string: '\n', print_semicolon: false };
		const options = { ...conf, conf };
		const text = hours.prettifyValue(options);
		const readable = locale === 'en' ? text.replace(ENGLISH_CODE, (code) => ENGLISH[code] ?? code) : text;
		return readable.split('\n').map((line) => line.replace(/,(?=\S)/g, ', '));
	} catch {
		return null;
	}
}
