import { fail } from '@sveltejs/kit';
import type { QueueResult } from '$lib/administration/decisionResult';
import { isId } from '$lib/administration/ids';
import { readOutbox, sendMailNow } from '$lib/server/accounts/outbox';
import { logError } from '$lib/server/http/errors';
import { deliverSoon, keptMail } from '$lib/server/mail';
import { mailServer } from '$lib/server/mail/settings';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return {
		mails: await readOutbox(locals.session.client),
		destination: mailServer() ? ('server' as const) : keptMail() ? ('kept' as const) : ('none' as const)
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const id = (await request.formData()).get('mail');
		if (!isId(id)) return fail(400, { result: { kind: 'invalid' } satisfies QueueResult });
		try {
			const result: QueueResult = { kind: 'sent', sent: await sendMailNow(locals.session.client, id) };
			deliverSoon();
			return { result };
		} catch (cause) {
			const result: QueueResult = { kind: 'failed', id: logError(cause, request) };
			return fail(503, { result });
		}
	}
};
