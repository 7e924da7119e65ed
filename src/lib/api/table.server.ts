import { stringify } from 'csv-stringify/sync';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { asTextInSpreadsheet, isE164 } from '$lib/domain/text/phoneNumber';
import { allDesks } from './desks.server';
import { DESK_TABLE, deskRow } from './deskDocument.server';
import { GOVERNMENT_TABLE, localGovernmentFeatures } from './documents.server';
import type { TableStyle } from './parameters.server';

/** A spreadsheet runs a cell that begins with one of these; the wide forms are read as the narrow ones. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

/** All published desks, one a row. @param origin of the site */
export const desksTable = (index: DirectoryIndex, origin: string, style: TableStyle): string =>
	tableOf(
		DESK_TABLE,
		allDesks(index).map((desk) => deskRow({ desk, owner: desk.owner, origin })),
		style
	);

/** Those that take part, one a row, with the centre of their municipality. @param origin of the site */
export const localGovernmentsTable = (index: DirectoryIndex, origin: string, style: TableStyle): string =>
	tableOf(
		[...GOVERNMENT_TABLE, 'lon', 'lat'],
		localGovernmentFeatures(index, origin).map(({ properties, geometry: { coordinates } }) => ({
			...properties,
			lon: coordinates[0],
			lat: coordinates[1]
		})),
		style
	);

/**
 * CSV: UTF-8 with BOM, CRLF (RFC 4180), lists separated by a space, true and false as words. A text that a spreadsheet
 * would run as a formula gets an apostrophe in front.
 */
function tableOf(
	columns: readonly string[],
	rows: readonly Record<string, unknown>[],
	{ separator, decimal }: TableStyle
): string {
	// With a semicolon it is meant for people, whose spreadsheet makes another number of +3292667000.
	const phone = separator === ';' ? asTextInSpreadsheet : (e164: string) => e164;
	const cell = (value: unknown): string => {
		if (value === null || value === undefined) return '';
		if (Array.isArray(value)) return value.join(' ');
		if (typeof value === 'number') return String(value).replace('.', decimal);
		const text = String(value);
		if (isE164(text)) return phone(text);
		return FORMULA.test(text) ? `'${text}` : text;
	};
	return stringify([columns, ...rows.map((row) => columns.map((name) => cell(row[name])))], {
		bom: true,
		delimiter: separator,
		record_delimiter: 'windows'
	});
}
