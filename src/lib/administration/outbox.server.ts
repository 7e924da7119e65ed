/** Mail that waits. Everything runs as the administrator who is signed in. */
import * as v from 'valibot';
import { MAIL_TEMPLATES, type MailState, type WaitingMail } from '$lib/mail/waitingMail';
import { LOCALES } from '$lib/domain/directory/directory';
import { instant } from '$lib/base/database/row.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { ask } from '$lib/base/database/ask.server';

const MAILS_SHOWN = 200;

const mailRow = v.object({
	id: v.string(),
	template: v.picklist(MAIL_TEMPLATES),
	locale: v.picklist(LOCALES),
	to_address: v.string(),
	status: v.picklist(['queued', 'sending', 'dead']),
	attempts: v.number(),
	next_attempt_at: instant,
	expires_at: v.nullable(instant),
	last_error: v.nullable(v.string()),
	created_at: instant
});

/**
 * The mails that wait, next one first; at most 200 of those that were given up and 200 of the others.
 * @throws DatabaseError
 */
export async function readOutbox(client: TypedClient): Promise<WaitingMail[]> {
	const columns =
		'id, template, locale, to_address, status, attempts, next_attempt_at, expires_at, last_error, created_at';
	const outbox = () =>
		client.from('email_outbox').select(columns).order('next_attempt_at').limit(MAILS_SHOWN);
	const [dead, others] = await Promise.all([
		ask('email_outbox', outbox().eq('status', 'dead')),
		ask('email_outbox', outbox().neq('status', 'dead'))
	]);
	return v.parse(v.array(mailRow), [...dead, ...others]).map((row) => ({
		id: row.id,
		template: row.template,
		locale: row.locale,
		to: row.to_address,
		state: stateOf(row),
		attempts: row.attempts,
		nextAttemptAt: row.next_attempt_at,
		expiresAt: row.expires_at,
		isExpired: row.expires_at !== null && Date.parse(row.expires_at) <= Date.now(),
		lastError: row.last_error,
		createdAt: row.created_at
	}));
}

function stateOf({ status, attempts }: v.InferOutput<typeof mailRow>): MailState {
	if (status !== 'queued') return status;
	return attempts > 0 ? 'retrying' : 'waiting';
}

/**
 * Makes a mail due now, also one that was given up.
 * @returns false when it is gone or on its way
 * @throws DatabaseError
 */
export async function sendMailNow(client: TypedClient, mailId: string): Promise<boolean> {
	return ask('send_mail_now', client.rpc('send_mail_now', { p_mail_id: mailId }));
}
