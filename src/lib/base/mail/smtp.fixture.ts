/** A real mail server for tests, that answers as told and keeps what it takes. */
import type { AddressInfo } from 'node:net';
import { domainToASCII } from 'node:url';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
	/** Of the envelope. */
	from: string;
	to: string[];
	mail: Email;
	raw: string;
}

export interface MailServer {
	url: string;
	received: ReceivedMail[];
	/** What it answers to the next mails, one each; afterwards it takes them. */
	refusals: { responseCode: number; message: string }[];
	/** Resolves when the next mail begins to come in. */
	next(): Promise<void>;
	close(): Promise<void>;
}

/** The server writes domains in letters of their own script; what came in was ASCII. */
function asSent(address: string): string {
	const at = address.lastIndexOf('@') + 1;
	return address.slice(0, at) + domainToASCII(address.slice(at));
}

/** @param port 0 lets the system choose */
export async function startMailServer(port = 0): Promise<MailServer> {
	const received: ReceivedMail[] = [];
	const refusals: MailServer['refusals'] = [];
	let coming = Promise.withResolvers<void>();
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		hideSTARTTLS: true,
		onData(stream, { envelope }, done) {
			coming.resolve();
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				const refusal = refusals.shift();
				if (refusal) {
					done(Object.assign(new Error(refusal.message), { responseCode: refusal.responseCode }));
					return;
				}
				const raw = Buffer.concat(chunks);
				void PostalMime.parse(raw).then((mail) => {
					received.push({
						from: envelope.mailFrom ? envelope.mailFrom.address : '',
						to: envelope.rcptTo.map(({ address }) => asSent(address)),
						mail,
						raw: raw.toString()
					});
					done();
				}, done);
			});
		}
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const { port: chosen } = server.server.address() as AddressInfo;
	return {
		url: `smtp://127.0.0.1:${chosen}`,
		received,
		refusals,
		next: () => {
			coming = Promise.withResolvers();
			return coming.promise;
		},
		close: () => new Promise((resolve) => server.close(() => resolve()))
	};
}
