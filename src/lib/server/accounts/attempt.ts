import { setTimeout as pause } from 'node:timers/promises';
import type { RequestEvent } from '@sveltejs/kit';
import type { AttemptProblem } from '$lib/accounts/problem';
import { logError } from '../http/errors';
import { waitBefore, type LimitedAction } from '../rateLimit';

/**
 * Answers come at whole steps of this. An address that has an account takes other work than one that has none, and how
 * long that takes would tell which it is.
 */
const STEP_MS = 800;

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
	const startedAt = performance.now();
	const nextStep = () => pause(STEP_MS - ((performance.now() - startedAt) % STEP_MS));
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
		await nextStep();
		return { problem: undefined, status: 200, outcome };
	} catch (cause) {
		await nextStep();
		return {
			problem: { kind: 'unavailable', id: logError(cause, request) },
			status: 503,
			outcome: undefined
		};
	}
}

/**
 * For what is only done for an address that has an account, such as mailing a link: the answer does not wait for it, so
 * that not even a slow one tells. What fails is in the log.
 */
export const attemptUnseen = (
	event: Parameters<typeof attempt>[0],
	limit: Parameters<typeof attempt>[1],
	work: () => Promise<void>
): Promise<Attempt<void>> =>
	attempt(event, limit, () => {
		work().catch((cause: unknown) => logError(cause, event.request));
		return Promise.resolve();
	});
