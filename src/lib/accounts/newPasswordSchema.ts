import * as v from 'valibot';
import { newPassword } from './personFields';
import type { FormProblem } from '$lib/base/form/outcome';

/** What is asked besides depends on how the person came in, and on whom it is: the server judges it. */
export const newPasswordSchema = v.object({
	/** The one in force; not asked right after a link to choose another. */
	present: newPassword,
	password: newPassword
});

export type NewPasswordForm = v.InferOutput<typeof newPasswordSchema>;

export type NewPasswordOutcome =
	| FormProblem
	| { kind: 'changed' }
	/** Sessions elsewhere may still be open. */
	| { kind: 'changed_here' }
	/** Auth wants to see the person again first. */
	| { kind: 'stale' };
