/** What became of a click in the queue, in sentences. */
import { withDe } from '$lib/domain/text/french';
import { formatDateTime, formatList } from '$lib/base/i18n/format';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { governmentSentence } from '../governments/governmentSentence';
import type { ParticipationOutcome } from '../governments/managedGovernment';
import type { DecisionOutcome, RequestDecision, UndoOutcome } from '../account';
import { deciderLabel } from '../labels';

export type QueueResult =
	| {
			kind: 'decided';
			decision: RequestDecision;
			outcomes: DecisionOutcome[];
			participation?: { outcome: ParticipationOutcome; name: string };
	  }
	| { kind: 'undone'; outcome: UndoOutcome; fullName: string | null }
	| { kind: 'sent'; sent: boolean }
	/** `id` is in the log too. */
	| { kind: 'failed'; id: string }
	| { kind: 'invalid' }
	/** The server was not reached, or gave no answer that can be read. */
	| { kind: 'unanswered' };

/** `good`: what was asked for happened. */
export interface ResultSentence {
	good: boolean;
	text: string;
}

export function resultSentences(result: QueueResult): ResultSentence[] {
	switch (result.kind) {
		case 'decided':
			return [
				...decidedSentences(result.decision, result.outcomes),
				...(result.participation
					? [governmentSentence({ kind: 'participation', ...result.participation })]
					: [])
			];
		case 'undone':
			return [
				{
					good: result.outcome === 'undone',
					text: undoneSentence(result.outcome, result.fullName ?? m.administration_gone_account())
				}
			];
		case 'sent':
			return [
				{
					good: result.sent,
					text: result.sent ? m.administration_result_sent() : m.administration_result_not_sent()
				}
			];
		case 'failed':
			return [{ good: false, text: m.administration_failed({ id: result.id }) }];
		case 'invalid':
			return [{ good: false, text: m.administration_invalid_form() }];
		case 'unanswered':
			return [{ good: false, text: m.administration_not_reached() }];
	}
}

function decidedSentences(decision: RequestDecision, outcomes: DecisionOutcome[]): ResultSentence[] {
	const done = outcomes.filter(({ outcome }) => outcome === 'done');
	const names = formatList(done.map(nameOf));
	const text =
		decision === 'approved'
			? m.administration_result_approved({ names })
			: m.administration_result_rejected({ names });
	return [
		...(done.length > 0 ? [{ good: true, text }] : []),
		...outcomes
			.filter(({ outcome }) => outcome !== 'done')
			.map((outcome) => ({ good: false, text: refusalSentence(outcome) }))
	];
}

const nameOf = ({ fullName }: DecisionOutcome): string => fullName ?? m.administration_gone_account();

function refusalSentence(outcome: DecisionOutcome): string {
	const name = nameOf(outcome);
	switch (outcome.outcome) {
		case 'unconfirmed':
			return m.administration_result_unconfirmed({ name });
		case 'incomplete':
			return m.administration_result_incomplete({ name });
		case 'changed_meanwhile':
			return m.administration_result_changed({ name, changed: outcome.changed ?? '' });
		case 'own_account':
			return m.administration_result_own_account();
		case 'not_found':
			return m.administration_result_not_found();
		default:
			return alreadySentence(outcome, name);
	}
}

function alreadySentence({ decision, decidedBy, decidedAt }: DecisionOutcome, name: string): string {
	if (decidedAt === null) return m.administration_result_already_other(withDe({ name }));
	const first = {
		name,
		by: deciderLabel(decidedBy),
		time: formatDateTime(decidedAt)
	};
	switch (decision) {
		case 'approved':
			return m.administration_result_already_approved(withDe(first));
		case 'rejected':
			return m.administration_result_already_rejected(withDe(first));
		case 'suspended':
			return m.administration_result_already_suspended(withDe(first));
		default:
			return m.administration_result_already_other(withDe({ name }));
	}
}

const undoneSentence = (outcome: UndoOutcome, name: string): string =>
	({
		undone: m.administration_result_undone,
		mail_left: m.administration_result_mail_left,
		already_undone: m.administration_result_already_undone,
		changed_since: m.administration_result_changed_since,
		not_found: () => m.administration_result_decision_gone()
	})[outcome](withDe({ name }));
