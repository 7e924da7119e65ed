import * as v from 'valibot';
import { CONTACT_KINDS, CONTACT_LIMITS, type ContactKind } from '$lib/domain/contact/contactMessage';
import { characters, isWithinReach, onOneLine } from '$lib/domain/text/text';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { emailField, messageField, trapField } from './messageFields';

const nameLong = () => m.pages_contact_name_long({ limit: CONTACT_LIMITS.name });

/** Name, e-mail, subject and message of somebody who writes to us. Messages are functions: each visitor reads their language. */
export const contactSchema = v.object({
	name: v.pipe(
		v.optional(v.string(), ''),
		v.check((name) => isWithinReach(name, CONTACT_LIMITS.name), nameLong),
		v.transform(onOneLine),
		v.check((name) => name !== '', m.pages_contact_name_missing),
		v.check((name) => characters(name) <= CONTACT_LIMITS.name, nameLong)
	),
	email: v.pipe(
		emailField,
		v.check((email) => email !== '', m.pages_contact_email_missing)
	),
	kind: v.pipe(
		v.optional(v.string(), ''),
		// Administrators sort what came without.
		v.transform((chosen): ContactKind => CONTACT_KINDS.find((kind) => kind === chosen) ?? 'question')
	),
	message: messageField({ min: CONTACT_LIMITS.messageMin, max: CONTACT_LIMITS.message }),
	trap: trapField
});

export type ContactForm = v.InferOutput<typeof contactSchema>;
