/** How requests stand after a decision was asked for. Everything is asked as the administrator who is signed in. */
import * as v from 'valibot';
import { DECISIONS, type Decision, type DecisionOutcome, type RequestDecision } from '../account';
import type { Mention } from '../audit/auditEntry';
import { ACCOUNT_STATUSES } from '$lib/domain/account/account';
import { instant } from '$lib/base/database/row.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { ask } from '$lib/base/database/ask.server';
import { mention, namesOf } from '../names.server';

export interface StandingDecision {
	id: string;
	decision: Decision;
	/** Null for the server itself. */
	decidedBy: Mention | null;
	/** ISO 8601 */
	decidedAt: string;
}

const decisionRow = v.object({
	id: v.string(),
	account_id: v.string(),
	decision: v.picklist(DECISIONS),
	decided_by: v.nullable(v.string()),
	decided_at: instant
});

/**
 * The last decision about each account that nobody took back, by account.
 * @throws DatabaseError
 */
export async function readStandingDecisions(
	client: TypedClient,
	accountIds: string[]
): Promise<Map<string, StandingDecision>> {
	if (accountIds.length === 0) return new Map();
	const rows = v.parse(
		v.array(decisionRow),
		await ask(
			'account_decision',
			client
				.from('account_decision')
				.select('id, account_id, decision, decided_by, decided_at')
				.in('account_id', accountIds)
				.is('undone_at', null)
				// Of one account the last one is kept.
				.order('decided_at', { ascending: true })
		)
	);
	const names = await namesOf(
		client,
		rows.map((row) => row.decided_by)
	);
	return new Map(
		rows.map((row) => [
			row.account_id,
			{
				id: row.id,
				decision: row.decision,
				decidedBy: mention(row.decided_by, names),
				decidedAt: row.decided_at
			}
		])
	);
}

const standingRow = v.object({
	id: v.string(),
	full_name: v.string(),
	status: v.picklist(ACCOUNT_STATUSES)
});

const waitingRow = v.object({
	account_id: v.string(),
	local_government_id: v.nullable(v.string()),
	confirmed_at: v.nullable(instant)
});

/**
 * What became of a decision that the administrator `ownId` asked for, as the database tells it now: it stays true when the
 * page is loaded again. What waits again, for it was taken back, is left out.
 * @throws DatabaseError
 */
export async function readOutcomes(
	client: TypedClient,
	asked: { accountIds: string[]; decision: RequestDecision },
	ownId: string
): Promise<DecisionOutcome[]> {
	if (asked.accountIds.length === 0) return [];
	const [rows, standing, applicants] = await Promise.all([
		ask('profile', client.from('profile').select('id, full_name, status').in('id', asked.accountIds)),
		readStandingDecisions(client, asked.accountIds),
		ask('applicants', client.rpc('applicants', { p_account_ids: asked.accountIds }))
	]);
	const accounts = new Map(v.parse(v.array(standingRow), rows).map((row) => [row.id, row]));
	const waiting = new Map(v.parse(v.array(waitingRow), applicants).map((row) => [row.account_id, row]));
	return asked.accountIds.flatMap((accountId) => {
		const account = accounts.get(accountId);
		const found = standing.get(accountId);
		const outcome = outcomeOf({ account, found, waiting: waiting.get(accountId) }, asked.decision, ownId);
		if (outcome === null) return [];
		return {
			accountId,
			outcome,
			fullName: account?.full_name ?? null,
			decisionId: found?.id ?? null,
			decision: found?.decision ?? null,
			decidedBy: found?.decidedBy ?? null,
			decidedAt: found?.decidedAt ?? null,
			changed: null
		};
	});
}

interface Standing {
	account: v.InferOutput<typeof standingRow> | undefined;
	found: StandingDecision | undefined;
	waiting: v.InferOutput<typeof waitingRow> | undefined;
}

function outcomeOf(
	{ account, found, waiting }: Standing,
	asked: RequestDecision,
	ownId: string
): DecisionOutcome['outcome'] | null {
	if (!account) return 'not_found';
	if (account.id === ownId) return 'own_account';
	if (account.status !== 'pending') {
		return found?.decision === asked && found.decidedBy?.id === ownId ? 'done' : 'already_decided';
	}
	if (asked === 'rejected' || !waiting) return null;
	if (waiting.confirmed_at === null) return 'unconfirmed';
	return waiting.local_government_id === null ? 'incomplete' : null;
}
