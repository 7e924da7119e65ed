/** What people write about opening hours, word by word. */
import { DAY_CODES, MONTHS } from '../syntax.ts';
import { LEXICONS, type Meaning, type Tongue } from './lexicon.ts';

export type Token = (
	| Meaning
	/** Minutes since midnight; "9" alone may be the day of a date as well. */
	| { kind: 'time'; minutes: number; isBare: boolean }
	| { kind: 'date'; day: number; month: number; year: number | null }
	| { kind: 'year'; year: number }
	/** Between quotation marks. */
	| { kind: 'words'; words: string }
	| { kind: 'unread' }
) & {
	/** Where it stands in the text. */
	at: number;
	end: number;
};

/** Letters without accents and capitals, one for one, so that places stay. */
const plain = (text: string): string =>
	Array.from({ length: text.length }, (_, i) => {
		const letter = (text[i] ?? '').normalize('NFD')[0]?.toLowerCase() ?? '';
		return letter.length === 1 ? ({ '’': "'", '‘': "'", '\u00a0': ' ' }[letter] ?? letter) : ' ';
	}).join('');

/** The codes of the syntax mean the same in every language. */
const CODES: readonly (readonly [RegExp, Meaning])[] = [
	...DAY_CODES.map(
		(code, day) =>
			[
				new RegExp(`${code}(?![\\p{L}.])(?! (?:zijn|hebben|are))`, 'uy'),
				{ kind: 'days', days: [day] }
			] as const
	),
	...MONTHS.filter((code) => code !== 'Mar').map(
		(code) =>
			[new RegExp(`${code}(?![\\p{L}.])`, 'uy'), { kind: 'month', month: MONTHS.indexOf(code) }] as const
	),
	[/PH(?!\p{L})/uy, { kind: 'holidays' }],
	[/(?:off|closed)(?!\p{L})/uy, { kind: 'closed' }],
	[/open(?!\p{L})/uy, { kind: 'noise' }]
];

const compiled = new Map<Tongue, (readonly [RegExp, Meaning])[]>();

function lexiconOf(tongue: Tongue): (readonly [RegExp, Meaning])[] {
	const known =
		compiled.get(tongue) ??
		LEXICONS[tongue].map(([source, meaning]) => {
			const isWord = /[a-z]/.test(source.replace(/\\[a-z]/g, ''));
			// An abbreviation may have its point, unless that ends the sentence.
			return [
				new RegExp(isWord ? `(?:${source})(?![\\p{L}\\d])(?:\\.(?=\\s*\\S))?` : source, 'uy'),
				meaning
			] as const;
		});
	compiled.set(tongue, known);
	return known;
}

