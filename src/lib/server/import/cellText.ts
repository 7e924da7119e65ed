/** Values as the cells of a file, one way and back. A spreadsheet runs a cell that begins with one of these as a formula. */
import { readablePhoneNumber } from '../../domain/phoneNumber.ts';

const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;

/** A text that no spreadsheet runs. */
export const neutralised = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
/** The text itself. */
export const withoutNeutraliser = (cell: string): string =>
	cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;

export const booleanText = (value: boolean): string => (value ? 'ja' : 'nee');
/** With a comma: spreadsheets in Belgium take "3.72" for a date. */
export const degreesText = (value: number): string => String(value).replace('.', ',');
export const phoneText = (e164: string | null): string => (e164 === null ? '' : readablePhoneNumber(e164));
export const languagesText = (languages: readonly string[]): string => languages.join(' ');
