/** The first sheet of an Excel workbook as rows of cells: values only, no formula is worked out and no macro is run. */
import { strFromU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import { readSheet, type CellValue } from 'read-excel-file/node';
import { FileProblem } from './fileProblem.server.ts';
import { MAX_ROWS } from './importPlan.ts';

/** Of all parts together, unpacked. A workbook of 20,000 desks has some 30 MB. */
const MAX_UNPACKED = 100 * 1024 * 1024;
const MAX_PARTS = 1_000;
const MAX_COLUMNS = 200;
/** What a table is read from; pictures, macros and what else hides in a workbook stay packed. */
const PART =
	/^(\[Content_Types\]|_rels\/|xl\/(workbook|sharedStrings|styles|_rels\/|worksheets\/)).*\.(xml|rels)$/;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const PLACE_OF_CELL = /<c\b[^>]*\br="([A-Z]{1,4})(\d{1,9})"/g;

/** Whether the file is packed as workbooks (and much else) are. */
export const isPacked = (bytes: Uint8Array): boolean =>
	[0x50, 0x4b, 0x03, 0x04].every((byte, i) => bytes[i] === byte);

/** @returns rows as a spreadsheet numbers them, each cell as text @throws FileProblem when it is no workbook, or larger than one */
export async function readWorkbook(bytes: Uint8Array): Promise<string[][]> {
	const parts = unpacked(bytes);
	for (const [name, part] of Object.entries(parts)) if (SHEET.test(name)) requireSmall(strFromU8(part));
	try {
		// Packed anew from what was unpacked within bounds: what a file says of its own sizes may be a lie.
		const sheet = await readSheet(Buffer.from(zipSync(parts, { level: 0 })));
		return sheet.map((row) => row.map(textOf));
	} catch {
		throw new FileProblem('spreadsheet');
	}
}

function unpacked(bytes: Uint8Array): Unzipped {
	let size = 0;
	let count = 0;
	try {
		// No part becomes larger than it says here.
		return unzipSync(bytes, {
			filter: ({ name, originalSize }) => {
				if (!PART.test(name)) return false;
				size += originalSize;
				count++;
				if (size > MAX_UNPACKED || count > MAX_PARTS) throw new FileProblem('too_large');
				return true;
			}
		});
	} catch (cause) {
		throw cause instanceof FileProblem ? cause : new FileProblem('spreadsheet');
	}
}

/** A single cell far away would make a table of everything before it. */
function requireSmall(sheet: string): void {
	for (const [, letters = '', row = ''] of sheet.matchAll(PLACE_OF_CELL)) {
		if (Number(row) > 2 * MAX_ROWS) throw new FileProblem('too_many_rows', row);
		if (columnNumber(letters) > MAX_COLUMNS) throw new FileProblem('too_large');
	}
}

/** A is 1, Z 26, AA 27. */
const columnNumber = (letters: string): number =>
	[...letters].reduce((number, letter) => 26 * number + letter.charCodeAt(0) - 64, 0);

/** As somebody would type it in a file of text. */
function textOf(value: CellValue | null): string {
	if (value === null) return '';
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	if (typeof value === 'boolean') return value ? 'ja' : 'nee';
	return String(value);
}
