import type { OutgoingMail, Transport } from '../mail/transport.server.ts';

export interface CaughtMail extends OutgoingMail {
	/** ISO instant. */
	sentAt: string;
}

const MOST_KEPT = 500;

/** Where mail stays on a machine without mail server, until the process ends. */
export class Mailbox implements Transport {
	#mails: CaughtMail[] = [];

	send(mail: OutgoingMail): Promise<void> {
		this.#mails = [{ ...mail, sentAt: new Date().toISOString() }, ...this.#mails].slice(0, MOST_KEPT);
		return Promise.resolve();
	}

	/** Newest first. @param to only what went to this address */
	mails(to?: string): CaughtMail[] {
		const wanted = to?.toLowerCase();
		return this.#mails.filter((mail) => wanted === undefined || mail.to.toLowerCase() === wanted);
	}

	empty(): void {
		this.#mails = [];
	}

	close(): void {
		// Nothing is open.
	}
}
