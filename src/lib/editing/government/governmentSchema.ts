/** The form of a government's page: what is typed, and what it is in the database. */
import * as v from 'valibot';
import { GOVERNMENT_FIELDS } from '$lib/domain/government/fields';
import { GOVERNMENT_PARTS, type GovernmentContent, type GovernmentPart, type Part } from '../content';
import { GOVERNMENT_INPUTS } from './governmentInputs';
import { longText, revision, UPKEEP_LIMITS } from '../textFields';
import { formEntries, shownForm, storedForm, type FormOf } from '../typedKinds';

export const governmentSchema = v.object({
	...formEntries(GOVERNMENT_FIELDS, GOVERNMENT_INPUTS),
	/** For who reviews it. */
	note: longText(UPKEEP_LIMITS.note),
	revision,
	/** The version before that one, while what changed in between has not been settled. */
	against: revision
});
export type GovernmentForm = v.InferOutput<typeof governmentSchema>;

/** The fields of the form as the database has them; of a draft, also what is not right yet. */
export const contentOfGovernmentForm = (form: GovernmentForm): GovernmentContent =>
	storedForm(GOVERNMENT_FIELDS, form);

/** The fields that show a content. */
export const formOfGovernment = (content: GovernmentContent): FormOf<typeof GOVERNMENT_FIELDS> =>
	shownForm(GOVERNMENT_FIELDS, content);

const isGovernmentPart = (part: Part): part is GovernmentPart => part in GOVERNMENT_PARTS;

/** The form with some parts as a content has them; each is one field. */
export function withGovernmentParts(
	form: GovernmentForm,
	parts: readonly Part[],
	content: GovernmentContent
): GovernmentForm {
	const fields = formOfGovernment(content);
	return {
		...form,
		...Object.fromEntries(parts.filter(isGovernmentPart).map((part) => [part, fields[part]]))
	};
}
