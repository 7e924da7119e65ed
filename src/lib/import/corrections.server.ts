/** What an administrator corrects of a file on the page, and the file as it is then. */
import { headingOf, isFrenchTwin } from './headings.server.ts';
import {
	COLUMN_FIELD,
	COLUMN_OF_VALUE_FIELD,
	CORRECTION_FIELD,
	VALUE_FIELD,
	type ImportKind
} from './importPlan.ts';
import type { Table } from './readTable.server.ts';

export interface Corrections {
	/** For each column of the file what it is called from now on; empty for one that is not read. */
	headings: string[];
	/** What stands in a column, and what is read in its place. */
	values: { column: string; from: string; to: string }[];
}

export function correctionsOf(form: FormData): Corrections {
	const texts = (name: string) => form.getAll(name).map(String);
	const [columns, from, to] = [COLUMN_OF_VALUE_FIELD, VALUE_FIELD, CORRECTION_FIELD].map(texts);
	return {
		headings: texts(COLUMN_FIELD),
		values: (from ?? []).flatMap((text, i) => {
			const corrected = to?.[i]?.trim() ?? '';
			return corrected === '' ? [] : [{ column: columns?.[i] ?? '', from: text, to: corrected }];
		})
	};
}

/** Pure. */
export function corrected(table: Table, { headings, values }: Corrections, kind: ImportKind): Table {
	const { header, rows } = table;
	const readAs = headings.length === header.length ? headings : (table.readAs ?? null);
	const columnAt = (readAs ?? header).map((text) => (isFrenchTwin(text) ? undefined : headingOf(text, kind)));
	const corrections = Map.groupBy(values, ({ column }) => column);
	return {
		header,
		readAs,
		rows: rows.map(({ row, cells }) => ({
			row,
			cells: cells.map((cell, i) => {
				const column = columnAt[i];
				const own = column === undefined ? undefined : corrections.get(nameOf(column));
				return own?.find(({ from }) => from === cell.trim())?.to ?? cell;
			})
		}))
	};
}

/** A column that only names the municipality is read as that of the government. */
const nameOf = (heading: string): string => (heading === 'municipality' ? 'bestuur' : heading);