/** "9u30", "9:30", "9.30 uur", "9h30" and "9"; an "u" is only said in Dutch. */
const CLOCKS: Readonly<Record<'nl' | 'fr' | 'en', RegExp>> = {
	nl: /(\d{1,2})(?:[:.](\d{2})(?:\s*(?:uren|uur|u|h)(?!\p{L})\.?)?|\s*(?:uren|uur|u|h)\.?\s?(\d{2})?(?![\p{L}\d]))(?!\d)/uy,
	fr: /(\d{1,2})(?:[:.](\d{2})(?:\s*(?:heures?|h)(?!\p{L})\.?)?|\s*(?:heures?|h)\.?\s?(\d{2})?(?![\p{L}\d]))(?!\d)/uy,
	en: /(\d{1,2})(?:[:.](\d{2})(?:\s*(?:hrs?|h)(?!\p{L})\.?)?|\s*(?:h)\s?(\d{2})?(?![\p{L}\d]))(?!\d)/uy
};
const TWELVE_HOURS = /(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?m(?!\p{L})\.?/uy;
/** "0900-1200"; not "2026-2027". */
const FOUR_DIGITS =
	/(?!20[2-9]\d)([01]\d|2[0-4])([0-5]\d)(?=\s*[-–]\s*[0-2]\d[0-5]\d(?!\d))|(?<=(?<!\d)[0-2]\d[0-5]\d\s*[-–]\s*)(?!20[2-9]\d)([01]\d|2[0-4])([0-5]\d)(?!\d)/uy;
const BARE = /(\d{1,2})(?![\d:.]?\d)/uy;
/** Not "9-12/13-16" nor "24/7". */
const NUMERIC_DATE =
	/(?<!(?<!\/\d{0,2})\d\s?[-–]\s?)(?!24\/7(?![\d/]))(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?!\d)(?!\s?[-–]\s?\d{1,2}(?![\d/]))/uy;
const ISO_DATE = /(\d{4})-(\d{2})-(\d{2})(?!\d)/uy;
const YEAR = /(20\d{2})(?!\d)/uy;
const QUOTED = /["“”„«]\s*([^"“”„«»]*?)\s*["“”»]/uy;

/** @returns everything in the text; what no word of the language fits is "unread" */
export function tokensOf(text: string, tongue: Tongue): Token[] {
	const letters = plain(text);
	const tokens: Token[] = [];
	let at = 0;
	while (at < text.length) {
		if (/\s/.test(text[at] ?? '') && text[at] !== '\n') {
			at++;
			continue;
		}
		const token = tokenAt(text, letters, at, tongue);
		tokens.push(token);
		at = token.end;
	}
	// The hyphen of "zon- en feestdagen" is no period.
	return tokens.filter(
		({ kind }, i) => kind !== 'range' || !['and', 'or'].includes(tokens[i + 1]?.kind ?? '')
	);
}

function tokenAt(text: string, letters: string, at: number, tongue: Tongue): Token {
	const find = (pattern: RegExp, where = letters) => {
		pattern.lastIndex = at;
		return pattern.exec(where);
	};
	const spanning = (found: RegExpExecArray) => ({ at, end: at + found[0].length });

	const quoted = find(QUOTED, text);
	if (quoted) return { kind: 'words', words: quoted[1] ?? '', ...spanning(quoted) };
	const number = numberAt(find, tongue);
	for (const [pattern, meaning] of CODES) {
		const found = find(pattern, text);
		if (found) return { ...meaning, ...spanning(found) };
	}
	let longest: Token | null = number && { ...number.token, ...spanning(number.found) };
	for (const [pattern, meaning] of lexiconOf(tongue)) {
		const found = find(pattern);
		if (found && found[0].length > (longest ? longest.end - at : 0))
			longest = { ...meaning, ...spanning(found) };
	}
	if (longest) return longest;
	const word = find(/[\p{L}\d'’-]+|./uy);
	return { kind: 'unread', at, end: at + (word?.[0].length ?? 1) };
}

type Find = (pattern: RegExp, where?: string) => RegExpExecArray | null;
type NumberToken =
	| { kind: 'time'; minutes: number; isBare: boolean }
	| { kind: 'date'; day: number; month: number; year: number | null }
	| { kind: 'year'; year: number };

function numberAt(find: Find, tongue: Tongue): { token: NumberToken; found: RegExpExecArray } | null {
	const time = (hours: number, minutes: number, isBare = false) => ({
		kind: 'time' as const,
		minutes: hours * 60 + minutes,
		isBare
	});
	const iso = find(ISO_DATE);
	if (iso)
		return {
			found: iso,
			token: { kind: 'date', day: Number(iso[3]), month: Number(iso[2]) - 1, year: Number(iso[1]) }
		};
	const twelve = tongue === 'en' ? find(TWELVE_HOURS) : null;
	if (twelve) {
		const hours = (Number(twelve[1]) % 12) + (twelve[3] === 'p' ? 12 : 0);
		return { found: twelve, token: time(hours, Number(twelve[2] ?? 0)) };
	}
	const clock = find(CLOCKS[tongue === 'fr-mars' ? 'fr' : tongue]);
	if (clock) return { found: clock, token: time(Number(clock[1]), Number(clock[2] ?? clock[3] ?? 0)) };
	const four = find(FOUR_DIGITS);
	if (four) return { found: four, token: time(Number(four[1] ?? four[3]), Number(four[2] ?? four[4])) };
	const date = find(NUMERIC_DATE);
	if (date && Number(date[2]) <= 12 && Number(date[2]) > 0) {
		return {
			found: date,
			token: {
				kind: 'date',
				day: Number(date[1]),
				month: Number(date[2]) - 1,
				year: date[3] ? Number(date[3]) : null
			}
		};
	}
	const year = find(YEAR);
	if (year) return { found: year, token: { kind: 'year', year: Number(year[1]) } };
	const bare = find(BARE);
	return bare && { found: bare, token: time(Number(bare[1]), 0, true) };
}
