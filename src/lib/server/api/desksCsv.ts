import { stringify } from 'csv-stringify/sync';
import type { DirectoryIndex } from '$lib/domain/directoryIndex';
import { allDesks } from './desks';
import { deskProperties } from './documents';

const COLUMNS = [
	'id',
	'slug',
	'name',
	'localGovernment',
	'nisCode',
	'street',
	'postcode',
	'place',
	'lon',
	'lat',
	'phone',
	'email',
	'website',
	'openingHours',
	'languages',
	'wheelchair',
	'verifiedAt'
];

/**
 * All published desks as CSV for a spreadsheet: UTF-8 with BOM, CRLF (RFC 4180), languages separated by a space. A text
 * that a spreadsheet would run as a formula gets an apostrophe in front, phone numbers (`+32…`) included.
 */
export function desksCsv(index: DirectoryIndex): string {
	const rows = allDesks(index).map((desk) => ({
		...deskProperties(desk, desk.owner),
		languages: desk.languages.join(' '),
		lon: desk.lon,
		lat: desk.lat
	}));
	return stringify(rows, {
		header: true,
		columns: COLUMNS,
		bom: true,
		record_delimiter: 'windows',
		escape_formulas: true
	});
}
