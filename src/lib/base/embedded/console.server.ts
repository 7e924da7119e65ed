import { AsyncLocalStorage } from 'node:async_hooks';
import { plain, tellError } from '../log/tellError.server.ts';

const insideLite = new AsyncLocalStorage<true>();
/** The printers that this module put in place; tests and tools may put others before them. */
const printers = new WeakSet<typeof console.error>();
const METHODS = ['error', 'warn', 'log', 'info', 'debug'] as const;

/**
 * Runs `work` while what `@supabase/lite` prints is said in our words. It prints errors although it answers them properly: a policy
 * that refuses, a constraint, bad input, a `raise` in a function. Those are in the response, where the caller sees them. Of
 * every other error it is said what it is, never what it was about.
 */
export function saidPlainly<T>(work: () => Promise<T>): Promise<T> {
	const printing: Pick<Console, (typeof METHODS)[number]> = console;
	for (const method of METHODS) {
		const print = printing[method];
		if (printers.has(print)) continue;
		printing[method] = (...values: unknown[]) => {
			if (!insideLite.getStore()) return print.apply(console, values);
			if (values.some(isExpected)) return;
			print.call(console, values.map(said).join(' '));
		};
		printers.add(printing[method]);
	}
	return insideLite.run(true, work);
}

const said = (value: unknown): string => (typeof value === 'string' ? plain(value) : tellError(value));

/**
 * True for a database error that the request itself caused, by SQLSTATE: 22 data exception, 23 constraint, 42501
 * insufficient privilege, 25006 write in a GET, P0001 and PT… raised by our own functions.
 */
export function isExpected(error: unknown): boolean {
	if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false;
	return /^(22...|23...|42501|25006|P0001|PT\d{3}|PGRST)$/.test(error.code);
}
