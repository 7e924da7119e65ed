/** Fields that the page of a government and a desk share, as people type them. Messages are functions: each reads theirs. */
import * as v from 'valibot';
import { isEmailAddress } from '$lib/domain/emailAddress';
import { toE164 } from '$lib/domain/phoneNumber';
import { characters, cleanText, isWithinReach, onOneLine } from '$lib/domain/text';
import { toWebAddress } from '$lib/domain/webAddress';
import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages.js';

/** Characters, the same numbers as the constraints in the database. */
export const UPKEEP_LIMITS = {
	name: 150,
	street: 150,
	place: 100,
	description: 2_000,
	note: 1_000,
	reason: 2_000
} as const;

const LONGEST_PHONE = 100;
const LONGEST_TYPED = 2_000;

const tooLong =
	(limit: number) =>
	({ input }: { input: string }): string =>
		m.upkeep_too_long({ limit: formatNumber(limit), over: formatNumber(characters(input) - limit) });

export const line = (limit: number, missing: () => string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.check((text) => isWithinReach(text, limit), tooLong(limit)),
		v.transform(onOneLine),
		v.minLength(1, missing),
		v.check((text) => characters(text) <= limit, tooLong(limit))
	);

export const longText = (limit: number) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.check((text) => isWithinReach(text, limit), tooLong(limit)),
		v.transform(cleanText),
		v.check((text) => characters(text) <= limit, tooLong(limit))
	);

/** As it was typed; `toE164` reads it. */
export const phone = v.pipe(
	v.optional(v.string(), ''),
	v.maxLength(LONGEST_PHONE, m.upkeep_phone_invalid),
	v.transform(onOneLine),
	v.check((text) => text === '' || toE164(text) !== null, m.upkeep_phone_invalid)
);

export const email = v.pipe(
	v.optional(v.string(), ''),
	v.maxLength(LONGEST_TYPED, m.upkeep_email_invalid),
	v.transform(onOneLine),
	v.check((text) => text === '' || isEmailAddress(text), m.upkeep_email_invalid)
);

/** As it was typed; `toWebAddress` reads it. */
export const website = v.pipe(
	v.optional(v.string(), ''),
	v.maxLength(LONGEST_TYPED, m.upkeep_website_invalid),
	v.transform(onOneLine),
	v.check((text) => text === '' || toWebAddress(text) !== null, m.upkeep_website_invalid)
);

/** Carried along by the form, of no use to who fills it in; anything else than what was sent counts as nothing. */
export const carried = (form: RegExp) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform((text) => (form.test(text) ? text : ''))
	);

/** Which version of the public text was looked at; 0 for something new. */
export const revision = carried(/^\d{1,9}$/);
export const revisionOf = (text: string): number => Number(text);

/** What a field holds, stored: nothing rather than an empty text. */
export const orNothing = (text: string): string | null => (text === '' ? null : text);
