import { randomUUID } from 'node:crypto';
import { error, type HandleServerError } from '@sveltejs/kit';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { baseLocale, extractLocaleFromUrl } from '$lib/base/i18n/paraglide/runtime.js';
import { PlainError, tellError } from '$lib/base/log/tellError.server';
import { DatabaseError } from '$lib/base/database/supabase.server';

/** What is needed is away for now. Its cause is already in the log, or is in its `cause`. */
export class UnavailableError extends PlainError {
	override name = 'UnavailableError';
}

/** Without what may be secret: links in mail carry a token, of a page or in the address itself. */
const pathOf = (request: Request): string => new URL(request.url).pathname.replace(/[\w-]{24,}/g, '…');

/** Writes what happened to the log, as far as may be said, under the number that the person gets to see. */
export function logError(cause: unknown, request: Request): string {
	const id = randomUUID();
	console.error(`[${id}] ${request.method} ${pathOf(request)} ${tellError(cause)}`);
	return id;
}

/** What a person reads instead of what went wrong; never more than that. */
export const handleError: HandleServerError = ({ error: cause, event, status }) => {
	// The handle that knows the language may not have been reached, so the address says it.
	const locale = extractLocaleFromUrl(event.url) ?? baseLocale;
	if (status === 404) return { message: m.server_error_not_found({}, { locale }) };
	if (status < 500) return { message: m.server_error_bad_request({}, { locale }) };
	return { message: m.server_error_unexpected({}, { locale }), id: logError(cause, event.request) };
};

/**
 * What a page cannot do without.
 * @throws a 503 in the page's language while the database is away, with the cause in the log; a 429 when it was asked too
 *   often; a 403 for what this person may not do; what else went wrong as it is, for that is a mistake of ours: `handleError` answers it
 */
export async function requireAnswer<Answer>(answer: Promise<Answer>, request: Request): Promise<Answer> {
	try {
		return await answer;
	} catch (cause) {
		if (cause instanceof DatabaseError && cause.reason === 'TOO_OFTEN') {
			error(429, { message: m.accounts_own_too_often() });
		}
		if (cause instanceof DatabaseError && cause.code === NOT_ALLOWED && cause.reason) {
			error(403, { message: m.server_error_not_allowed() });
		}
		if (isAway(cause)) error(503, { message: m.server_error_unavailable(), id: logError(cause, request) });
		throw cause;
	}
}

/** insufficient_privilege. With a reason one of our functions refuses; without, a right is missing that ought to be there. */
const NOT_ALLOWED = '42501';

const isAway = (cause: unknown): boolean =>
	cause instanceof UnavailableError || (cause instanceof DatabaseError && cause.isAway);
