/** Mail in the outbox as administrators see it: types and lists only. */
import type { Locale } from '$lib/domain/directory/directory';

export const MAIL_TEMPLATES = [
	'auth_confirmation',
	'auth_recovery',
	'auth_magic_link',
	'auth_email_change',
	'already_registered',
	'account_approved',
	'account_rejected',
	'account_suspended',
	'account_restored',
	'role_changed',
	'email_changed',
	'password_changed',
	'account_ends',
	'password_chosen',
	'account_left',
	'change_waiting',
	'change_reviewed',
	'page_changed',
	'desk_check',
	'desk_report',
	'new_request',
	'evidence_changed',
	'new_colleague',
	'first_message',
	'first_message_copy',
	'colleague_report',
	'digest',
	'contact_message',
	'contact_answer'
] as const;
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];

/** `retrying`: it failed before and is tried again; `dead`: given up until somebody sends it anew. */
export const MAIL_STATES = ['waiting', 'sending', 'retrying', 'dead'] as const;
export type MailState = (typeof MAIL_STATES)[number];

export interface WaitingMail {
	id: string;
	template: MailTemplate;
	locale: Locale;
	to: string;
	state: MailState;
	attempts: number;
	/** ISO 8601 */
	nextAttemptAt: string;
	/** ISO 8601; null for mail that can be sent at any time. */
	expiresAt: string | null;
	/** Its link works no longer, so it is not sent any more. */
	isExpired: boolean;
	/** As the mail server put it, without addresses. */
	lastError: string | null;
	/** ISO 8601 */
	createdAt: string;
}
