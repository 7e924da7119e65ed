import * as v from 'valibot';
import { ACCOUNT_LIMITS, NOTIFICATIONS, POSITIONS, VISIBLE_FIELDS } from '$lib/domain/account/account';
import { LOCALES } from '$lib/domain/directory/directory';
import { toE164 } from '$lib/domain/text/phoneNumber';
import { characters, cleanText, isWithinReach, onOneLine } from '$lib/domain/text/text';
import { formatNumber } from '$lib/base/i18n/format';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { editionField } from '$lib/base/form/editionField';
import { fullName, jobTitle } from '../personFields';
import type { FormProblem } from '$lib/base/form/outcome';

const LONGEST_PHONE = 100;

const unique = <Value>(values: Value[]): Value[] => [...new Set(values)];

const bioLong = ({ input }: { input: string }) =>
	m.accounts_own_bio_long({
		limit: formatNumber(ACCOUNT_LIMITS.bio),
		over: formatNumber(characters(input) - ACCOUNT_LIMITS.bio)
	});

/** What people change of their own profile. Messages are functions: each person reads their language. */
export const profileSchema = v.object({
	fullName,
	jobTitle,
	position: v.picklist(POSITIONS, m.accounts_own_position_missing),
	/** As it was typed; `toE164` reads it. */
	phone: v.pipe(
		v.optional(v.string(), ''),
		v.maxLength(LONGEST_PHONE, m.accounts_own_phone_invalid),
		v.transform(onOneLine),
		v.check((phone) => phone === '' || toE164(phone) !== null, m.accounts_own_phone_invalid)
	),
	bio: v.pipe(
		v.optional(v.string(), ''),
		v.check((bio) => isWithinReach(bio, ACCOUNT_LIMITS.bio), bioLong),
		v.transform(cleanText),
		v.check((bio) => characters(bio) <= ACCOUNT_LIMITS.bio, bioLong)
	),
	listed: v.optional(v.boolean(), false),
	visibleFields: v.pipe(
		v.optional(v.array(v.picklist(VISIBLE_FIELDS, m.accounts_own_fields_invalid)), []),
		v.transform(unique)
	),
	notifications: v.pipe(
		v.optional(v.array(v.picklist(NOTIFICATIONS, m.accounts_own_fields_invalid)), []),
		v.transform(unique)
	),
	locale: v.picklist(LOCALES, m.accounts_own_locale_invalid),
	/** Which edition of the profile was looked at, so that a later one is not lost. */
	version: editionField
});

export type ProfileForm = v.InferOutput<typeof profileSchema>;

/** How saving went, other than in the fields themselves. */
export type ProfileOutcome =
	| FormProblem
	| { kind: 'saved' }
	/** The profile was changed elsewhere since it was looked at. */
	| { kind: 'outdated' };
