import { strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import { expect, it } from 'vitest';
import { FileProblem } from './fileProblem.server.ts';
import { tableOf } from './readTable.server.ts';
import { isPacked, readWorkbook } from './workbook.server.ts';

const ROWS = [
	['Overzicht 2026', null, null, null],
	['Bestuur', 'Naam', 'Postcode', 'Sinds'],
	['Gent', 'Café Één', 9000, new Date(Date.UTC(2026, 2, 1))],
	['Ixelles', 'Guichet', 1050, true]
];

async function workbook(
	rows: readonly (readonly (string | number | boolean | Date | null)[])[]
): Promise<Uint8Array> {
	const cells: SheetData = rows.map((row) =>
		row.map((value) => (value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : value))
	);
	return new Uint8Array(await writeWorkbook(cells).toBuffer());
}
async function problem(bytes: Uint8Array): Promise<string | null> {
	try {
		await readWorkbook(bytes);
		return null;
	} catch (cause) {
		if (cause instanceof FileProblem) return cause.code;
		throw cause;
	}
}
const packed = async (change: (parts: Unzipped) => void): Promise<Uint8Array> => {
	const parts = unzipSync(await workbook(ROWS));
	change(parts);
	return zipSync(parts);
};
const SHEET = 'xl/worksheets/sheet1.xml';

it('the first sheet of a workbook is a table like that of a file of text', async () => {
	const bytes = await workbook(ROWS);
	expect(isPacked(bytes)).toBe(true);
	expect(tableOf(await readWorkbook(bytes))).toEqual({
		header: ['Bestuur', 'Naam', 'Postcode', 'Sinds'],
		rows: [
			{ row: 3, cells: ['Gent', 'Café Één', '9000', '2026-03-01'] },
			{ row: 4, cells: ['Ixelles', 'Guichet', '1050', 'ja'] }
		]
	});
});
it('a formula is what it gave when the workbook was kept, and is not worked out', async () => {
	const bytes = await packed((parts) => {
		const sheet = new TextDecoder().decode(parts[SHEET]);
		const cell = '<c r="C3"><f>1+1</f><v>9000</v></c>';
		parts[SHEET] = strToU8(sheet.replace(/<c r="C3".*?<\/c>/, cell));
	});
	expect((await readWorkbook(bytes))[2]?.[2]).toBe('9000');
});
it.each([
	['another file that is packed', () => Promise.resolve(zipSync({ 'a.txt': strToU8('a') })), 'spreadsheet'],
	['one that is cut off', async () => (await workbook(ROWS)).slice(0, 900), 'spreadsheet'],
	[
		'a cell far away',
		() =>
			packed(
				(parts) =>
					(parts[SHEET] = strToU8(
						'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
					))
			),
		'too_many_rows'
	],
	[
		'a cell far to the right',
		() =>
			packed(
				(parts) =>
					(parts[SHEET] = strToU8(
						'<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'
					))
			),
		'too_large'
	],
	[
		'much in little',
		() => packed((parts) => (parts['xl/worksheets/sheet2.xml'] = new Uint8Array(101 * 1024 * 1024))),
		'too_large'
	]
])('is refused: %s', async (_, make, expected) => {
	expect(await problem(await make())).toBe(expected);
});
it('a part that says it is smaller than it is takes no more room than it says', async () => {
	const bytes = await packed(
		(parts) => (parts['xl/worksheets/sheet2.xml'] = new Uint8Array(20 * 1024 * 1024))
	);
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	// In the directory at its end (APPNOTE 4.3.12): the size that is unpacked, 24 bytes into an entry.
	for (let i = 0; i < bytes.length - 46; i++) {
		if (view.getUint32(i, true) !== 0x02014b50) continue;
		if (view.getUint32(i + 24, true) === 20 * 1024 * 1024) view.setUint32(i + 24, 1_000, true);
	}
	const before = process.memoryUsage().arrayBuffers;
	await problem(bytes);
	expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * 1024 * 1024);
});
