/** How long a page waits for Auth. */
import { setTimeout as pause } from 'node:timers/promises';
import { timeLimit } from '../settings/limits.server';

const REFRESH = /\/auth\/v1\/token$/;

/** @throws when the answer does not come in time; it is not waited for any more */
export async function inTime<Answer>(
	call: string,
	answer: Promise<Answer>,
	patienceMs = timeLimit('AUTH_PATIENCE_MS')
): Promise<Answer> {
	const settled = new AbortController();
	const tooLate = pause(patienceMs, undefined, { signal: settled.signal }).then(() => {
		throw new Error(`${call}: no answer in time`);
	});
	try {
		return await Promise.race([answer, tooLate]);
	} finally {
		settled.abort();
	}
}

/**
 * For the client of one request. Once patience is over, a session is not refreshed any more; and where Auth has too many
 * to refresh it is away for now: its client would take "too many requests" for the end of the session.
 */
export function patientFetch(
	fetch: typeof globalThis.fetch,
	patienceMs = timeLimit('AUTH_PATIENCE_MS'),
	now: () => number = () => performance.now()
): typeof globalThis.fetch {
	let until: number | undefined;
	return async (input, init) => {
		const url = new URL(input instanceof Request ? input.url : input);
		if (!REFRESH.test(url.pathname) || url.searchParams.get('grant_type') !== 'refresh_token') {
			return fetch(input, init);
		}
		until ??= now() + patienceMs;
		const left = Math.ceil(until - now());
		if (left <= 0) return away();
		const answer = await fetch(input, { ...init, signal: AbortSignal.timeout(left) });
		return answer.status === 429 ? away() : answer;
	};
}

const away = (): Response => new Response(null, { status: 503 });
