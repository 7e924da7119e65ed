import { fail } from '@sveltejs/kit';
import { backend } from '$lib/server/backend';
import { logError } from '$lib/server/http/errors';
import { readUnsubscribeToken, unsubscribe } from '$lib/server/mail/unsubscribe';
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
		if (!subscription) return fail(400, { outcome: 'invalid' as const });
		try {
			if (await unsubscribe(subscription)) return { outcome: 'done' as const };
			return fail(410, { outcome: 'invalid' as const });
		} catch (cause) {
			return fail(503, { outcome: 'failed' as const, id: logError(cause, request) });
		}
	}
};
