/** What people and spreadsheets write in a cell, as the database has it. */
import { isEmailAddress } from '../domain/account/emailAddress.ts';
import { readHoursText } from '../domain/openingHours/schema.ts';
import { toPhoneNumber } from '../domain/text/phoneNumber.ts';
import { characters, cleanText, onOneLine } from '../domain/text/text.ts';
import { toWebAddress } from '../domain/text/webAddress.ts';
import { withoutAccents } from '../domain/text/slug.ts';
import type { ProblemCode, WarningCode } from './importPlan.ts';
import { languageTag } from './languageName.server.ts';
import { isGivenOut } from '../domain/text/phoneNumberPlan.server.ts';

/** A cell that cannot be read: which sentence says so, and what goes into it. */
export class CellProblem extends Error {
	override name = 'CellProblem';
	readonly code: ProblemCode;
	readonly values: string[];

	constructor(code: ProblemCode, ...values: string[]) {
		super(code);
		this.code = code;
		this.values = values;
	}
}

const TRUE = new Set('ja j oui o yes y true waar vrai 1 x'.split(' '));
const FALSE = new Set('nee n neen non no false onwaar faux 0'.split(' '));
const WHEELCHAIR = new Map<string, string>([
	...['yes', 'ja', 'oui', '1', 'x', 'waar', 'vrai', 'true', 'toegankelijk', 'accessible'].map(
		(word) => [word, 'yes'] as const
	),
	...[
		'limited',
		'beperkt',
		'deels',
		'gedeeltelijk',
		'met hulp',
		'ja, met hulp',
		'limite',
		'partiel',
		'partiellement',
		'avec aide',
		'oui, avec aide'
	].map((word) => [word, 'limited'] as const),
	...['no', 'nee', 'neen', 'non', '0', 'onwaar', 'faux', 'false', 'niet toegankelijk', 'non accessible'].map(
		(word) => [word, 'no'] as const
	)
]);

/** Says what is odd about what was read. */
export type Warn = (code: WarningCode, ...values: string[]) => void;
/** @throws CellProblem */
export type ReadCell = (cell: string, warn: Warn) => unknown;

export const lineOf =
	(limit: number) =>
	(cell: string): string =>
		within(onOneLine(cell), limit);
export const textOf =
	(limit: number) =>
	(cell: string): string =>
		within(cleanText(cell), limit);

function within(text: string, limit: number): string {
	if (characters(text) > limit) throw new CellProblem('too_long', String(limit));
	return text;
}

export function postcodeOf(cell: string): string {
	const digits = cell.replace(/^be?[\s-]*/i, '').replace(/\s/g, '');
	if (!/^[1-9]\d{3}$/.test(digits)) throw new CellProblem('bad_postcode', cell);
	return digits;
}

export function degreesOf(cell: string): number {
	const text = cell.replace(/[\s°]/g, '').replace(',', '.');
	if (!/^-?\d{1,3}(\.\d{1,20})?$/.test(text)) throw new CellProblem('bad_number', cell);
	return Number(text);
}

export function booleanOf(cell: string): boolean {
	const word = withoutAccents(cell);
	if (TRUE.has(word)) return true;
	if (FALSE.has(word)) return false;
	throw new CellProblem('bad_boolean', cell);
}

/** E.164, or a short number. A spreadsheet takes the zero or the plus sign in front for superfluous. */
export const phoneOf: ReadCell = (cell, warn) =>
	firstOf(cell, /\s*(?:[;,|\n]|\s(?:of|ou|or|en|et|and)\s|\s\/\s)\s*/i, phoneNumber, 'bad_phone', warn);

function phoneNumber(text: string): string | null {
	const typed = onOneLine(
		text.replace(/^[\s(]*(?:tel|telefoon|tél|téléphone|gsm|phone|t|ph)\b[.:)\s]*/i, '')
	);
	const attempts = /^\d{8,9}$/.test(typed)
		? [`0${typed}`, typed]
		: /^[1-9]\d{9,14}$/.test(typed)
			? [`+${typed}`, typed]
			: [typed];
	const found = attempts
		.map((attempt) => toPhoneNumber(attempt))
		.find((number) => number !== null && isGivenOut(number));
	return found ?? null;
}

