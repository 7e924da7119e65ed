/** The daily question about desks that nobody confirmed for long. */
import { inOneLine } from '$lib/base/log/tellError.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import type { CheckPeriods } from './settings.server';

/** Each call asks about some desks; more calls than this mean that something else is wrong. */
const MOST_CALLS = 1_000;

/**
 * Puts mail in the outbox for every desk that is due, and marks those that were asked about in vain. Safe on several
 * servers at once. Never rejects: what fails is logged and is due again the next day.
 */
export async function askAboutDesks(
	client: TypedClient,
	{ afterDays, reminderDays }: CheckPeriods,
	log: (message: string) => void
): Promise<void> {
	try {
		for (let call = 0; call < MOST_CALLS; call++) {
			const { data, error } = await client.rpc('ask_desk_checks', {
				p_after_days: afterDays,
				p_reminder_days: reminderDays
			});
			if (error) log(`ask_desk_checks: ${inOneLine(error)}`);
			if (error || data === 0) return;
		}
	} catch (cause) {
		log(`ask_desk_checks: ${inOneLine(cause)}`);
	}
}
