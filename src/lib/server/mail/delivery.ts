/** Brings the mail of the outbox to the mail server, as one of several servers that may be doing so. */
import type { OutgoingMail, Transport } from './transport';
import { CONNECTIONS, SEND_TIMEOUT_MS } from './transport';
import type { ClaimedMail, Outbox } from './outbox';

/** Longer than a mail takes with everything going slowly, so that no other server sends what this one is sending. */
const LEASE_SECONDS = (5 * SEND_TIMEOUT_MS) / 1000;
/** Other servers and the database itself put mail in the outbox too: look now and then. */
const LONGEST_REST_MS = 10_000;
/** Between tries to tell the database that a mail was sent: well within the lease. */
const SETTLE_PAUSES_MS = [500, 2_000, 10_000, 30_000];

interface Parts {
	outbox: Outbox;
	transport: Transport;
	/** @throws when the row cannot become a mail */
	compose: (mail: ClaimedMail) => OutgoingMail;
	/** Gets what went wrong, with the id of the mail and nothing else of it. */
	log?: (message: string) => void;
	now?: () => number;
	settlePausesMs?: readonly number[];
}

export class Delivery {
	readonly #parts: Required<Parts>;
	#running: Promise<void> | undefined;
	#stopped = false;
	#called = false;
	#wake: () => void = () => {};

	constructor(parts: Parts) {
		this.#parts = { log: console.error, now: Date.now, settlePausesMs: SETTLE_PAUSES_MS, ...parts };
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
			const mails = await this.#parts.outbox.claim(CONNECTIONS, LEASE_SECONDS);
			if (mails.length === 0) break;
			await Promise.all(mails.map((mail) => this.#deliver(mail)));
			tried += mails.length;
		}
		return tried;
	}

	async #run(): Promise<void> {
		while (!this.#stopped) {
			this.#called = false;
			let restMs = LONGEST_REST_MS;
			try {
				await this.deliverDue();
				const next = await this.#parts.outbox.nextAt();
				// The database has a clock of its own, which may run a little behind: not without any rest.
				if (next !== null) restMs = Math.min(Math.max(next - this.#parts.now(), 1_000), LONGEST_REST_MS);
			} catch (cause) {
				this.#parts.log(`Mail waits: ${reason(cause)}`);
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
			problem = reason(cause);
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
				this.#parts.log(`Mail ${mail.id} is not settled: ${reason(cause)}`);
			}
			if (pauseMs === undefined) break;
			await new Promise((resolve) => setTimeout(resolve, pauseMs));
		}
		return 'not settled';
	}
}

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
