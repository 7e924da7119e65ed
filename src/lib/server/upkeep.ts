/** What the server does every day: forget what the privacy page says is gone, and ask whether desks are still true. */
import { deliverSoon } from './mail';
import type { TypedClient } from './supabase';
import { askAboutDesks } from './verification/rounds';
import { checkPeriods } from './verification/settings';

const DAY_MS = 86_400_000;

/** Functions of the database, each with a promise of its own. */
const TASKS = [
	'delete_expired_contact_data',
	'delete_expired_accounts',
	'delete_old_changes',
	'delete_old_imports'
] as const;

/**
 * Deletes what has had its time and asks about desks, now and then every day, also when nobody visits.
 * A task for which the database does not answer is logged and tried again the next day; the others go on.
 * @returns stops it
 * @throws when a setting is not what it should be
 */
export function keepUpDaily(
	client: () => TypedClient,
	log: (message: string) => void = console.error
): () => void {
	const periods = checkPeriods();
	const all = async () => {
		await keepUp(client, log);
		await askAboutDesks(client(), periods, log);
		deliverSoon();
	};
	void all();
	const timer = setInterval(() => void all(), DAY_MS);
	timer.unref();
	return () => clearInterval(timer);
}

/** Deletes, once, all of it. Never rejects. */
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
