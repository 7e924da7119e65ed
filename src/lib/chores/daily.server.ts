/**
 * What the server does every day: forget what the privacy page says is gone, count how far the desks have come, ask whether
 * they are still true, and tell members what is new in what they follow.
 */
import { digestPeriod, queueDigests } from '$lib/expertise/digests.server';
import { inOneLine } from '$lib/base/log/tellError.server';
import { timeLimit } from '$lib/base/settings/limits.server';
import { keepSessions, sessionLimits } from '$lib/accounts/sessionLimits.server';
import { deliverSoon } from '$lib/mail/index.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { askAboutDesks } from '$lib/verification/rounds.server';
import { checkPeriods } from '$lib/verification/settings.server';

/** Functions of the database, each with a promise of its own. */
const TASKS = [
	'delete_expired_contact_data',
	'delete_expired_accounts',
	'delete_old_changes',
	'delete_old_imports',
	'record_coverage'
] as const;

/**
 * Does all of it, now and then every day, also when nobody visits.
 * A task for which the database does not answer is logged and tried again the next day; the others go on.
 * @returns stops it
 * @throws when a setting is not what it should be
 */
export function keepUpDaily(
	client: () => TypedClient,
	log: (message: string) => void = console.error,
	intervalMs = timeLimit('UPKEEP_INTERVAL_MS')
): () => void {
	const periods = checkPeriods();
	const digestDays = digestPeriod();
	const sessions = sessionLimits();
	const all = async () => {
		await keepSessions(client(), sessions, log);
		await keepUp(client, log);
		await askAboutDesks(client(), periods, log);
		await queueDigests(client(), digestDays, log);
		deliverSoon();
	};
	void all();
	const timer = setInterval(() => void all(), intervalMs);
	timer.unref();
	return () => clearInterval(timer);
}

/** Deletes what has had its time and counts, once. Never rejects. */
export async function keepUp(client: () => TypedClient, log: (message: string) => void): Promise<void> {
	for (const task of TASKS) {
		try {
			const { error } = await client().rpc(task);
			if (error) log(`${task}: ${inOneLine(error)}`);
		} catch (cause) {
			log(`${task}: ${inOneLine(cause)}`);
		}
	}
}
