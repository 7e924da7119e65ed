import { fail } from '@sveltejs/kit';
import { requireAccount } from '$lib/accounts/requireAccount.server';
import { logError } from '$lib/base/http/errors.server';
import { topicIn } from '$lib/mail/topicParam';
import { unsubscribe } from '$lib/mail/unsubscribe.server';
import type { Actions, PageServerLoad } from './$types';

/** One button: nothing for a script to do. */
export const csr = false;

export const load: PageServerLoad = ({ url }) => ({ topic: topicIn(url) });

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const { id: accountId } = await requireAccount(locals);
		const topic = topicIn(url);
		if (!topic) return fail(400, { outcome: 'invalid' as const });
		try {
			await unsubscribe({ accountId, topic });
			return { outcome: 'done' as const };
		} catch (cause) {
			return fail(503, { outcome: 'failed' as const, id: logError(cause, request) });
		}
	}
};
