/** Shows what the mail server of the tests got, as the embedded backend shows its mailbox. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { MailServer } from '../../../src/lib/server/mail/smtp.fixture.ts';

export interface Mail {
	to: string;
	subject: string;
	text: string;
	html: string;
	/** ISO instant. */
	sentAt: string;
}

/** From the port of the site to that of its mail. */
export const MAIL_PORT_OFFSET = 10_000;

/** For the tests of the site on that port. @returns stops it */
export async function serveMail({ received }: MailServer, sitePort: number): Promise<() => Promise<void>> {
	const server = createServer((request, response) => {
		const wanted = new URL(request.url ?? '/', 'http://localhost').searchParams.get('to')?.toLowerCase();
		const mails = received
			.filter(({ to }) => wanted === undefined || to.some((one) => one.toLowerCase() === wanted))
			.map(({ to, mail }): Mail => {
				const { subject = '', text = '', html = '', date = '' } = mail;
				return { to: to.join(), subject, text, html, sentAt: date };
			})
			.toReversed();
		response.setHeader('content-type', 'application/json').end(JSON.stringify({ mails }));
	}).listen(sitePort + MAIL_PORT_OFFSET, '127.0.0.1');
	await once(server, 'listening');
	return async () => {
		server.close();
		server.closeAllConnections();
		await once(server, 'close');
	};
}
