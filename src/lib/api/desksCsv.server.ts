import { stringify } from 'csv-stringify/sync';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { allDesks } from './desks.server';
import { DESK_TABLE, deskCells } from './deskDocument.server';

/**
 * All published desks as CSV for a spreadsheet: UTF-8 with BOM, CRLF (RFC 4180), languages separated by a space. A text
 * that a spreadsheet would run as a formula gets an apostrophe in front, phone numbers (`+32…`) included.
 */
export function desksCsv(index: DirectoryIndex): string {
	const rows = allDesks(index).map((desk) => deskCells(desk, desk.owner));
	return stringify([DESK_TABLE, ...rows], {
		bom: true,
		record_delimiter: 'windows',
		escape_formulas: true
	});
}
