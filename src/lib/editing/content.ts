/**
 * What editors keep of a desk and of a government's page, under the names that drafts and history have in the database.
 * An unfinished draft holds what was typed, so texts may be empty and values may be none that the public would see.
 */
import * as v from 'valibot';
import { DESK_FIELDS, type DeskPart } from '$lib/domain/desk/fields';
import {
	columnOf,
	editedFields,
	partsOfFields,
	type Content,
	type FieldDescription,
	type Fields
} from '$lib/domain/content/fields';
import { GOVERNMENT_FIELDS } from '$lib/domain/government/fields';

export type { DeskContent } from '$lib/domain/desk/fields';
export type { GovernmentContent, GovernmentPart } from '$lib/domain/government/fields';

function drafted({ kind, required }: FieldDescription): v.GenericSchema {
	if (kind === 'degrees') return v.fallback(v.nullable(v.number()), null);
	if (kind === 'flag') return v.fallback(v.boolean(), false);
	if (kind === 'languages') return v.fallback(v.array(v.string()), []);
	return required ? v.fallback(v.string(), '') : v.fallback(v.nullable(v.string()), null);
}

function contentSchema<Of extends Fields>(fields: Of): v.GenericSchema<unknown, Content<Of>> {
	const columns = editedFields(fields).map(
		(field) => [columnOf(field), drafted(fields[field] as FieldDescription)] as const
	);
	return v.pipe(
		v.object(Object.fromEntries(columns)),
		v.transform((content) => content as Content<Of>)
	);
}

export const deskContent = contentSchema(DESK_FIELDS);
export const governmentContent = contentSchema(GOVERNMENT_FIELDS);

export const SUBJECTS = ['government', 'desk'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What is read, compared and chosen as one, with the names it is stored under, in the order of the forms. */
export const DESK_PARTS = partsOfFields(DESK_FIELDS);
export const GOVERNMENT_PARTS = partsOfFields(GOVERNMENT_FIELDS);

/** Of a desk; those of a government are among them. */
export type Part = DeskPart;

export type Parts<Content> = Readonly<Partial<Record<Part, readonly (keyof Content)[]>>>;

/** The parts that a content has, in order. */
export const partsOf = <Content>(parts: Parts<Content>): Part[] => Object.keys(parts) as Part[];
