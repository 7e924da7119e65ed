/** What is asked of a person in several forms, with the same rules. Messages are functions: each reads their language. */
import * as v from 'valibot';
import { ACCOUNT_LIMITS } from '$lib/domain/account/account';
import { isEmailAddress } from '$lib/domain/account/emailAddress';
import { characters, isWithinReach, onOneLine } from '$lib/domain/text/text';
import { m } from '$lib/base/i18n/paraglide/messages.js';

/** Any alphabet will do; digits, marks and emoji alone are no word to call somebody by. */
const hasLetter = (text: string): boolean => text === '' || /\p{L}/u.test(text);

/** No password: Auth reads less, and what is longer only takes time. */
const LONGEST_PASSWORD = 1_000;
const LONGEST_ADDRESS = 1_000;

const nameLong = () => m.accounts_own_name_long({ limit: ACCOUNT_LIMITS.fullName });
const jobLong = () => m.accounts_own_job_long({ limit: ACCOUNT_LIMITS.jobTitle });

export const fullName = v.pipe(
	v.optional(v.string(), ''),
	v.check((name) => isWithinReach(name, ACCOUNT_LIMITS.fullName), nameLong),
	v.transform(onOneLine),
	v.check((name) => name !== '', m.accounts_own_name_missing),
	v.check(hasLetter, m.accounts_own_name_letters),
	v.check((name) => characters(name) <= ACCOUNT_LIMITS.fullName, nameLong)
);

export const jobTitle = v.pipe(
	v.optional(v.string(), ''),
	v.check((job) => isWithinReach(job, ACCOUNT_LIMITS.jobTitle), jobLong),
	v.transform(onOneLine),
	v.check((job) => job !== '', m.accounts_own_job_missing),
	v.check(hasLetter, m.accounts_own_job_letters),
	v.check((job) => characters(job) <= ACCOUNT_LIMITS.jobTitle, jobLong)
);

export const email = v.pipe(
	v.optional(v.string(), ''),
	v.maxLength(LONGEST_ADDRESS, m.accounts_register_email_invalid),
	v.transform(onOneLine),
	v.check((address) => address !== '', m.accounts_register_email_missing),
	v.check((address) => address === '' || isEmailAddress(address), m.accounts_register_email_invalid)
);

/** One that exists, so not tidied: every character counts. @param missing what to say when nothing was typed */
export const presentPassword = (missing: () => string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.maxLength(LONGEST_PASSWORD, tooLongPassword),
		v.check((password) => password !== '', missing)
	);

/** One to choose: what is wrong with it is for `passwordProblem` to say. */
export const newPassword = v.pipe(v.optional(v.string(), ''), v.maxLength(LONGEST_PASSWORD, tooLongPassword));

function tooLongPassword(): string {
	return m.accounts_password_long({ max: ACCOUNT_LIMITS.passwordBytes });
}
