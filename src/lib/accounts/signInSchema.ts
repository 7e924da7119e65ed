import * as v from 'valibot';
import { m } from '$lib/i18n/paraglide/messages.js';
import { email } from './personFields';
import type { AttemptProblem } from './problem';

const next = v.optional(v.string(), '');

/** E-mail address and password. */
export const signInSchema = v.object({
	email,
	password: v.pipe(
		v.optional(v.string(), ''),
		v.check((password) => password !== '', m.accounts_signin_password_missing)
	),
	/** Where to go afterwards; only for `ownPath` to judge. */
	next
});

/** The same form, sent by its other button: the password does not matter. */
export const signInLinkSchema = v.object({ email, password: v.optional(v.string(), ''), next });

export type SignInForm = v.InferOutput<typeof signInSchema>;

export type SignInOutcome =
	| AttemptProblem
	/** Wrong, unknown or not confirmed: for nobody to know which. */
	| { kind: 'refused' }
	/** A link is on its way, if there is an account. */
	| { kind: 'sent' };

/** A mail address to send a link to. */
export const mailSchema = v.object({ email });

export type MailForm = v.InferOutput<typeof mailSchema>;

export type MailOutcome = AttemptProblem | { kind: 'sent' };
