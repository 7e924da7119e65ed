/** Fields as the database has them, each by its kind. */
import * as v from 'valibot';
import {
	columnOf,
	type FieldDescription,
	type Fields,
	type Kind,
	type StoredRow
} from '$lib/domain/content/fields';
import { instant, number } from './row.server';

export const STORED: Readonly<Record<Kind, v.GenericSchema>> = {
	id: v.string(),
	slug: v.string(),
	line: v.string(),
	text: v.string(),
	postcode: v.string(),
	degrees: number,
	flag: v.boolean(),
	phone: v.string(),
	mail: v.string(),
	url: v.string(),
	hours: v.string(),
	languages: v.array(v.string()),
	choice: v.string(),
	date: v.string(),
	instant
};

export const asNeeded = (schema: v.GenericSchema, { required }: FieldDescription): v.GenericSchema =>
	required ? schema : v.nullable(schema);

/** Some columns of a description, under their names in the database. */
export function storedRow<Of extends Fields, Name extends keyof Of & string>(
	fields: Of,
	names: readonly Name[]
): v.GenericSchema<unknown, StoredRow<Pick<Of, Name>>> {
	const columns = names.map((name) => {
		const field = fields[name] as FieldDescription;
		return [columnOf(name), asNeeded(STORED[field.kind], field)] as const;
	});
	return v.pipe(
		v.object(Object.fromEntries(columns)),
		v.transform((row) => row as StoredRow<Pick<Of, Name>>)
	);
}
