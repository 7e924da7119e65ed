/** What is asked of a person in several forms, with the same rules. Messages are functions: each reads their language. */
import * as v from 'valibot';
import { ACCOUNT_LIMITS } from '$lib/domain/account';
import { isEmailAddress } from '$lib/domain/emailAddress';
import { characters, onOneLine } from '$lib/domain/text';
import { m } from '$lib/i18n/paraglide/messages.js';

export const fullName = v.pipe(
	v.optional(v.string(), ''),
	v.transform(onOneLine),
	v.check((name) => name !== '', m.accounts_own_name_missing),
	v.check(
		(name) => characters(name) <= ACCOUNT_LIMITS.fullName,
		() => m.accounts_own_name_long({ limit: ACCOUNT_LIMITS.fullName })
	)
);

export const jobTitle = v.pipe(
	v.optional(v.string(), ''),
	v.transform(onOneLine),
	v.check((job) => job !== '', m.accounts_own_job_missing),
	v.check(
		(job) => characters(job) <= ACCOUNT_LIMITS.jobTitle,
		() => m.accounts_own_job_long({ limit: ACCOUNT_LIMITS.jobTitle })
	)
);

export const email = v.pipe(
	v.optional(v.string(), ''),
	v.transform(onOneLine),
	v.check((address) => address !== '', m.accounts_register_email_missing),
	v.check((address) => address === '' || isEmailAddress(address), m.accounts_register_email_invalid)
);
