/** Rows of the database, read under names of our own: `opening_hours` becomes `openingHours`, and nothing is mapped by hand. */
import * as v from 'valibot';
import { columnOf } from '$lib/domain/content/fields';

type Entries = Readonly<Record<string, v.GenericSchema>>;
type Row<Of extends Entries> = { -readonly [Name in keyof Of]: v.InferOutput<Of[Name]> };

/** @param entries what is read of a row; each from the column of its name */
export function rowSchema<const Of extends Entries>(entries: Of): v.GenericSchema<unknown, Row<Of>> {
	const names = Object.keys(entries).map((name) => [name, columnOf(name)] as const);
	const columns = v.object(Object.fromEntries(names.map(([name, column]) => [column, entries[name]])) as Of);
	return v.pipe(
		columns,
		v.transform(
			(row) =>
				Object.fromEntries(names.map(([name, column]) => [name, row[column as keyof typeof row]])) as Row<Of>
		)
	);
}

/** The columns of those names, as the Data API is asked for them. */
export const columnsOf = (entries: Readonly<Record<string, unknown>>): string =>
	Object.keys(entries).map(columnOf).join(', ');

/** PostgreSQL's numeric and bigint come as numbers or as text, by the driver underneath. */
export const number = v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.finite());

/** ISO 8601 in UTC, whatever the time zone of the database. */
export const instant = v.pipe(
	v.string(),
	v.transform((value) => new Date(value)),
	v.date(),
	v.transform((date) => date.toISOString())
);
