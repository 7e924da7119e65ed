/** Links that switch a kind of mail off without signing in. */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { NOTIFICATIONS, type Notification } from '$lib/domain/account/account';
import { ask } from '$lib/base/database/ask.server';
import { serviceClient } from '$lib/base/database/supabase.server';

export interface Subscription {
	accountId: string;
	/** What the account no longer wants mail about. */
	topic: Notification;
}

const partsSchema = v.strictTuple([v.pipe(v.string(), v.uuid()), v.picklist(NOTIFICATIONS), v.string()]);

/**
 * Names an account and a topic, signed: only who got the mail can switch it off. Keeps its worth as long as the account
 * and the server's secret are there, because mail lies around for years.
 * @returns letters, digits, "-", "_" and "."
 */
export function unsubscribeToken({ accountId, topic }: Subscription, secret: string): string {
	return `${accountId}.${topic}.${signature(accountId, topic, secret).toString('base64url')}`;
}

/** @returns undefined for what this server did not sign */
export function readUnsubscribeToken(token: string, secret: string): Subscription | undefined {
	const parts = v.safeParse(partsSchema, token.split('.'));
	if (!parts.success) return undefined;
	const [accountId, topic, given] = parts.output;
	const expected = signature(accountId, topic, secret);
	const bytes = Buffer.from(given, 'base64url');
	if (bytes.length !== expected.length || !timingSafeEqual(bytes, expected)) return undefined;
	return { accountId, topic };
}

function signature(accountId: string, topic: Notification, secret: string): Buffer {
	const key = Buffer.from(hkdfSync('sha256', secret, '', 'unsubscribe link', 32));
	return createHmac('sha256', key).update(`${accountId}.${topic}`).digest();
}

/**
 * Switches the mail off; again when it is off already.
 * @returns false when there is no such account any more
 * @throws when the database does not answer or refuses
 */
export function unsubscribe({ accountId, topic }: Subscription): Promise<boolean> {
	return ask('unsubscribe', serviceClient().rpc('unsubscribe', { p_account_id: accountId, p_topic: topic }));
}
