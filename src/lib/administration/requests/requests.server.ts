/** What administrators decide about who asks to be let in. Everything runs as the administrator who is signed in. */
import * as v from 'valibot';
import { env } from '$env/dynamic/private';
import {
	DECISION_OUTCOMES,
	DECISIONS,
	REQUEST_DECISIONS,
	UNDO_OUTCOMES,
	type DecisionOutcome,
	type RequestDecision,
	type UndoOutcome,
	type WaitingDecision
} from '../account';
import { ACCOUNT_STATUSES } from '$lib/domain/account/account';
import { changedMeanwhile } from '$lib/base/form/changedMeanwhile';
import { LOCALES } from '$lib/domain/directory/directory';
import { instant, rowSchema } from '$lib/base/database/row.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { ask } from '$lib/base/database/ask.server';
import { mention, namesOf } from '../names.server';
import { readStandingDecisions } from './outcomes.server';

const DEFAULT_UNDO_SECONDS = 120;
/** As many as the "just decided" strip shows. */
const WAITING_LIMIT = 50;

const applicantRow = v.object({
	id: v.string(),
	locale: v.picklist(LOCALES),
	status: v.picklist(ACCOUNT_STATUSES)
});
export type Applicant = v.InferOutput<typeof applicantRow>;

/**
 * Those of the accounts that are still there, whatever was decided meanwhile.
 * @throws DatabaseError
 */
export async function readApplicants(client: TypedClient, accountIds: string[]): Promise<Applicant[]> {
	if (accountIds.length === 0) return [];
	const rows = await ask('profile', client.from('profile').select('id, locale, status').in('id', accountIds));
	return v.parse(v.array(applicantRow), rows);
}

const outcomeRow = rowSchema({
	accountId: v.string(),
	outcome: v.picklist(DECISION_OUTCOMES),
	decisionId: v.nullable(v.string()),
	decision: v.nullable(v.picklist(DECISIONS)),
	decidedAt: v.nullable(instant),
	seen: v.nullable(v.string())
});

/** How long the mail about a decision waits: `UNDO_SECONDS`, at most an hour. */
export function undoSeconds(): number {
	const seconds = Number(env.UNDO_SECONDS?.trim() || DEFAULT_UNDO_SECONDS);
	return Number.isInteger(seconds) && seconds >= 0 && seconds <= 3_600 ? seconds : DEFAULT_UNDO_SECONDS;
}

/** A request, with the fingerprint of what was shown of it. */
export interface LookedAt {
	id: string;
	seen: string;
}

/**
 * Approves or rejects, each request for itself: one that cannot be decided holds up no other.
 * @param reason goes to the person; required to reject
 * @throws DatabaseError
 */
export async function decideAccounts(
	client: TypedClient,
	lookedAt: LookedAt[],
	decision: RequestDecision,
	reason: string | null
): Promise<DecisionOutcome[]> {
	const accountIds = lookedAt.map(({ id }) => id);
	const seen = new Map(lookedAt.map((one) => [one.id, one.seen]));
	// Before the decision: what fails afterwards would look as if nothing was decided.
	const names = await namesOf(client, accountIds);
	const rows = await ask(
		'decide_accounts',
		client.rpc('decide_accounts', {
			p_account_ids: accountIds,
			p_seen: lookedAt.map((one) => one.seen),
			p_decision: decision,
			p_reason: reason,
			p_undo_seconds: undoSeconds()
		})
	);
	const outcomes = v.parse(v.array(outcomeRow), rows);
	const first = await readStandingDecisions(
		client,
		outcomes.flatMap(({ outcome, accountId }) => (outcome === 'already_decided' ? accountId : []))
	);
	return outcomes.map(({ seen: now, ...outcome }) => ({
		...outcome,
		fullName: names.get(outcome.accountId) ?? null,
		decidedBy: first.get(outcome.accountId)?.decidedBy ?? null,
		changed:
			outcome.outcome === 'changed_meanwhile'
				? (changedMeanwhile('request', seen.get(outcome.accountId) ?? '', now) ?? null)
				: null
	}));
}

/**
 * @returns what came of it, and about whom the decision was; null when that person is gone
 * @throws DatabaseError
 */
export async function undoDecision(
	client: TypedClient,
	decisionId: string
): Promise<{ outcome: UndoOutcome; fullName: string | null }> {
	const outcome = v.parse(
		v.picklist(UNDO_OUTCOMES),
		await ask('undo_decision', client.rpc('undo_decision', { p_decision_id: decisionId }))
	);
	const decisions = await ask(
		'account_decision',
		client.from('account_decision').select('account_id').eq('id', decisionId)
	);
	const names = await namesOf(
		client,
		decisions.map(({ account_id }) => account_id)
	);
	return { outcome, fullName: [...names.values()][0] ?? null };
}

const waitingRow = v.object({
	id: v.string(),
	account_id: v.string(),
	decision: v.picklist(REQUEST_DECISIONS),
	decided_by: v.nullable(v.string()),
	mail_id: v.string()
});

/**
 * The decisions whose mail has not left, newest first.
 * @throws DatabaseError
 */
export async function readWaitingDecisions(client: TypedClient): Promise<WaitingDecision[]> {
	const rows = v.parse(
		v.array(waitingRow),
		await ask(
			'account_decision',
			client
				.from('account_decision')
				.select('id, account_id, decision, decided_by, mail_id')
				.in('decision', [...REQUEST_DECISIONS])
				.not('mail_id', 'is', null)
				.is('undone_at', null)
				.order('decided_at', { ascending: false })
				.limit(WAITING_LIMIT)
		)
	);
	if (rows.length === 0) return [];
	const [names, mails] = await Promise.all([
		namesOf(
			client,
			rows.flatMap((row) => [row.account_id, row.decided_by])
		),
		ask(
			'email_outbox',
			client
				.from('email_outbox')
				.select('id, next_attempt_at')
				.in(
					'id',
					rows.map((row) => row.mail_id)
				)
				.neq('status', 'sending')
		)
	]);
	const leavesAt = new Map(mails.map((mail) => [mail.id, v.parse(instant, mail.next_attempt_at)]));
	return rows.flatMap((row) => {
		const leaves = leavesAt.get(row.mail_id);
		const fullName = names.get(row.account_id);
		// What left or went away between the questions is not offered.
		if (leaves === undefined || fullName === undefined) return [];
		return [
			{
				id: row.id,
				accountId: row.account_id,
				fullName,
				decision: row.decision,
				decidedBy: mention(row.decided_by, names),
				mailId: row.mail_id,
				leavesAt: leaves
			}
		];
	});
}
