/** What became of the question that an administrator had asked, in a sentence. */
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { AskOutcome } from './followUp';

export type AskResult =
	| { kind: 'answered'; outcome: AskOutcome; desk: string }
	/** `id` is in the log too. */
	| { kind: 'failed'; id: string }
	| { kind: 'invalid' };

const OUTCOMES: Record<AskOutcome, (inputs: { desk: string }) => string> = {
	asked: m.verification_ask_asked,
	nobody: m.verification_ask_nobody,
	offline: m.verification_ask_offline,
	not_found: m.verification_ask_not_found
};

/** `good`: the question is on its way. */
export function askSentence(result: AskResult): { good: boolean; text: string } {
	if (result.kind === 'failed') return { good: false, text: m.administration_failed({ id: result.id }) };
	if (result.kind === 'invalid') return { good: false, text: m.administration_invalid_form() };
	return { good: result.outcome === 'asked', text: OUTCOMES[result.outcome]({ desk: result.desk }) };
}
