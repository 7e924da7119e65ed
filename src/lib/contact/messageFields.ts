/** What forms have in common in which anybody writes to us. */
import * as v from 'valibot';
import { isEmailAddress } from '$lib/domain/account/emailAddress';
import { characters, cleanText, isWithinReach, onOneLine } from '$lib/domain/text/text';
import { formatNumber } from '$lib/base/i18n/format';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { FormProblem } from '$lib/base/form/outcome';

const LONGEST_ADDRESS = 1_000;

/** Text of several lines. @param limits characters, the same as the constraint in the database */
export function messageField({ min, max }: { min: number; max: number }) {
	const tooLong = ({ input }: { input: string }) =>
		m.pages_contact_message_long({
			limit: formatNumber(max),
			over: formatNumber(characters(input) - max)
		});
	return v.pipe(
		v.optional(v.string(), ''),
		v.check((message) => isWithinReach(message, max), tooLong),
		v.transform(cleanText),
		v.check((message) => message !== '', m.pages_contact_message_missing),
		v.check(
			(message) => message === '' || characters(message) >= min,
			() => m.pages_contact_message_short({ limit: min })
		),
		v.check((message) => characters(message) <= max, tooLong)
	);
}

/** An address to answer, or nothing. */
export const emailField = v.pipe(
	v.optional(v.string(), ''),
	v.maxLength(LONGEST_ADDRESS, m.pages_contact_email_invalid),
	v.transform(onOneLine),
	v.check((email) => email === '' || isEmailAddress(email), m.pages_contact_email_invalid)
);

/** A field that people never see or reach; whoever fills it in is asked to look again. */
export const trapField = v.pipe(
	v.optional(v.string(), ''),
	v.transform((filled) => filled.slice(0, 1))
);

/** The hidden field was filled in: sending once more is enough. */
export interface TrapSprung {
	kind: 'confirm';
}

/** Why a message was not stored. The text itself stays in the form. */
export type SendProblem = FormProblem | TrapSprung;
