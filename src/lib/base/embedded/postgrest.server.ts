import { AsyncLocalStorage } from 'node:async_hooks';
import type { PgliteConnection } from '@supabase/lite/pglite';
import type { PostgresConnection } from '@supabase/lite/postgres';
import { withoutContents } from './plainErrors.server.ts';

/** `2026-11-21 18:18:07.375+00` as the Data API writes it: `2026-11-21T18:18:07.375+00:00`. */
export function isoTimestamp(text: string): string {
	return text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
}

/**
 * A constraint that refuses, or a `raise` in a function, is the caller's mistake: the Data API answers 400 with the
 * SQLSTATE, the message and hint. A database without room answers 503. `@supabase/lite` answers some of these with 500
 * and a text. There is no detail: it would show a whole row.
 */
export class AnswersOfRefusals {
	/** What the database refused in the request that is being answered. */
	readonly #request = new AsyncLocalStorage<{ refusal?: Response | undefined }>();

	constructor(connection: PgliteConnection | PostgresConnection) {
		const normalize = connection.normalizeDbError.bind(connection);
		connection.normalizeDbError = (error) => {
			const request = this.#request.getStore();
			if (request) request.refusal = refusal(withoutContents(error));
			return normalize(error);
		};
	}

	async correct(answer: () => Promise<Response>): Promise<Response> {
		const request: { refusal?: Response | undefined } = {};
		const response = await this.#request.run(request, answer);
		return response.status === 500 && request.refusal ? request.refusal : response;
	}
}

function refusal(error: unknown): Response | undefined {
	if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
	if (!/^23|^53|^P0001$/.test(error.code)) return undefined;
	const { hint } = { hint: null, ...error };
	const status = error.code.startsWith('53') ? 503 : 400;
	return Response.json({ code: error.code, message: error.message, details: null, hint }, { status });
}

/**
 * An estimated count is the planner's, which reckons with rows that a policy hides. On Supabase the database refuses it
 * before the request (`gate.before_request`).
 * @returns undefined for a request that asks for none
 */
export function refusedEstimate({ headers }: Request): Response | undefined {
	if (!/\bcount\s*=\s*"?(planned|estimated)/i.test(headers.get('prefer') ?? '')) return undefined;
	const hint = 'Ask for count=exact.';
	return Response.json({ code: 'PT400', message: 'NO_ESTIMATES', details: null, hint }, { status: 400 });
}
