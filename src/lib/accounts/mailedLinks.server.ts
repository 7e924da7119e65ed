/** Asks Auth to mail a link. What comes back never tells whether the address has an account. */
import { deliverSoon } from '$lib/mail/index.server';
import { AuthFailure, strangersAuth } from './auth.server';

/**
 * Sends somebody who registered another link. Where Auth will not send the same mail twice, one to sign in with proves
 * the mailbox just as well. Does nothing for an address that is unknown, and does not tell.
 * @throws AuthFailure when Auth does not answer
 */
export async function confirmAgain(email: string): Promise<void> {
	const { error } = await strangersAuth().resend({ type: 'signup', email });
	if (!error) {
		deliverSoon();
		return;
	}
	if (error.code !== 'over_email_send_rate_limit') throw new AuthFailure('resend', error);
	await sendSignInLink(email);
}

/** What Auth answers when it sends nothing: to an address without account, and to one it has just mailed. */
const NOTHING_SENT = new Set([
	'otp_disabled',
	'signup_disabled',
	'user_not_found',
	'over_email_send_rate_limit',
	'email_address_invalid',
	'email_address_not_authorized',
	'validation_failed'
]);

/**
 * Mails a link to sign in with, where the address has an account; does not tell whether it has.
 * @throws AuthFailure when Auth does not answer
 */
export async function sendSignInLink(email: string): Promise<void> {
	const { error } = await strangersAuth().signInWithOtp({ email, options: { shouldCreateUser: false } });
	if (error && !NOTHING_SENT.has(error.code ?? '')) throw new AuthFailure('signInWithOtp', error);
	deliverSoon();
}

/**
 * Mails a link to choose a new password with, where the address has an account; does not tell whether it has.
 * @throws AuthFailure when Auth does not answer
 */
export async function sendPasswordReset(email: string): Promise<void> {
	const { error } = await strangersAuth().resetPasswordForEmail(email);
	if (error && !NOTHING_SENT.has(error.code ?? '')) throw new AuthFailure('resetPasswordForEmail', error);
	deliverSoon();
}
