import type { QueueResult } from '$lib/administration/requests/decisionResult';
import { isId } from '$lib/domain/text/ids';
import { readOutbox, sendMailNow } from '$lib/administration/outbox.server';
import { pressed } from '$lib/base/form/form.server';
import { deliverSoon, keptMail } from '$lib/mail/index.server';
import { mailServer } from '$lib/base/mail/settings.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	return {
		mails: await readOutbox(locals.session.client),
		destination: mailServer() ? ('server' as const) : keptMail() ? ('kept' as const) : ('none' as const)
	};
};

export const actions: Actions = {
	default: (event) =>
		pressed<QueueResult>(event, async () => {
			const id = (await event.request.formData()).get('mail');
			if (!isId(id)) return { kind: 'invalid' };
			const sent = await sendMailNow(event.locals.session.client, id);
			deliverSoon();
			return { kind: 'sent', sent };
		})
};
