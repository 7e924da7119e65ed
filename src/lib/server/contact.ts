/** Stores what people write to the administrators, and forgets it in time. */
import { createHmac, hkdfSync } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import type { Locale } from '$lib/domain/directory';
import { backend } from './backend';
import { serviceClient } from './supabase';

export interface ContactMessage {
	name: string;
	email: string;
	/** Plain text with line breaks. */
	message: string;
	locale: Locale;
}

const REQUEST_TIMEOUT_MS = 10_000;
const DAY_MS = 86_400_000;

/**
 * Stores one message, at most 5 an hour from one sender.
 * @param clientAddress IPv4 or IPv6 address; only a keyed hash of it reaches the database
 * @returns 0 when it is stored, otherwise the seconds after which the sender may try again
 * @throws when the database does not answer or refuses; nothing of the message is in the error
 */
export async function storeContactMessage(message: ContactMessage, clientAddress: string): Promise<number> {
	const { data, error } = await serviceClient()
		.rpc('submit_contact_message', {
			p_name: message.name,
			p_email: message.email,
			p_message: message.message,
			p_locale: message.locale,
			p_sender_key: senderKey(clientAddress, backend().secretKey)
		})
		.abortSignal(AbortSignal.timeout(REQUEST_TIMEOUT_MS));
	// PostgreSQL quotes the row in `details`: that is the person's message and does not belong in a log.
	if (error) throw new Error(`submit_contact_message: ${error.code} ${error.message}`);
	return data;
}

/**
 * Who sends, without saying who: the same address gives the same key on one installation, and nobody without its secret
 * can go back from key to address.
 * @returns 64 hexadecimal digits
 */
export function senderKey(clientAddress: string, secret: string): string {
	const key = Buffer.from(hkdfSync('sha256', secret, '', 'contact form sender', 32));
	return createHmac('sha256', key).update(network(clientAddress)).digest('hex');
}

/** One household has one IPv4 address, but a whole /64 of IPv6. */
function network(address: string): string {
	const bare = address.replace(/%.*$/, '');
	if (!ipaddr.isValid(bare)) return address;
	const parsed = ipaddr.process(bare);
	return parsed.kind() === 'ipv4' ? parsed.toString() : parsed.toByteArray().slice(0, 8).join('.');
}

/**
 * Deletes what the privacy page says is gone, now and then every day, also when nobody writes any more.
 * A day on which the database does not answer is logged and tried again the next.
 * @returns stops it
 */
export function forgetContactDataDaily(log: (message: string) => void = console.error): () => void {
	const forget = async () => {
		try {
			const { error } = await serviceClient().rpc('delete_expired_contact_data');
			if (error) log(`delete_expired_contact_data: ${error.code} ${error.message}`);
		} catch (cause) {
			log(`delete_expired_contact_data: ${cause instanceof Error ? cause.message : String(cause)}`);
		}
	};
	void forget();
	const timer = setInterval(() => void forget(), DAY_MS);
	timer.unref();
	return () => clearInterval(timer);
}
