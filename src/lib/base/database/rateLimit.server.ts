/** Holds back who tries too often: counted in the database, so that it holds across server processes. */
import { createHmac, hkdfSync } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { ask } from './ask.server';
import { backend } from './backend.server';
import { serviceClient } from './supabase.server';

export type LimitedAction =
	'sign_up' | 'sign_in' | 'reset' | 'magic_link' | 'change_email' | 'confirm' | 'desk_check' | 'hand_over';

/**
 * Counts one attempt, per sender and per mailbox.
 * @param clientAddress IPv4 or IPv6
 * @returns 0 when it may go on, otherwise the seconds to wait, for `Retry-After`
 * @throws DatabaseError when it cannot be counted: then nothing may go on
 */
export function waitBefore(action: LimitedAction, clientAddress: string, email?: string): Promise<number> {
	const attempt = serviceClient().rpc('count_attempt', {
		p_action: action,
		p_address_key: addressKey(clientAddress),
		p_email_key: email === undefined ? '' : emailKey(email)
	});
	return ask('count_attempt', attempt);
}

/** Who sends, without saying who. @returns 64 hexadecimal digits */
export const addressKey = (clientAddress: string): string =>
	keyOf(network(clientAddress), backend().secretKey);

/** Whose mailbox, without saying whose. @returns 64 hexadecimal digits */
export const emailKey = (email: string): string =>
	keyOf(`mailbox ${email.normalize('NFC').toLowerCase()}`, backend().secretKey);

/**
 * The same value gives the same key on one installation, and nobody without its secret can go back from key to value.
 * @returns 64 hexadecimal digits
 */
export function keyOf(value: string, secret: string): string {
	const key = Buffer.from(hkdfSync('sha256', secret, '', 'rate limit', 32));
	return createHmac('sha256', key).update(value).digest('hex');
}

/** One household has one IPv4 address, but a whole /64 of IPv6. */
export function network(address: string): string {
	const bare = address.replace(/%.*$/, '');
	if (!ipaddr.isValid(bare)) return address;
	const parsed = ipaddr.process(bare);
	return parsed.kind() === 'ipv4' ? parsed.toString() : parsed.toByteArray().slice(0, 8).join('.');
}
