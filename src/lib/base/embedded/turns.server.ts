import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * PGlite is one session, and `@supabase/lite` runs a request as `BEGIN`, `SET LOCAL ROLE`, statement, `COMMIT` in
 * separate calls. Without turns, two requests would share one transaction and so one another's role. Everything that
 * talks to the database therefore takes a turn.
 */
export class Turns {
	readonly #holder = new AsyncLocalStorage<{ over: boolean }>();
	#last: Promise<void> = Promise.resolve();
	/** What is done at the beginning of each turn. */
	before: () => Promise<void> = () => Promise.resolve();

	/** Runs `work` alone. Inside a turn it runs at once: a turn may use the database again without waiting for itself. */
	async run<T>(work: () => Promise<T>): Promise<T> {
		if (this.#holder.getStore()?.over === false) return work();
		const release = await this.take();
		const turn = { over: false };
		try {
			return await this.#holder.run(turn, async () => {
				await this.before();
				return work();
			});
		} finally {
			turn.over = true;
			release();
		}
	}

	/** Waits for a turn that lasts until the returned function is called. */
	async take(): Promise<() => void> {
		const before = this.#last;
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#last = promise;
		await before;
		return resolve;
	}
}
