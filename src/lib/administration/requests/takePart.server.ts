import type { DecisionOutcome } from '../account';
import { dayIn } from '../governments/days';
import { setParticipation } from '../governments/governments.server';
import type { ParticipationOutcome } from '../governments/managedGovernment';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';

/**
 * What the form of an approval says beside it: that the government takes part. Only once the person is approved.
 * @returns undefined where nothing of it was asked
 * @throws DatabaseError
 */
export async function takePartWith(
	client: TypedClient,
	outcomes: readonly DecisionOutcome[],
	sent: FormData
): Promise<{ outcome: ParticipationOutcome; name: string } | undefined> {
	if (sent.get('takesPart') !== 'yes' || !outcomes.some(({ outcome }) => outcome === 'done'))
		return undefined;
	const { directory } = await requireDirectory();
	const government = directory.localGovernments.find(({ slug }) => slug === sent.get('government'));
	if (!government) return { outcome: 'not_found', name: '' };
	const [since, seenSince, seenUntil] = ['since', 'seenSince', 'seenUntil'].map((field) =>
		dayIn(sent, field)
	);
	const { id, name } = government;
	if (!since || seenSince === undefined || seenUntil === undefined) return { outcome: 'not_a_period', name };
	const seen = { since: seenSince, until: seenUntil };
	return { outcome: await setParticipation(client, id, { since, until: null }, seen), name };
}
