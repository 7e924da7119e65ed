/** Stores what people write to the administrators. */
import type { Locale } from '$lib/domain/directory/directory';
import { ask } from '$lib/base/database/ask.server';
import { addressKey } from '$lib/base/database/rateLimit.server';
import { serviceClient } from '$lib/base/database/supabase.server';

export interface ContactMessage {
	name: string;
	email: string;
	/** Plain text with line breaks. */
	message: string;
	locale: Locale;
}

/**
 * Stores one message, at most 5 an hour from one sender.
 * @param clientAddress IPv4 or IPv6 address; only a keyed hash of it reaches the database
 * @returns 0 when it is stored, otherwise the seconds after which the sender may try again
 * @throws when the database does not answer or refuses; nothing of the message is in the error
 */
export function storeContactMessage(message: ContactMessage, clientAddress: string): Promise<number> {
	const stored = serviceClient().rpc('submit_contact_message', {
		p_name: message.name,
		p_email: message.email,
		p_message: message.message,
		p_locale: message.locale,
		p_sender_key: addressKey(clientAddress)
	});
	return ask('submit_contact_message', stored);
}
