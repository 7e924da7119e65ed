/** The mails that Auth has sent when somebody needs a link of it. Runs in plain Node too, for the embedded backend. */

/** By the name of its template, with the `type` that `verifyOtp` wants of its link. */
export const AUTH_MAILS = {
	confirmation: 'signup',
	recovery: 'recovery',
	magic_link: 'magiclink',
	email_change: 'email_change'
} as const;
export type AuthMailType = keyof typeof AUTH_MAILS;

export const isAuthMailType = (text: string): text is AuthMailType => Object.hasOwn(AUTH_MAILS, text);

/** What the outbox is told of one; where it says nothing of a language, that of the account counts. */
export interface AuthMail {
	type: AuthMailType;
	/** The address of the account as it is now. */
	account: string;
	to: string;
	/** What stands in the link, and lets somebody in. */
	tokenHash: string;
	/** Of a change of address: the one that is asked for. */
	newAddress?: string;
}
