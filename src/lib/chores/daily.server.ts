/**
 * What the server does every day: forget what the privacy page says is gone, count how far the desks have come, ask whether
 * they are still true, tell members what is new in what they follow, and take what is gone out of the files.
 */
import { digestPeriod, queueDigests } from '$lib/expertise/digests.server';
import { inOneLine } from '$lib/base/log/tellError.server';
import { timeLimit } from '$lib/base/settings/limits.server';
import { keepSessions, sessionLimits } from '$lib/accounts/sessionLimits.server';
import { deliverSoon } from '$lib/mail/index.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { WAITING_ACCOUNTS } from '$lib/domain/account/retention';
import { scrubFiles } from '$lib/base/database/scrubFiles.server';
import { askAboutDesks } from '$lib/verification/rounds.server';
import { checkPeriods } from '$lib/verification/settings.server';

/** Functions of the database that take nothing, each with a promise of its own. */
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
		await scrubFiles(log);
	};
	void all();
	const timer = setInterval(() => void all(), intervalMs);
	timer.unref();
	return () => clearInterval(timer);
}

/** Deletes what has had its time and counts, once. Never rejects. */
export async function keepUp(client: () => TypedClient, log: (message: string) => void): Promise<void> {
	const tasks = [
		...TASKS.map((name) => ({ name, run: () => client().rpc(name) })),
		{
			name: 'end_waiting_accounts',
			run: () =>
				client().rpc('end_waiting_accounts', {
					p_suspended_days: WAITING_ACCOUNTS.suspendedDays,
					p_undecided_days: WAITING_ACCOUNTS.undecidedDays,
					p_first_notice_days: WAITING_ACCOUNTS.firstNoticeDays,
					p_last_notice_days: WAITING_ACCOUNTS.lastNoticeDays
				})
		}
	];
	for (const { name, run } of tasks) {
		try {
			const { error } = await run();
			if (error) log(`${name}: ${inOneLine(error)}`);
		} catch (cause) {
			log(`${name}: ${inOneLine(cause)}`);
		}
	}
}
