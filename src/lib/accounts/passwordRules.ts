import { ACCOUNT_LIMITS } from '$lib/domain/account/account';
import type { PasswordProblem } from '$lib/domain/account/password';
import { m } from '$lib/base/i18n/paraglide/messages.js';

const SENTENCES: Record<PasswordProblem, () => string> = {
	missing: m.accounts_password_missing,
	short: () => m.accounts_password_short({ min: ACCOUNT_LIMITS.passwordMin }),
	long: () => m.accounts_password_long({ max: ACCOUNT_LIMITS.passwordBytes }),
	personal: m.accounts_password_personal,
	known: m.accounts_password_weak
};

/** What to do about a password, in the words of the page's language. */
export const passwordAdvice = (problem: PasswordProblem): string => SENTENCES[problem]();
