/** Files for a spreadsheet, which runs a cell that begins with one of these as a formula. */
import { stringify } from 'csv-stringify/sync';

const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;

/** A text that no spreadsheet runs. */
const neutralised = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
/** The text itself. */
export const withoutNeutraliser = (cell: string): string =>
	cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;

/** For the spreadsheets of Belgium: semicolons, UTF-8 with a byte order mark, CRLF, and nothing that is run as a formula. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
	stringify(
		rows.map((row) => row.map(neutralised)),
		// A line that ends in another way would end the row too.
		{ delimiter: ';', bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ }
	);

/** A file to save, for whoever may see it alone. @param name without .csv */
export const csvResponse = (name: string, text: string): Response =>
	new Response(text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8; header=present',
			'content-disposition': `attachment; filename="${name}.csv"`
		}
	});
