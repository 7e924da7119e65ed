import { setTimeout as pause } from 'node:timers/promises';
import type { RequestEvent } from '@sveltejs/kit';
import type { FormProblem } from '$lib/base/form/outcome';
import { haveToWait } from '$lib/base/form/form.server';
import { logError } from '$lib/base/http/errors.server';
import { timeLimit } from '$lib/base/settings/limits.server';
import { waitBefore, type LimitedAction } from '$lib/base/database/rateLimit.server';

interface Means {
	/** Counts the attempt. */
	count: typeof waitBefore;
	/**
	 * Answers come at whole steps of this. An address that has an account takes other work than one that has none, and
	 * how long that takes would tell which it is.
	 */
	stepMs: number;
	/** Milliseconds, never running backwards. */
	now: () => number;
	pause: (ms: number) => Promise<unknown>;
}

const usualMeans = (): Means => ({
	count: waitBefore,
	stepMs: timeLimit('ATTEMPT_STEP_MS'),
	now: () => performance.now(),
	pause: (ms) => pause(ms)
});

export type Attempt<Outcome> =
	| { problem: undefined; status: 200; outcome: Outcome }
	| { problem: FormProblem; status: 429 | 503; outcome: undefined };

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
	work: () => Promise<Outcome>,
	means: Partial<Means> = {}
): Promise<Attempt<Outcome>> {
	const { count, stepMs, now, pause } = { ...usualMeans(), ...means };
	const startedAt = now();
	const nextStep = async () => {
		if (stepMs > 0) await pause(stepMs - ((now() - startedAt) % stepMs));
	};
	try {
		const seconds = await count(limit.action, getClientAddress(), limit.email);
		if (seconds > 0) {
			return { problem: haveToWait({ setHeaders }, seconds), status: 429, outcome: undefined };
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
