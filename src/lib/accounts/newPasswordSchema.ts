import * as v from 'valibot';
import type { AttemptProblem } from './problem';

/** What is asked besides depends on how the person came in, and on whom it is: the server judges it. */
export const newPasswordSchema = v.object({
	/** The one in force; not asked right after a link to choose another. */
	present: v.optional(v.string(), ''),
	password: v.optional(v.string(), '')
});

export type NewPasswordForm = v.InferOutput<typeof newPasswordSchema>;

export type NewPasswordOutcome =
	| AttemptProblem
	| { kind: 'changed' }
	/** Sessions elsewhere may still be open. */
	| { kind: 'changed_here' }
	/** Auth wants to see the person again first. */
	| { kind: 'stale' };
