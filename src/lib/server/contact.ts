/** Stores what people write to the administrators. */
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
