/** The text of a file, or the sheet of a workbook, as a table with headings. */
import { parse } from 'csv-parse/sync';
import { MAX_ROWS } from './importPlan.ts';
import { FileProblem } from './fileProblem.server.ts';
import { headingsAt, separatorByHeadings } from './headings.server.ts';

export interface TableRow {
	/** As a spreadsheet numbers it: the first is row 1, above or with the headings. */
	row: number;
	cells: string[];
}
export interface Table {
	header: string[];
	/** What somebody said that each column is, by the name of a column; empty for one that is not read. */
	readAs?: string[] | null;
	/** Without rows that are empty, and without what is above the headings. */
	rows: TableRow[];
}

const SEPARATORS = [';', ',', '\t'] as const;
/** The first line by which Excel is told what separates the cells. */
const TOLD_SEPARATOR = /^"?sep=(.)"?\r?\n/i;
/** Of one row: more is a quotation mark that was never closed. */
const MAX_ROW_CHARACTERS = 60_000;
/** Also of those without anything in them, which take as long to read. */
const MAX_RECORDS = 2 * MAX_ROWS;

/** @throws FileProblem */
export function readTable(text: string): Table {
	const told = TOLD_SEPARATOR.exec(text);
	const body = told ? text.slice(told[0].length) : text;
	const separator = told?.[1] ?? separatorByHeadings(body, SEPARATORS) ?? separatorOf(body);
	if (separator === null) throw new FileProblem('one_column');
	const records = parsed(body, separator);
	if (records.length > MAX_RECORDS)
		throw new FileProblem('too_many_rows', String(body.split('\n').length - 1));
	return tableOf(records);
}

/** @param records every row, also those above the headings and without anything in them @throws FileProblem */
export function tableOf(records: readonly string[][]): Table {
	const above = headingsAt(records);
	const [first, ...others] = records.slice(above);
	const header = withoutEmptyEnd((first ?? []).map((cell) => cell.trim()));
	if (header.length < 2) throw new FileProblem('one_column');
	const rows = others
		.map((record, i) => ({ row: above + i + 2, cells: withoutEmptyEnd(record) }))
		.filter(({ cells }) => cells.length > 0 && !isTotal(cells));
	if (rows.length === 0) throw new FileProblem('no_rows');
	if (rows.length > MAX_ROWS) throw new FileProblem('too_many_rows', String(rows.length));
	return { header, rows };
}

/** "Totaal; ; ; 305": what a spreadsheet counts below its rows. */
function isTotal(cells: readonly string[]): boolean {
	const [first = '', ...others] = cells.filter((cell) => cell.trim() !== '');
	return /^\s*(eind|sub)?tota(al|l|ux)\b/i.test(first) && others.every((cell) => /^[\d.,\s]+$/.test(cell));
}

/** What occurs most outside quotation marks in the first line with anything in it; null when none does. */
function separatorOf(text: string): string | null {
	const counts = new Map<string, number>(SEPARATORS.map((separator) => [separator, 0]));
	let isQuoted = false;
	for (const character of text.trimStart()) {
		if (character === '"') isQuoted = !isQuoted;
		if (isQuoted) continue;
		if (character === '\n' || character === '\r') break;
		const count = counts.get(character);
		if (count !== undefined) counts.set(character, count + 1);
	}
	const [best] = [...counts].sort(([, a], [, b]) => b - a);
	return best && best[1] > 0 ? best[0] : null;
}

function parsed(text: string, separator: string): string[][] {
	try {
		return parse(text, {
			delimiter: separator,
			// All of them: a file that was put together from others has more than one kind.
			record_delimiter: ['\r\n', '\n', '\r'],
			to: MAX_RECORDS + 1,
			// A quotation mark in the middle of a cell is one that somebody typed.
			relax_quotes: true,
			relax_column_count: true,
			skip_empty_lines: false,
			max_record_size: MAX_ROW_CHARACTERS
		});
	} catch (cause) {
		const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
		if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') {
			throw new FileProblem('open_quote', String(openQuoteRow(text, separator)));
		}
		throw cause;
	}
}

/** The row in which a quotation mark opens that is never closed. */
function openQuoteRow(text: string, separator: string): number {
	let row = 1;
	let openedIn = 1;
	let isQuoted = false;
	let begins = true;
	for (let i = 0; i < text.length; i++) {
		const character = text[i];
		if (character === '"') {
			if (!isQuoted && begins) [isQuoted, openedIn] = [true, row];
			else if (isQuoted && text[i + 1] === '"') i++;
			else if (isQuoted && endsCell(text[i + 1], separator)) isQuoted = false;
		}
		begins = !isQuoted && (character === separator || character === '\n');
		if (!isQuoted && character === '\n') row++;
	}
	return openedIn;
}

const endsCell = (next: string | undefined, separator: string): boolean =>
	next === undefined || next === separator || next === '\n' || next === '\r';

/** Spreadsheets write the cells that were once filled too. */
function withoutEmptyEnd(cells: readonly string[]): string[] {
	const last = cells.findLastIndex((cell) => cell.trim() !== '');
	return cells.slice(0, last + 1);
}
