import { error, fail } from '@sveltejs/kit';
import { backend } from '$lib/base/database/backend.server';
import { logError } from '$lib/base/http/errors.server';
import { readUnsubscribeToken, unsubscribe } from '$lib/mail/unsubscribe.server';
import type { Actions, PageServerLoad } from './$types';

/** One button: nothing for a script to do. */
export const csr = false;

const subscriptionIn = (url: URL) =>
	readUnsubscribeToken(url.searchParams.get('token') ?? '', backend().secretKey);

/** Following the link changes nothing: programs that look for harm in mail follow it too. */
export const load: PageServerLoad = ({ url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return { topic: subscriptionIn(url)?.topic };
};

export const actions: Actions = {
	// Pressed by the reader, or by a mail program on the reader's behalf (RFC 8058), which follows no redirect.
	default: async ({ request, url }) => {
		const subscription = subscriptionIn(url);
		if (!subscription) return notDone(request, 400, { outcome: 'invalid' as const });
		try {
			if (await unsubscribe(subscription)) return { outcome: 'done' as const };
		} catch (cause) {
			return notDone(request, 503, { outcome: 'failed' as const, id: logError(cause, request) });
		}
		return notDone(request, 410, { outcome: 'invalid' as const });
	}
};

/** The page again, for a reader; for a program, which would be told 200 with the page as JSON, the status that it is. */
function notDone<T extends Record<string, unknown>>(request: Request, status: number, answer: T) {
	if (!request.headers.get('accept')?.includes('text/html')) error(status);
	return fail(status, answer);
}
