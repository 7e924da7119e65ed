/** The mail about what is new in what members follow. */
import { inOneLine } from '$lib/base/log/tellError.server';
import { env } from '$env/dynamic/private';
import { dayCount } from '$lib/base/settings/dayCount';
import type { TypedClient } from '$lib/base/database/supabase.server';

/**
 * Days between two of those mails to one person, at least: `DIGEST_AFTER_DAYS`.
 * @throws when the setting is no number of days
 */
export const digestPeriod = (settings: Record<string, string | undefined> = env): number =>
	dayCount(settings, 'DIGEST_AFTER_DAYS', 7);

/**
 * Puts in the outbox the mail of every follower for whom there is news and whose last one is long enough ago. Safe on
 * several servers at once. Never rejects: what fails is logged and is due again the next day.
 */
export async function queueDigests(
	client: TypedClient,
	afterDays: number,
	log: (message: string) => void
): Promise<void> {
	try {
		const { error } = await client.rpc('queue_digests', { p_after_days: afterDays });
		if (error) log(`queue_digests: ${inOneLine(error)}`);
	} catch (cause) {
		log(`queue_digests: ${inOneLine(cause)}`);
	}
}
