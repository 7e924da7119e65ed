import { requireKeptMail } from '$lib/site/keptMail.server';
import type { PageServerLoad } from './$types';

/** Text and links only. */
export const csr = false;

export const load: PageServerLoad = (event) => {
	event.setHeaders({ 'cache-control': 'no-store' });
	return {
		mails: requireKeptMail(event).map(({ to, replyTo, subject, text, sentAt }) => ({
			to,
			replyTo,
			subject,
			text,
			sentAt
		}))
	};
};
