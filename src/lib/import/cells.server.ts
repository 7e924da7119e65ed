/** What people and spreadsheets write in a cell, as the database has it. */
import { isEmailAddress } from '../domain/account/emailAddress.ts';
import { canonicalLanguageTag } from '../domain/text/languageTag.ts';
import { readHoursText } from '../domain/openingHours/schema.ts';
import { toPhoneNumber } from '../domain/text/phoneNumber.ts';
import { characters, cleanText, onOneLine } from '../domain/text/text.ts';
import { toWebAddress } from '../domain/text/webAddress.ts';
import type { ProblemCode } from './importPlan.ts';
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
	...['yes', 'ja', 'oui', '1', 'x', 'waar', 'vrai', 'true'].map((word) => [word, 'yes'] as const),
	...['limited', 'beperkt', 'deels', 'limite', 'partiel'].map((word) => [word, 'limited'] as const),
	...['no', 'nee', 'neen', 'non', '0', 'onwaar', 'faux', 'false'].map((word) => [word, 'no'] as const)
]);
const LANGUAGES = new Map<string, string>(
	[
		'nl nederlands neerlandais dutch',
		'fr frans francais french',
		'en engels anglais english',
		'de duits allemand german',
		'ar arabisch arabe arabic',
		'tr turks turc turkish',
		'uk oekraiens ukrainien ukrainian',
		'es spaans espagnol spanish',
		'it italiaans italien italian',
		'pl pools polonais polish',
		'vgt gebarentaal'
	].flatMap((line) => line.split(' ').map((name, _, [tag = '']) => [name, tag] as const))
);

const plain = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase()
		.trim();

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
	const word = plain(cell);
	if (TRUE.has(word)) return true;
	if (FALSE.has(word)) return false;
	throw new CellProblem('bad_boolean', cell);
}

/** E.164, or a short number. A spreadsheet takes the zero or the plus sign in front for superfluous. */
export function phoneOf(cell: string): string {
	const typed = onOneLine(cell);
	const attempts = /^\d{8,9}$/.test(typed)
		? [`0${typed}`, typed]
		: /^[1-9]\d{9,14}$/.test(typed)
			? [`+${typed}`, typed]
			: [typed];
	const number = attempts
		.map((attempt) => toPhoneNumber(attempt))
		.find((found) => found !== null && isGivenOut(found));
	if (!number) throw new CellProblem('bad_phone', cell);
	return number;
}

export function emailOf(cell: string): string {
	const address = onOneLine(cell).replace(/^mailto:/i, '');
	if (!isEmailAddress(address)) throw new CellProblem('bad_email', cell);
	return address;
}

export function websiteOf(cell: string): string {
	const address = toWebAddress(onOneLine(cell));
	if (address === null) throw new CellProblem('bad_website', cell);
	return address;
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
		const words = cell.split(/[\s,;/|+]+/).filter((word) => word !== '');
		const tags = words.map((word) => {
			const tag = LANGUAGES.get(plain(word)) ?? canonicalLanguageTag(word);
			if (tag === null) throw new CellProblem('bad_language', word);
			return tag;
		});
		if (tags.length > most) throw new CellProblem('bad_language', cell);
		return [...new Set(tags)];
	};

export function wheelchairOf(cell: string): string {
	const value = WHEELCHAIR.get(plain(cell));
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
