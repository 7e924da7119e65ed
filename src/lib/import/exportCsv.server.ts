/** Files that an import reads: what is there now, an empty one to begin with, and the rows that were refused. */
import { csvOf } from '../base/http/csv.server.ts';
import { DESK_COLUMNS, GOVERNMENT_COLUMNS, type Column } from './importColumns.ts';
import type { ImportKind } from './importPlan.ts';
import { versionOf } from './compareRow.server.ts';
import type { ExistingDesk, ExistingGovernment } from './existing.server.ts';
import { deskFields, governmentFields, type Field } from './fields.server.ts';

/** An empty file, with the names of the columns. */
export const templateCsv = (kind: ImportKind): string =>
	csvOf([(kind === 'loketten' ? DESK_COLUMNS : GOVERNMENT_COLUMNS).filter((column) => column !== 'versie')]);

/** @param governments those that own the desks */
export function exportDesks(
	desks: readonly ExistingDesk[],
	governments: readonly ExistingGovernment[]
): string {
	const owners = new Map(governments.map((one) => [one.id, one]));
	const fields = deskFields();
	const columns = DESK_COLUMNS.filter((column) => column !== 'nieuw');
	return csvOf([
		columns,
		...desks.map((desk) =>
			columns.map((column) => {
				if (column === 'id' || column === 'slug') return desk[column];
				if (column === 'versie') return versionOf(desk);
				return keyOf(column, owners.get(desk.local_government_id)) ?? textOf(fields, column, desk);
			})
		)
	]);
}

export function exportGovernments(governments: readonly ExistingGovernment[]): string {
	const fields = governmentFields();
	return csvOf([
		[...GOVERNMENT_COLUMNS],
		...governments.map((government) =>
			GOVERNMENT_COLUMNS.map((column) => {
				if (column === 'naam') return government.name;
				if (column === 'versie') return versionOf(government);
				return keyOf(column, government) ?? textOf(fields, column, government);
			})
		)
	]);
}

function keyOf(column: Column, government: ExistingGovernment | undefined): string | null {
	if (column === 'bestuur') return government?.slug ?? '';
	if (column === 'nis_code') return government?.nis_code ?? '';
	if (column === 'soort') return government?.kind ?? '';
	if (column === 'kbo_nummer') return government?.kbo_number ?? '';
	return null;
}

const textOf = <Row>(fields: readonly Field<Row>[], column: Column, row: Row): string =>
	fields.find((field) => field.column === column)?.text(row) ?? '';
