import * as v from 'valibot';
import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages.js';

/** Characters (Unicode code points), the same numbers as the constraints of `contact_message` in the database. */
export const CONTACT_LIMITS = { name: 100, email: 254, messageMin: 10, message: 5_000 } as const;

/** As the database: something, an at sign, a host with a dot. Addresses outside ASCII are addresses too. */
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/u;

/** How many characters PostgreSQL counts: an emoji is one, where JavaScript's `length` says two. */
export const characters = (text: string): number => [...text].length;

/**
 * What cannot be stored (NUL, half a surrogate pair) or would disturb who reads it (control characters, marks that turn
 * the direction of the text after them) goes; letters, emoji and line breaks stay.
 */
export function cleanText(text: string): string {
	return text
		.toWellFormed()
		.normalize('NFC')
		.replace(/\r\n?|[\u2028\u2029]/gu, '\n')
		.replace(/(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
		.trim();
}

const onOneLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ');

/** Name, e-mail and message of somebody who writes to us. Messages are functions: each visitor reads their language. */
export const contactSchema = v.object({
	name: v.pipe(
		v.optional(v.string(), ''),
		v.transform(onOneLine),
		v.check((name) => name !== '', m.pages_contact_name_missing),
		v.check(
			(name) => characters(name) <= CONTACT_LIMITS.name,
			() => m.pages_contact_name_long({ limit: CONTACT_LIMITS.name })
		)
	),
	email: v.pipe(
		v.optional(v.string(), ''),
		v.transform(onOneLine),
		v.check((email) => email !== '', m.pages_contact_email_missing),
		v.check(
			(email) => email === '' || (EMAIL.test(email) && characters(email) <= CONTACT_LIMITS.email),
			m.pages_contact_email_invalid
		)
	),
	message: v.pipe(
		v.optional(v.string(), ''),
		v.transform(cleanText),
		v.check((message) => message !== '', m.pages_contact_message_missing),
		v.check(
			(message) => message === '' || characters(message) >= CONTACT_LIMITS.messageMin,
			() => m.pages_contact_message_short({ limit: CONTACT_LIMITS.messageMin })
		),
		v.check(
			(message) => characters(message) <= CONTACT_LIMITS.message,
			(issue) =>
				m.pages_contact_message_long({
					limit: formatNumber(CONTACT_LIMITS.message),
					over: formatNumber(characters(issue.input) - CONTACT_LIMITS.message)
				})
		)
	),
	// A field that people never see or reach; whoever fills it in is asked to look again.
	trap: v.optional(v.string(), '')
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
