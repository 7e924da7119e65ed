/** Fields as people type them, each kind for itself. Messages are functions: each reads theirs. */
import * as v from 'valibot';
import { isEmailAddress } from '$lib/domain/account/emailAddress';
import { canonicalLanguageTag } from '$lib/domain/text/languageTag';
import { toPhoneNumber } from '$lib/domain/text/phoneNumber';
import { characters, cleanText, isWithinReach, onOneLine } from '$lib/domain/text/text';
import { toWebAddress } from '$lib/domain/text/webAddress';
import { formatNumber } from '$lib/base/i18n/format';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { orderedLanguages } from './languages';

/** Characters, the same numbers as the constraints in the database. */
export const UPKEEP_LIMITS = { note: 1_000, reason: 2_000 } as const;

const LONGEST_PHONE = 100;
const LONGEST_TYPED = 2_000;

const tooLong =
	(limit: number) =>
	({ input }: { input: string }): string =>
		m.editing_too_long({ limit: formatNumber(limit), over: formatNumber(characters(input) - limit) });

const typed = v.optional(v.string(), '');

/** @param missing what is said when it is left empty; without, it may be */
const filled = (missing: (() => string) | undefined) =>
	missing ? v.minLength<string, 1, () => string>(1, missing) : v.check<string>(() => true);

export const line = (limit: number, missing?: () => string) =>
	v.pipe(
		typed,
		v.check((text) => isWithinReach(text, limit), tooLong(limit)),
		v.transform(onOneLine),
		filled(missing),
		v.check((text) => characters(text) <= limit, tooLong(limit))
	);

export const longText = (limit: number) =>
	v.pipe(
		typed,
		v.check((text) => isWithinReach(text, limit), tooLong(limit)),
		v.transform(cleanText),
		v.check((text) => characters(text) <= limit, tooLong(limit))
	);

export const postcode = (missing?: () => string) =>
	v.pipe(
		typed,
		v.transform((text) => text.trim()),
		filled(missing),
		v.regex(missing ? /^[1-9]\d{3}$/ : /^([1-9]\d{3})?$/, m.editing_postcode_invalid)
	);

/** "3,72" or "3.72"; null when it is no number. */
export function toDegrees(text: string): number | null {
	const number = text.trim().replace(',', '.');
	return /^-?\d{1,3}(\.\d{1,15})?$/.test(number) ? Number(number) : null;
}

/** Empty: the address tells. */
export const degrees = ([from, to]: readonly [number, number], invalid: () => string) =>
	v.pipe(
		typed,
		v.maxLength(30, invalid),
		v.transform((text) => text.trim().replace(',', '.')),
		v.check((text) => {
			if (text === '') return true;
			const value = toDegrees(text);
			return value !== null && value >= from && value <= to;
		}, invalid)
	);

/** As it was typed; `toPhoneNumber` reads it. */
export const phone = v.pipe(
	typed,
	v.maxLength(LONGEST_PHONE, m.editing_phone_invalid),
	v.transform(onOneLine),
	v.check((text) => text === '' || toPhoneNumber(text) !== null, m.editing_phone_invalid)
);

export const email = v.pipe(
	typed,
	v.maxLength(LONGEST_TYPED, m.editing_email_invalid),
	v.transform(onOneLine),
	v.check((text) => text === '' || isEmailAddress(text), m.editing_email_invalid)
);

/** As it was typed; `toWebAddress` reads it. */
export const website = v.pipe(
	typed,
	v.maxLength(LONGEST_TYPED, m.editing_website_invalid),
	v.transform(onOneLine),
	v.check((text) => text === '' || toWebAddress(text) !== null, m.editing_website_invalid)
);

export const languages = (most: number) =>
	v.pipe(
		v.optional(
			v.array(
				v.pipe(
					v.string(),
					v.check((tag) => canonicalLanguageTag(tag) === tag, m.editing_languages_invalid)
				)
			),
			[]
		),
		v.transform((tags: string[]) => orderedLanguages(tags)),
		v.minLength(1, m.editing_languages_missing),
		v.maxLength(most, m.editing_languages_many)
	);

/** Carried along by the form, of no use to who fills it in; anything else than what was sent counts as nothing. */
export const carried = (form: RegExp) =>
	v.pipe(
		typed,
		v.transform((text) => (form.test(text) ? text : ''))
	);

/** Which version of the public text was looked at; 0 for something new. */
export const revision = carried(/^\d{1,9}$/);
export const revisionOf = (text: string): number => Number(text);

/** What a field holds, stored: nothing rather than an empty text. */
export const orNothing = (text: string): string | null => (text === '' ? null : text);
