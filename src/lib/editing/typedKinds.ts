/** What each kind of field is in a form: what judges it, what it becomes in the database, and what shows it again. */
import * as v from 'valibot';
import {
	columnOf,
	editedFields,
	type Content,
	type EditedField,
	type FieldDescription,
	type Fields,
	type Kind
} from '$lib/domain/content/fields';
import { typedPhoneNumber, toPhoneNumber } from '$lib/domain/text/phoneNumber';
import { toWebAddress } from '$lib/domain/text/webAddress';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { Asked, Inputs } from './asked';
import { orderedLanguages } from './languages';
import * as typed from './textFields';

/** The answer to a choice that nobody has made. */
export const UNKNOWN = 'unknown';

/** What no single field holds: the form makes these of others, or nobody types them. */
type Untyped = 'id' | 'slug' | 'flag' | 'date' | 'instant';

type FormValue<Field extends FieldDescription> = Field['kind'] extends 'languages'
	? string[]
	: Field extends { choices: readonly (infer Choice)[] }
		? Choice | typeof UNKNOWN
		: string;

type FormField<Of extends Fields> = {
	[Field in EditedField<Of>]: Of[Field]['kind'] extends Untyped ? never : Field;
}[EditedField<Of>];

/** What the fields hold while they are typed. */
export type FormOf<Of extends Fields> = { [Field in FormField<Of>]: FormValue<Of[Field]> };

type Stored = string | number | boolean | string[] | null;

/** Methods, so that each kind takes no more than what its own fields hold. */
interface TypedKind {
	schema(
		field: FieldDescription,
		asked: Partial<Record<'missing' | 'invalid', () => string>>
	): v.GenericSchema;
	/** For the database; of a draft, also what is not right yet. */
	stored(typed: string | string[], field: FieldDescription): Stored;
	shown(stored: Stored, field: FieldDescription): string | string[];
	blank: string | string[];
}

const text = {
	stored: (text: string, { required }: FieldDescription) => (required ? text : typed.orNothing(text)),
	shown: (stored: string | null) => stored ?? '',
	blank: ''
};
/** Of a field without a limit of its own; the database has one too. */
const ANY = 2_000;

const KINDS: Readonly<Record<Exclude<Kind, Untyped>, TypedKind>> = {
	line: { ...text, schema: ({ limit = ANY }, { missing }) => typed.line(limit, missing) },
	text: { ...text, schema: ({ limit = ANY }) => typed.longText(limit) },
	postcode: { ...text, schema: (_, { missing }) => typed.postcode(missing) },
	degrees: {
		schema: ({ range = [-180, 180] }, { invalid = () => '' }) => typed.degrees(range, invalid),
		stored: (text: string) => typed.toDegrees(text),
		shown: (stored: number | null) => stored?.toString() ?? '',
		blank: ''
	},
	phone: {
		schema: () => typed.phone,
		stored: (text: string) => typed.orNothing(toPhoneNumber(text) ?? text),
		shown: (stored: string | null) => (stored === null ? '' : typedPhoneNumber(stored)),
		blank: ''
	},
	mail: { ...text, schema: () => typed.email },
	url: {
		...text,
		schema: () => typed.website,
		stored: (text: string) => typed.orNothing(text === '' ? '' : (toWebAddress(text) ?? text))
	},
	/** What their editor began with; the server reads that editor. */
	hours: { ...text, schema: ({ limit = ANY }) => v.pipe(v.optional(v.string(), ''), v.maxLength(limit)) },
	languages: {
		schema: ({ limit = ANY }) => typed.languages(limit),
		stored: (tags: string[]) => orderedLanguages(tags),
		shown: (tags: string[]) => tags,
		blank: ['nl']
	},
	choice: {
		schema: ({ choices = [] }) =>
			v.optional(v.picklist([UNKNOWN, ...choices], m.editing_wheelchair_invalid), UNKNOWN),
		stored: (answer: string) => (answer === UNKNOWN ? null : answer),
		shown: (stored: string | null, { choices = [] }) =>
			choices.find((choice) => choice === stored) ?? UNKNOWN,
		blank: UNKNOWN
	}
};

/** The fields of a description that are typed, with what their kind makes of them. */
const typedFields = (fields: Fields) =>
	editedFields(fields).flatMap((name) => {
		const field = fields[name] as FieldDescription;
		const kind = field.kind in KINDS ? KINDS[field.kind as keyof typeof KINDS] : undefined;
		return kind ? [{ name, field, kind }] : [];
	});

/** What judges a form, field by field. */
export const formEntries = <Of extends Fields>(fields: Of, inputs: Inputs<Of, string>) =>
	Object.fromEntries(
		typedFields(fields).map(({ name, field, kind }) => [
			name,
			kind.schema(field, (inputs as Readonly<Record<string, Asked>>)[name] ?? {})
		])
	) as { [Field in FormField<Of>]: v.GenericSchema<FormOf<Of>[Field] | undefined, FormOf<Of>[Field]> };

export const blankForm = <Of extends Fields>(fields: Of): FormOf<Of> =>
	Object.fromEntries(typedFields(fields).map(({ name, kind }) => [name, kind.blank])) as FormOf<Of>;

/** What the fields become in the database, of those that are typed. */
export const storedForm = <Of extends Fields>(fields: Of, form: FormOf<Of>): Content<Of> =>
	Object.fromEntries(
		typedFields(fields).map(({ name, field, kind }) => [
			columnOf(name),
			kind.stored(form[name as FormField<Of>] as string, field)
		])
	) as Content<Of>;

/** The fields that show a content. */
export const shownForm = <Of extends Fields>(fields: Of, content: Content<Of>): FormOf<Of> =>
	Object.fromEntries(
		typedFields(fields).map(({ name, field, kind }) => [
			name,
			kind.shown(content[columnOf(name) as keyof Content<Of>] as Stored, field)
		])
	) as FormOf<Of>;
