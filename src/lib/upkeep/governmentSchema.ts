/** The form of a government's page: what is typed, and what it is in the database. */
import * as v from 'valibot';
import { readablePhoneNumber, toE164 } from '$lib/domain/phoneNumber';
import { toWebAddress } from '$lib/domain/webAddress';
import { GOVERNMENT_PARTS, type GovernmentContent, type GovernmentPart, type Part } from './content';
import { email, longText, orNothing, phone, revision, UPKEEP_LIMITS, website } from './textFields';

export const governmentSchema = v.object({
	website,
	phone,
	email,
	description: longText(UPKEEP_LIMITS.description),
	/** For who reviews it. */
	note: longText(UPKEEP_LIMITS.note),
	revision,
	/** The version before that one, while what changed in between has not been settled. */
	against: revision
});
export type GovernmentForm = v.InferOutput<typeof governmentSchema>;

export const GOVERNMENT_FIELDS = [
	'phone',
	'email',
	'website',
	'description',
	'note'
] as const satisfies readonly (keyof GovernmentForm)[];

/** The fields of the form as the database has them; of a draft, also what is not right yet. */
export const contentOfGovernmentForm = (form: GovernmentForm): GovernmentContent => ({
	website: orNothing(form.website === '' ? '' : (toWebAddress(form.website) ?? form.website)),
	phone: orNothing(toE164(form.phone) ?? form.phone),
	email: orNothing(form.email),
	description: orNothing(form.description)
});

/** The fields that show a content. */
export const formOfGovernment = (
	content: GovernmentContent
): Omit<GovernmentForm, 'note' | 'revision' | 'against'> => ({
	website: content.website ?? '',
	phone: content.phone === null ? '' : readablePhoneNumber(content.phone),
	email: content.email ?? '',
	description: content.description ?? ''
});

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
