import { sendPasswordReset } from '$lib/server/accounts/mailedLinks';
import { mailALink, validateMailForm } from '$lib/server/accounts/mailForm';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return { form: await validateMailForm() };
};

export const actions: Actions = {
	default: async (event) => mailALink(event, await event.request.formData(), 'reset', sendPasswordReset)
};
