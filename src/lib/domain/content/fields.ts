/**
 * How a thing that editors keep is described: one entry a field, from which its types, its columns and its parts follow.
 * Each surface that shows or reads fields is either made from the kind of a field, or a record that must name them all.
 */

/** What a value is: how it is typed, read, stored and told follows from it. */
interface ValueOfKind {
	id: string;
	slug: string;
	/** Text without line breaks. */
	line: string;
	/** Plain text with line breaks. */
	text: string;
	postcode: string;
	/** WGS84. */
	degrees: number;
	flag: boolean;
	/** E.164. */
	phone: string;
	mail: string;
	url: string;
	/** OpenStreetMap `opening_hours` syntax. */
	hours: string;
	/** BCP 47 tags. */
	languages: string[];
	/** One of `choices`. */
	choice: string;
	/** ISO 8601 */
	date: string;
	instant: string;
}
export type Kind = keyof ValueOfKind;

export interface FieldDescription {
	kind: Kind;
	/** What is read, compared and chosen as one, by editors; left out of what they do not write. */
	part?: string;
	/** The database has no row without it. */
	required: boolean;
	/** In the public copy of the directory. */
	public: boolean;
	/** Most characters, or items of a list: the same numbers as the constraints in the database. */
	limit?: number;
	choices?: readonly string[];
	/** Least and most, of a number. */
	range?: readonly [number, number];
}
export type Fields = Readonly<Record<string, FieldDescription>>;

type Value<Field extends FieldDescription> = Field extends { choices: readonly (infer Choice)[] }
	? Choice
	: ValueOfKind[Field['kind']];

/** What the public may know of a thing: of each field its value, or null where there need not be one. */
export type PublicValues<Of extends Fields> = {
	-readonly [
		Field in keyof Of as Of[Field]['public'] extends true ? Field : never
	]: Of[Field]['required'] extends true ? Value<Of[Field]> : Value<Of[Field]> | null;
};

/** The names of the fields that editors write. */
export type EditedField<Of extends Fields> = {
	[Field in keyof Of & string]: Of[Field] extends { part: string } ? Field : never;
}[keyof Of & string];

/** What is read, compared and chosen as one. */
export type PartOf<Of extends Fields> = Extract<Of[keyof Of], { part: string }>['part'];

/** `openingHours` is `opening_hours` in the database. */
export type Column<Name extends string> = Name extends `${infer First}${infer Rest}`
	? Rest extends Uncapitalize<Rest>
		? `${Lowercase<First>}${Column<Rest>}`
		: `${Lowercase<First>}_${Column<Rest>}`
	: Name;

export const columnOf = <Name extends string>(name: Name): Column<Name> =>
	name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`) as Column<Name>;

/** A row of the database as it is, of a description. */
export type StoredRow<Of extends Fields> = {
	-readonly [Field in keyof Of & string as Column<Field>]: Of[Field]['required'] extends true
		? ValueOfKind[Of[Field]['kind']]
		: ValueOfKind[Of[Field]['kind']] | null;
};

/** A value as drafts hold it: what was typed, so a text may be empty and a choice none that there is. */
type DraftValue<Field extends FieldDescription> = Field['kind'] extends 'degrees'
	? number | null
	: Field['kind'] extends 'flag' | 'languages'
		? ValueOfKind[Field['kind']]
		: Field['required'] extends true
			? string
			: string | null;

/** What editors write of a thing, under the names of the database. */
export type Content<Of extends Fields> = {
	-readonly [Field in EditedField<Of> as Column<Field>]: DraftValue<Of[Field]>;
};

/** The fields that editors write, in order. */
export const editedFields = <Of extends Fields>(fields: Of): EditedField<Of>[] =>
	(Object.keys(fields) as EditedField<Of>[]).filter((field) => fields[field]?.part !== undefined);

/** The fields that the public may know, in order. */
export const publicFields = <Of extends Fields>(fields: Of): (keyof PublicValues<Of> & string)[] =>
	(Object.keys(fields) as (keyof PublicValues<Of> & string)[]).filter((field) => fields[field]?.public);

/** The columns of each part, in order. */
export function partsOfFields<Of extends Fields>(
	fields: Of
): Readonly<Record<PartOf<Of>, readonly (keyof Content<Of>)[]>> {
	const parts = Map.groupBy(editedFields(fields), (field) => fields[field]?.part);
	return Object.fromEntries([...parts].map(([part, names]) => [part, names.map(columnOf)])) as Record<
		PartOf<Of>,
		(keyof Content<Of>)[]
	>;
}
