import type { EditProblem } from './outcome';
import { logError } from '$lib/base/http/errors.server';
import { DatabaseError } from '$lib/base/database/supabase.server';

/** SQLSTATEs of values that a table does not take. */
const REFUSALS = new Set(['23514', '23502', '22P02', '22003', '22007']);

/** Why something was not saved. What nobody foresaw is in the log. */
export function problemOf(cause: unknown, request: Request): EditProblem {
	if (cause instanceof DatabaseError) {
		if (cause.reason === 'TOO_OFTEN') return { kind: 'too-often' };
		if (cause.reason === 'NOT_YOURS') return { kind: 'gone' };
		if (REFUSALS.has(cause.code)) return { kind: 'refused' };
	}
	return { kind: 'unavailable', id: logError(cause, request) };
}
