import { AsyncLocalStorage } from 'node:async_hooks';

const insideLite = new AsyncLocalStorage<true>();
/** The printers that this module put in place; tests and tools may put others before them. */
const filters = new WeakSet<typeof console.error>();

/**
 * Runs `work` without the errors on the console that `@supabase/lite` prints although it answers them properly: a
 * policy that refuses, a constraint, bad input, a `raise` in a function. They are in the response, where the caller
 * sees them. Every other error is printed as before.
 */
export function withoutExpectedErrors<T>(work: () => Promise<T>): Promise<T> {
	if (!filters.has(console.error)) {
		const print = console.error;
		console.error = (...values: unknown[]) => {
			if (values.length === 1 && insideLite.getStore() && isExpected(values[0])) return;
			print.apply(console, values);
		};
		filters.add(console.error);
	}
	return insideLite.run(true, work);
}

/**
 * True for a database error that the request itself caused, by SQLSTATE: 22 data exception, 23 constraint, 42501
 * insufficient privilege, 25006 write in a GET, P0001 and PT… raised by our own functions.
 */
export function isExpected(error: unknown): boolean {
	if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false;
	return /^(22...|23...|42501|25006|P0001|PT\d{3}|PGRST)$/.test(error.code);
}
