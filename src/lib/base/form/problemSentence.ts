import type { FormProblem } from './outcome';
import { m } from '$lib/base/i18n/paraglide/messages.js';

/** Why something was not done that any form may fail to do; undefined for what only one form knows. */
export function problemSentence(problem: FormProblem | { kind: string }): string | undefined {
	if ('minutes' in problem) return m.accounts_signin_too_many({ minutes: problem.minutes });
	if ('id' in problem) return m.accounts_own_unavailable({ id: problem.id });
	return problem.kind === 'offline' ? m.accounts_own_offline() : undefined;
}
