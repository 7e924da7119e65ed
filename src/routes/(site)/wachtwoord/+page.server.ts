import { sendPasswordReset } from '$lib/server/accounts/mailedLinks';
import { mailALink, mailForm } from '$lib/server/accounts/mailForm';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return { form: await mailForm.open() };
};

export const actions: Actions = {
	default: (event) => mailALink(event, 'reset', sendPasswordReset)
};
