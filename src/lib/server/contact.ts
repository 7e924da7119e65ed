/** Stores what people write to the administrators, and forgets it in time. */
import type { Locale } from '$lib/domain/directory';
import { addressKey } from './rateLimit';
import { DatabaseError, serviceClient } from './supabase';

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
			p_sender_key: addressKey(clientAddress)
		})
		.abortSignal(AbortSignal.timeout(REQUEST_TIMEOUT_MS));
	if (error) throw new DatabaseError('submit_contact_message', error);
	return data;
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
