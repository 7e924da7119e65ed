/** How a field is asked for: what a form needs to know beyond the kind of the field. */
import type { FullAutoFill, HTMLInputAttributes } from 'svelte/elements';
import type { EditedField, FieldDescription, Fields } from '$lib/domain/content/fields';

type Message = () => string;

/** Where a form says otherwise than the kind of the field. */
interface Typing {
	rows?: number;
	autocomplete?: FullAutoFill;
	spellcheck?: boolean;
	inputmode?: HTMLInputAttributes['inputmode'];
}

/** A field that the form draws by its kind. @template Section where on the page */
export interface AskedByKind<Section extends string = string> {
	at: Section;
	label: Message;
	hint?: Message;
	/** What is said when it is left empty. */
	missing?: Message;
	choices?: { label(choice: string): string; unknown: Message };
	typing?: Typing;
}

/** A field with an editor of its own. */
export interface AskedElsewhere {
	at: 'own';
	/** What is said of a number that cannot be. */
	invalid?: Message;
}

export type Asked = AskedByKind | AskedElsewhere;

type Needed<Field extends FieldDescription> = Field extends { kind: 'line' | 'postcode'; required: true }
	? 'missing'
	: Field extends { kind: 'choice' }
		? 'choices'
		: never;

type AskedFor<Field extends FieldDescription, Section extends string> = Field extends { kind: 'degrees' }
	? Required<AskedElsewhere>
	: Field extends { kind: 'flag' | 'hours' }
		? AskedElsewhere
		: AskedByKind<Section> & Required<Pick<AskedByKind, Needed<Field>>>;

/** All fields that editors write, each with what its kind needs. */
export type Inputs<Of extends Fields, Section extends string> = Readonly<{
	[Field in EditedField<Of>]: AskedFor<Of[Field], Section>;
}>;

type FieldAt<Of, Section> = {
	[Field in keyof Of]: Of[Field] extends { at: Section } ? Field : never;
}[keyof Of];

/** The fields of one section, in the order of the page. */
export const inputsAt = <Of extends Readonly<Record<string, { at: string }>>, Section extends string>(
	inputs: Of,
	section: Section
): FieldAt<Of, Section>[] =>
	(Object.keys(inputs) as FieldAt<Of, Section>[]).filter((field) => inputs[field]?.at === section);
