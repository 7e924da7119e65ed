/** Brings the mail of the outbox to the mail server, as one of several servers that may be doing so. */
import { timeLimit } from '$lib/base/settings/limits.server';
import { inOneLine } from '$lib/base/log/tellError.server';
import { CONNECTIONS, type OutgoingMail, type Transport } from '$lib/base/mail/transport.server';
import type { ClaimedMail, Outbox } from './outbox.server';

/** Longer than a mail takes with everything going slowly, so that no other server sends what this one is sending. */
const leaseSeconds = (): number => Math.ceil((5 * timeLimit('MAIL_SEND_TIMEOUT_MS')) / 1_000);

interface Parts {
	outbox: Outbox;
	transport: Transport;
	/** @throws when the row cannot become a mail */
	compose: (mail: ClaimedMail) => OutgoingMail;
	/** Gets what went wrong, with the id of the mail and nothing else of it. */
	log?: (message: string) => void;
	now?: () => number;
	settlePausesMs?: readonly number[];
	/** Between two looks at the outbox, when nobody says that there is mail. */
	longestRestMs?: number;
}

export class Delivery {
	readonly #parts: Required<Parts>;
	#running: Promise<void> | undefined;
	#stopped = false;
	#called = false;
	#wake: () => void = () => {};

	constructor(parts: Parts) {
		this.#parts = {
			log: console.error,
			now: Date.now,
			settlePausesMs: timeLimit('MAIL_SETTLE_PAUSES_MS'),
			longestRestMs: timeLimit('MAIL_LONGEST_REST_MS'),
			...parts
		};
	}

	/** Delivers what is due, and from now on whatever becomes due. */
	start(): void {
		this.#running ??= this.#run();
	}

	/** Looks at once, instead of at the next time that was planned. */
	soon(): void {
		this.#called = true;
		this.#wake();
	}

	/** Takes no more mail. Resolves when what was taken is sent and settled. */
	async stop(): Promise<void> {
		this.#stopped = true;
		this.#wake();
		await this.#running;
	}

	/**
	 * Sends what is due at this moment.
	 * @returns how many mails were tried
	 * @throws when the database does not hand out mail
	 */
	async deliverDue(): Promise<number> {
		let tried = 0;
		while (!this.#stopped) {
			const mails = await this.#parts.outbox.claim(CONNECTIONS, leaseSeconds());
			if (mails.length === 0) break;
			await Promise.all(mails.map((mail) => this.#deliver(mail)));
			tried += mails.length;
		}
		return tried;
	}

	async #run(): Promise<void> {
		while (!this.#stopped) {
			this.#called = false;
			const { longestRestMs, now } = this.#parts;
			let restMs = longestRestMs;
			try {
				await this.deliverDue();
				const next = await this.#parts.outbox.nextAt();
				if (next !== null) {
					const untilNextMs = next - now();
					restMs = Math.min(Math.max(untilNextMs, timeLimit('MAIL_SHORTEST_REST_MS')), longestRestMs);
				}
			} catch (cause) {
				this.#parts.log(`Mail waits: ${inOneLine(cause)}`);
			}
			await this.#rest(restMs);
		}
	}

	async #rest(ms: number): Promise<void> {
		if (this.#stopped || this.#called) return;
		const { promise, resolve } = Promise.withResolvers<void>();
		const timer = setTimeout(resolve, ms);
		timer.unref();
		this.#wake = resolve;
		await promise;
		clearTimeout(timer);
	}

	async #deliver(mail: ClaimedMail): Promise<void> {
		let problem: string | undefined;
		try {
			await this.#parts.transport.send(this.#parts.compose(mail));
		} catch (cause) {
			problem = inOneLine(cause);
		}
		const settled = await this.#settle(mail, problem);
		if (problem !== undefined) this.#parts.log(`Mail ${mail.id} was not sent (${settled}): ${problem}`);
	}

	/** Not telling that a mail was sent would mean sending it twice. */
	async #settle(mail: ClaimedMail, problem: string | undefined): Promise<string> {
		for (const pauseMs of [...this.#parts.settlePausesMs, undefined]) {
			try {
				return await this.#parts.outbox.settle(mail, problem);
			} catch (cause) {
				this.#parts.log(`Mail ${mail.id} is not settled: ${inOneLine(cause)}`);
			}
			if (pauseMs === undefined) break;
			await new Promise((resolve) => setTimeout(resolve, pauseMs));
		}
		return 'not settled';
	}
}
