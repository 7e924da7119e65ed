/** Forgets in time: what the privacy page says is gone is gone. */
import type { TypedClient } from './supabase';

const DAY_MS = 86_400_000;

/** Functions of the database, each with a promise of its own. */
const TASKS = ['delete_expired_contact_data', 'delete_expired_accounts', 'delete_old_changes'] as const;

/**
 * Deletes what has had its time, now and then every day, also when nobody visits.
 * A task for which the database does not answer is logged and tried again the next day; the others go on.
 * @returns stops it
 */
export function keepUpDaily(
	client: () => TypedClient,
	log: (message: string) => void = console.error
): () => void {
	void keepUp(client, log);
	const timer = setInterval(() => void keepUp(client, log), DAY_MS);
	timer.unref();
	return () => clearInterval(timer);
}

/** Once, all of it. Never rejects. */
export async function keepUp(client: () => TypedClient, log: (message: string) => void): Promise<void> {
	for (const task of TASKS) {
		try {
			const { error } = await client().rpc(task);
			if (error) log(`${task}: ${error.code} ${error.message}`);
		} catch (cause) {
			log(`${task}: ${cause instanceof Error ? cause.message : String(cause)}`);
		}
	}
}
