/** The form of a desk: what is typed, and what it is in the database. */
import * as v from 'valibot';
import { DESK_FIELDS, type DeskField } from '$lib/domain/desk/fields';
import { editedFields } from '$lib/domain/content/fields';
import type { DeskContent, Part } from '../content';
import { DESK_INPUTS } from './deskInputs';
import { carried, longText, revision, toDegrees, UPKEEP_LIMITS } from '../textFields';
import { blankForm, formEntries, shownForm, storedForm, type FormOf } from '../typedKinds';

export const deskSchema = v.object({
	...formEntries(DESK_FIELDS, DESK_INPUTS),
	/** The pin that stands for the whole place, as "lon lat": it is one no more once it is moved. */
	approximateAt: carried(/^-?[\d.]{1,20} -?[\d.]{1,20}$/),
	/** For who reviews it. */
	note: longText(UPKEEP_LIMITS.note),
	revision,
	/** The version before that one, while what changed in between has not been settled. */
	against: revision,
	/** The draft that goes on. */
	change: carried(/^[\da-f-]{36}$/)
});
export type DeskForm = v.InferOutput<typeof deskSchema>;

/** Where an error belongs, in the order of the page. */
export const DESK_ORDER: readonly (DeskField | 'note')[] = [
	...(Object.keys(DESK_INPUTS) as DeskField[]),
	'note'
];

export const EMPTY_DESK: DeskForm = {
	...blankForm(DESK_FIELDS),
	approximateAt: '',
	note: '',
	revision: '0',
	against: '',
	change: ''
};

/** The fields of the form as the database has them; of a draft, also what is not right yet. */
export const contentOfForm = (form: DeskForm): DeskContent => ({
	...storedForm(DESK_FIELDS, form),
	location_approximate:
		form.approximateAt !== '' && form.approximateAt === `${toDegrees(form.lon)} ${toDegrees(form.lat)}`
});

type ContentForm = FormOf<typeof DESK_FIELDS> & Pick<DeskForm, 'approximateAt'>;

/** The fields that show a content. */
export const formOfContent = (content: DeskContent): ContentForm => ({
	...shownForm(DESK_FIELDS, content),
	approximateAt: content.location_approximate ? `${content.lon} ${content.lat}` : ''
});

const typedAs = (field: DeskField): keyof ContentForm =>
	field === 'locationApproximate' ? 'approximateAt' : field;

/** The form with some parts as a content has them; what is typed in the others stays to the letter. */
export function withParts(form: DeskForm, parts: readonly Part[], content: DeskContent): DeskForm {
	const fields = formOfContent(content);
	const chosen = editedFields(DESK_FIELDS)
		.filter((field) => parts.includes(DESK_FIELDS[field].part))
		.map(typedAs);
	return { ...form, ...Object.fromEntries(chosen.map((field) => [field, fields[field]])) };
}
