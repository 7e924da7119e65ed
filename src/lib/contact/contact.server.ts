/** Stores what people write to the administrators. */
import type { ContactMessage } from '$lib/domain/contact/contactMessage';
import { ask } from '$lib/base/database/ask.server';
import { addressKey } from '$lib/base/database/rateLimit.server';
import { serviceClient } from '$lib/base/database/supabase.server';
import { isReplyAddress } from '$lib/base/mail/replyAddress.server';
import { operator } from '$lib/base/settings/operator.server';

/**
 * Stores one message, at most 5 an hour from one sender, and puts a mail in the outbox that says so to whoever runs the site.
 * @param clientAddress IPv4 or IPv6 address; only a keyed hash of it reaches the database
 * @returns 0 when it is stored, otherwise the seconds after which the sender may try again
 * @throws when the database does not answer or refuses; nothing of the message is in the error
 */
export function storeContactMessage(message: ContactMessage, clientAddress: string): Promise<number> {
	const { email: operatorEmail } = operator();
	const stored = serviceClient().rpc('submit_contact_message', {
		p_name: message.name,
		p_email: message.email,
		p_message: message.message,
		p_locale: message.locale,
		p_sender_key: addressKey(clientAddress),
		p_kind: message.kind,
		...(operatorEmail && isReplyAddress(operatorEmail) ? { p_operator_email: operatorEmail } : {})
	});
	return ask('submit_contact_message', stored);
}
