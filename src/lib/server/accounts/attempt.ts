import { setTimeout as pause } from 'node:timers/promises';
import type { RequestEvent } from '@sveltejs/kit';
import type { AttemptProblem } from '$lib/accounts/problem';
import { logError } from '../http/errors';
import { waitBefore, type LimitedAction } from '../rateLimit';

/**
 * What an answer takes at least. An address that has an account takes other work than one that has none, and how long
 * that takes would tell which it is; both end well within this time.
 */
const SAME_TIME_MS = 800;

export type Attempt<Outcome> =
	| { problem: undefined; status: 200; outcome: Outcome }
	| { problem: AttemptProblem; status: 429 | 503; outcome: undefined };

/**
 * Does what a stranger asks of Auth: counted against its limits, with an answer that takes the same time whatever the
 * outcome. Sets `Retry-After` where somebody has to wait; what fails is in the log.
 * @param limit what to count, and against which mailbox beside the sender
 */
export async function attempt<Outcome>(
	{
		request,
		getClientAddress,
		setHeaders
	}: Pick<RequestEvent, 'request' | 'getClientAddress' | 'setHeaders'>,
	limit: { action: LimitedAction; email?: string },
	work: () => Promise<Outcome>
): Promise<Attempt<Outcome>> {
	const sameTime = pause(SAME_TIME_MS);
	try {
		const seconds = await waitBefore(limit.action, getClientAddress(), limit.email);
		if (seconds > 0) {
			setHeaders({ 'retry-after': String(seconds) });
			return {
				problem: { kind: 'too-many', minutes: Math.ceil(seconds / 60) },
				status: 429,
				outcome: undefined
			};
		}
		const outcome = await work();
		await sameTime;
		return { problem: undefined, status: 200, outcome };
	} catch (cause) {
		await sameTime;
		return {
			problem: { kind: 'unavailable', id: logError(cause, request) },
			status: 503,
			outcome: undefined
		};
	}
}
