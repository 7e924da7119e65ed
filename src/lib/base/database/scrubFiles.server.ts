/** Where the database is in this process, what was deleted goes out of its files as well. */
import { backend } from './backend.server';

/** Resolves when it is done. Never rejects: what could not be done now is done the next time. */
export async function scrubFiles(log: (message: string) => void = console.error): Promise<void> {
	try {
		await backend().scrub?.();
	} catch (cause) {
		log(`scrub: ${cause instanceof Error ? cause.message : String(cause)}`);
	}
}
