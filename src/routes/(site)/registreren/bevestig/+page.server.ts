import { confirmAgain } from '$lib/accounts/mailedLinks.server';
import { mailALink, mailForm } from '$lib/accounts/mailForm.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return { form: await mailForm.open() };
};

export const actions: Actions = {
	default: (event) => mailALink(event, 'magic_link', confirmAgain)
};
