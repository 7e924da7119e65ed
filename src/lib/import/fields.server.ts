/** The columns that an import writes, and how each is read from and written to a cell: as the kind of its field says. */
import { DESK_FIELDS, type DeskField } from '../domain/desk/fields.ts';
import { columnOf, type FieldDescription, type Fields, type Kind } from '../domain/content/fields.ts';
import { GOVERNMENT_FIELDS } from '../domain/government/fields.ts';
import { DESK_CELLS, GOVERNMENT_CELLS, type Column } from './importColumns.ts';
import {
	booleanOf,
	dateOf,
	degreesOf,
	emailOf,
	hoursReader,
	languagesOf,
	lineOf,
	phoneOf,
	postcodeOf,
	textOf,
	websiteOf,
	wheelchairOf,
	type ReadCell
} from './cells.server.ts';
import { booleanText, degreesText, languagesText, phoneText } from './cellText.server.ts';
import type { ExistingDesk, ExistingGovernment } from './existing.server.ts';

export interface Field<Row> {
	column: Column;
	/** Column of the database. */
	key: keyof Row & string;
	/** As a file writes it, without the neutraliser of formulas; empty for nothing. */
	text: (row: Row) => string;
	/** @throws CellProblem */
	read: ReadCell;
	/** What cannot be read leaves out only itself: the row says enough without. */
	isDispensable: boolean;
	/** What "-" makes of it; undefined when it cannot be empty. */
	cleared?: null | [];
	/** Whether a new row needs it. */
	isRequired?: boolean;
}

/** Methods, so that each kind takes no more than what its own fields hold. */
interface CellKind {
	/** Of what is not null. */
	text(value: unknown): string;
	/** @returns what reads a cell, and may remember what it read */
	reader(limit: number): ReadCell;
}

type Choice = {
	[Name in DeskField]: (typeof DESK_FIELDS)[Name]['kind'] extends 'choice' ? Name : never;
}[DeskField];

/** What an answer is called in a cell, and how it is read. */
const CHOICES: Readonly<Record<Choice, CellKind>> = {
	wheelchair: {
		text: (value: string) => ({ yes: 'ja', limited: 'beperkt', no: 'nee' })[value] ?? value,
		reader: () => wheelchairOf
	}
};

const KINDS: Readonly<Record<Exclude<Kind, 'id' | 'slug' | 'instant' | 'choice'>, CellKind>> = {
	line: { text: String, reader: lineOf },
	text: { text: String, reader: textOf },
	postcode: { text: String, reader: () => postcodeOf },
	degrees: { text: degreesText, reader: () => degreesOf },
	flag: { text: booleanText, reader: () => booleanOf },
	phone: { text: phoneText, reader: () => phoneOf },
	mail: { text: String, reader: () => emailOf },
	url: { text: String, reader: () => websiteOf },
	hours: { text: String, reader: hoursReader },
	languages: { text: languagesText, reader: languagesOf },
	date: { text: String, reader: () => dateOf }
};
/** Without these it cannot be told which desk is meant, or since when a government takes part. */
const TELLS_WHICH: ReadonlySet<Column> = new Set([
	'naam',
	'straat',
	'postcode',
	'meedoen_sinds',
	'meedoen_tot'
]);
const BY_NAME: Readonly<Record<string, CellKind>> = { ...KINDS, ...CHOICES };

/** What stands for a field that a new row leaves out: the point of the municipality, Dutch, not on the site. */
const HAS_A_STAND_IN: ReadonlySet<Kind> = new Set(['degrees', 'flag', 'languages']);

function fieldsOf<Row>(
	fields: Fields,
	cells: Readonly<Record<string, { column: Column }>>
): Field<Row & Readonly<Record<string, unknown>>>[] {
	return Object.entries(cells).flatMap(([name, { column }]) => {
		const field: FieldDescription | undefined = fields[name];
		const cell = field && BY_NAME[field.kind === 'choice' ? name : field.kind];
		if (!cell) return [];
		const key = columnOf(name) as keyof Row & string;
		return {
			column,
			key,
			text: (row) => (row[key] === null || row[key] === undefined ? '' : cell.text(row[key])),
			read: cell.reader(field.limit ?? Infinity),
			isRequired: field.required && !HAS_A_STAND_IN.has(field.kind),
			isDispensable: !TELLS_WHICH.has(column) && (!field.required || HAS_A_STAND_IN.has(field.kind)),
			...(field.required ? (field.kind === 'languages' ? { cleared: [] } : {}) : { cleared: null })
		};
	});
}

/** Anew for every file: what was read once is remembered that long. */
export const deskFields = (): Field<ExistingDesk>[] => fieldsOf<ExistingDesk>(DESK_FIELDS, DESK_CELLS);
export const governmentFields = (): Field<ExistingGovernment>[] =>
	fieldsOf<ExistingGovernment>(GOVERNMENT_FIELDS, GOVERNMENT_CELLS);
