import { confirmAgain } from '$lib/accounts/mailedLinks.server';
import { mailALink, mailForm } from '$lib/accounts/mailForm.server';
import { mailIsSlow } from '$lib/mail/outbox.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const [form, isSlow] = await Promise.all([mailForm.open(), mailIsSlow()]);
	return { form, isSlow };
};

export const actions: Actions = {
	default: (event) => mailALink(event, 'magic_link', confirmAgain)
};
