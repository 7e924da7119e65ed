/** What becomes of a form that was sent, beside what is wrong with its fields. */

/** Why something that was asked in the right way was not done. Each form adds to these what only it can hear. */
export type FormProblem =
	/** Asked too often; `minutes` until the next time. */
	| { kind: 'too-many'; minutes: number }
	/** It could not be done; `id` is in the log too. */
	| { kind: 'unavailable'; id: string }
	/** The server was not reached at all. */
	| { kind: 'offline' };

/** The status of an answer that brings no good news, by its kind. A kind that is not here was done. */
const STATUS: Readonly<Record<string, 400 | 403 | 404 | 409 | 429 | 503>> = {
	invalid: 400,
	refused: 400,
	confirm: 400,
	choices: 400,
	stale: 400,
	/** Of the form of a desk: it asks something back, and nothing is saved yet. */
	located: 400,
	'not-located': 400,
	doubts: 400,
	preview: 400,
	paused: 403,
	'not-reachable': 404,
	outdated: 409,
	conflict: 409,
	gone: 409,
	own_change: 409,
	'just-sent': 429,
	'too-often': 429,
	'too-many': 429,
	unavailable: 503,
	offline: 503,
	failed: 503
};

export const statusOf = ({ kind }: { kind: string }) =>
	Object.hasOwn(STATUS, kind) ? (STATUS[kind] ?? 200) : 200;

/** Heard by a form on the page whose content was taken in: nothing of what was typed has to be kept any more. */
export const TAKEN_IN = 'takenin';
