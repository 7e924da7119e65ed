import { requireKeptMail } from '$lib/server/http/keptMail';
import type { PageServerLoad } from './$types';

/** Text and links only. */
export const csr = false;

export const load: PageServerLoad = (event) => {
	event.setHeaders({ 'cache-control': 'no-store' });
	return {
		mails: requireKeptMail(event).map(({ to, subject, text, sentAt }) => ({ to, subject, text, sentAt }))
	};
};
