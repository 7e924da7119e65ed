import * as v from 'valibot';
import { isEmailAddress } from '$lib/domain/emailAddress';
import { characters, cleanText, isWithinReach, onOneLine } from '$lib/domain/text';
import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages.js';

/** Characters (Unicode code points), the same numbers as the constraints of `contact_message` in the database. */
export const CONTACT_LIMITS = { name: 100, messageMin: 10, message: 5_000 } as const;

const LONGEST_ADDRESS = 1_000;

const nameLong = () => m.pages_contact_name_long({ limit: CONTACT_LIMITS.name });
const messageLong = ({ input }: { input: string }) =>
	m.pages_contact_message_long({
		limit: formatNumber(CONTACT_LIMITS.message),
		over: formatNumber(characters(input) - CONTACT_LIMITS.message)
	});

/** Name, e-mail and message of somebody who writes to us. Messages are functions: each visitor reads their language. */
export const contactSchema = v.object({
	name: v.pipe(
		v.optional(v.string(), ''),
		v.check((name) => isWithinReach(name, CONTACT_LIMITS.name), nameLong),
		v.transform(onOneLine),
		v.check((name) => name !== '', m.pages_contact_name_missing),
		v.check((name) => characters(name) <= CONTACT_LIMITS.name, nameLong)
	),
	email: v.pipe(
		v.optional(v.string(), ''),
		v.maxLength(LONGEST_ADDRESS, m.pages_contact_email_invalid),
		v.transform(onOneLine),
		v.check((email) => email !== '', m.pages_contact_email_missing),
		v.check((email) => email === '' || isEmailAddress(email), m.pages_contact_email_invalid)
	),
	message: v.pipe(
		v.optional(v.string(), ''),
		v.check((message) => isWithinReach(message, CONTACT_LIMITS.message), messageLong),
		v.transform(cleanText),
		v.check((message) => message !== '', m.pages_contact_message_missing),
		v.check(
			(message) => message === '' || characters(message) >= CONTACT_LIMITS.messageMin,
			() => m.pages_contact_message_short({ limit: CONTACT_LIMITS.messageMin })
		),
		v.check((message) => characters(message) <= CONTACT_LIMITS.message, messageLong)
	),
	// A field that people never see or reach; whoever fills it in is asked to look again.
	trap: v.pipe(
		v.optional(v.string(), ''),
		v.transform((filled) => filled.slice(0, 1))
	)
});

export type ContactForm = v.InferOutput<typeof contactSchema>;

/** Why a valid message was not stored. The text itself stays in the form. */
export type ContactProblem =
	/** Too many from this sender; `minutes` until the next may come. */
	| { kind: 'too-many'; minutes: number }
	/** It could not be stored; `id` is in the log too. */
	| { kind: 'unavailable'; id: string }
	/** The hidden field was filled in: sending once more is enough. */
	| { kind: 'confirm' }
	/** The server was not reached at all. */
	| { kind: 'offline' };