export const emailOf: ReadCell = (cell, warn) =>
	firstOf(cell, /\s*[;,|/\n]\s*|\s+(?:of|ou|or|en|et|and)\s+|\s+/i, emailAddress, 'bad_email', warn);

function emailAddress(text: string): string | null {
	// "Loket Gent <loket@gent.example>", as a mail program copies it.
	const address = text.replace(/^mailto:|^<|>$/gi, '');
	return isEmailAddress(address) ? address : null;
}

export const websiteOf: ReadCell = (cell, warn) =>
	firstOf(cell, /\s*[;|\n]\s*|\s+(?:of|ou|or|en|et|and)\s+|,\s+|\s+/i, toWebAddress, 'bad_website', warn);

/** A cell that holds more than there is place for gives the first, and says what is left. */
function firstOf(
	cell: string,
	between: RegExp,
	read: (text: string) => string | null,
	problem: ProblemCode,
	warn: Warn
): string {
	const whole = read(onOneLine(cell));
	if (whole !== null) return whole;
	const texts = cell
		.trim()
		.split(between)
		.filter((text) => text !== '');
	const found = texts.map((text) => read(text)).filter((value) => value !== null);
	const [first, ...others] = new Set(found);
	if (first === undefined) throw new CellProblem(problem, cell);
	if (others.length > 0) warn('first_of_several', first, others.join(', '));
	return first;
}

/** Distinct hours are few, and reading them is slow. */
export function hoursReader(limit: number): (cell: string) => string {
	const known = new Map<string, string | CellProblem>();
	return (cell) => {
		// A line of its own in the cell is a rule of its own.
		const typed = onOneLine(cell.trim().replace(/[;,]?\s*\r?\n\s*/g, '; '));
		const result = known.get(typed) ?? readHours(typed, limit);
		known.set(typed, result);
		if (result instanceof CellProblem) throw result;
		return result;
	};
}

function readHours(typed: string, limit: number): string | CellProblem {
	if (typed.length > limit) return new CellProblem('too_long', String(limit));
	const text = readHoursText(typed);
	if ('code' in text) return new CellProblem('bad_hours', text.code, text.marked, ...text.readings);
	return text.value.length > limit ? new CellProblem('too_long', String(limit)) : text.value;
}

export const languagesOf =
	(most: number) =>
	(cell: string): string[] => {
		const words = cell
			.split(/[,;/|+&\n]+|\s+(?:en|et|and|of|ou|or)\s+/i)
			.map((word) => word.trim())
			.filter((word) => word !== '');
		// "nl fr en" is three, "Haïtiaans Creools" is one.
		const tags = words.flatMap((word) => languageTag(word) ?? word.split(/\s+/).map(requireLanguage));
		if (tags.length > most) throw new CellProblem('bad_language', cell);
		return [...new Set(tags)];
	};

function requireLanguage(word: string): string {
	const tag = languageTag(word);
	if (tag === null) throw new CellProblem('bad_language', word);
	return tag;
}

export function wheelchairOf(cell: string): string {
	const value = WHEELCHAIR.get(withoutAccents(cell));
	if (value === undefined) throw new CellProblem('bad_wheelchair', cell);
	return value;
}

/** 2026-03-01, 01/03/2026 and 1.3.26; the day comes first, as in Belgium. */
export function dateOf(cell: string): string {
	const text = cell.trim().replace(/[T\s]0?0:00(:00)?$/, '');
	const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
	const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text);
	const [year, month, day] = iso ? iso.slice(1) : local ? local.slice(1).reverse() : [];
	if (!year || !month || !day) throw new CellProblem('bad_date', cell);
	const date = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	const parsed = new Date(`${date}T00:00:00Z`);
	if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date) {
		throw new CellProblem('bad_date', cell);
	}
	return date;
}
