import * as v from 'valibot';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { email, newPassword, presentPassword } from './personFields';
import type { FormProblem } from '$lib/base/form/outcome';

/** No place of ours has a longer address. */
const LONGEST_NEXT = 1_000;

const next = v.pipe(
	v.optional(v.string(), ''),
	v.transform((path) => (path.length > LONGEST_NEXT ? '' : path))
);

/** E-mail address and password. */
export const signInSchema = v.object({
	email,
	password: presentPassword(m.accounts_signin_password_missing),
	/** Where to go afterwards; only for `ownPath` to judge. */
	next
});

/** The same form, sent by its other button: the password does not matter. */
export const signInLinkSchema = v.object({ email, password: newPassword, next });

export type SignInForm = v.InferOutput<typeof signInSchema>;

export type SignInOutcome =
	| FormProblem
	/** Wrong, unknown or not confirmed: for nobody to know which. */
	| { kind: 'refused' }
	/** A link is on its way, if there is an account. */
	| { kind: 'sent' };

/** A mail address to send a link to. */
export const mailSchema = v.object({ email });

export type MailForm = v.InferOutput<typeof mailSchema>;

export type MailOutcome = FormProblem | { kind: 'sent' };
