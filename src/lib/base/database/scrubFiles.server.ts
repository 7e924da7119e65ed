/** Where the database is in this process, what was deleted goes out of its files as well. */
import { inOneLine } from '../log/tellError.server';
import { backend } from './backend.server';

/** Whether it does here. A PostgreSQL server cleans its files itself, in its own time. */
export const scrubsFiles = (): boolean => backend().scrub !== undefined;

/** Resolves when it is done. Never rejects: what could not be done now is done the next time. */
export async function scrubFiles(log: (message: string) => void = console.error): Promise<void> {
	try {
		await backend().scrub?.();
	} catch (cause) {
		log(`scrub: ${inOneLine(cause)}`);
	}
}
