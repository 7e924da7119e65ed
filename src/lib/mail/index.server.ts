/** Mail of this server: where it goes, and the delivery of what the database has put in the outbox. */
import { backend } from '$lib/base/database/backend.server';
import type { Mailbox } from '../base/embedded/mailbox.server.ts';
import { serviceClient } from '$lib/base/database/supabase.server';
import { Delivery } from './delivery.server';
import { composeMail } from './compose.server';
import { outboxOf } from './outbox.server';
import { operator } from '$lib/base/settings/operator.server';
import { isReplyAddress } from '$lib/base/mail/replyAddress.server';
import { mailServer, siteOrigin } from '$lib/base/mail/settings.server';

/** The mail that stays on this machine because there is no mail server; undefined when there is one. */
export function keptMail(): Mailbox | undefined {
	return mailServer() ? undefined : backend().mailbox;
}

let delivery: Delivery | undefined;

/**
 * From now on mail in the outbox is delivered. Without a mail server and without the embedded backend's mailbox it waits
 * there, which is said once.
 * @returns stops; resolves when what was being sent is sent
 */
export function startDelivery(): () => Promise<void> {
	const transport = mailServer() ?? keptMail();
	if (!transport) {
		console.warn(
			'SMTP_URL is niet ingesteld: mail wacht in de databank tot er een mailserver is. / ' +
				'SMTP_URL is not set: mail waits in the database until there is a mail server.'
		);
		return () => Promise.resolve();
	}
	const { email } = operator();
	const operatorEmail = email && isReplyAddress(email) ? email : undefined;
	const site = { origin: siteOrigin(), secret: backend().secretKey, operatorEmail };
	const started = new Delivery({
		outbox: outboxOf(serviceClient()),
		transport,
		compose: (mail) => composeMail(mail, site)
	});
	started.start();
	delivery = started;
	return async () => {
		await started.stop();
		transport.close();
	};
}

/** Call after an action that put mail in the outbox: it leaves at once instead of within ten seconds. */
export function deliverSoon(): void {
	delivery?.soon();
}
