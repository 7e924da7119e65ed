import type { PgliteConnection } from '@supabase/lite/pglite';

/** `2026-11-21 18:18:07.375+00` as the Data API writes it: `2026-11-21T18:18:07.375+00:00`. */
export function isoTimestamp(text: string): string {
	return text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
}

/**
 * A constraint that refuses, or a `raise` in a function, is the caller's mistake: the Data API answers 400 with the
 * SQLSTATE, the message, detail and hint. `@supabase/lite` answers some of these with 500 and a text. One request at a
 * time.
 */
export class AnswersOfRefusals {
	#refusal: Response | undefined;

	constructor(connection: PgliteConnection) {
		const normalize = connection.normalizeDbError.bind(connection);
		connection.normalizeDbError = (error) => {
			this.#refusal = refusal(error);
			return normalize(error);
		};
	}

	async correct(request: () => Promise<Response>): Promise<Response> {
		this.#refusal = undefined;
		const response = await request();
		const refusal = this.#refusal;
		return response.status === 500 && refusal ? refusal : response;
	}
}

function refusal(error: unknown): Response | undefined {
	if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
	if (!/^23|^P0001$/.test(error.code)) return undefined;
	const { detail, hint } = { detail: null, hint: null, ...error };
	return Response.json({ code: error.code, message: error.message, details: detail, hint }, { status: 400 });
}
