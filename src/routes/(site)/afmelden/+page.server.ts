import { redirect } from '@sveltejs/kit';
import { localPath } from '$lib/base/i18n/localPath';
import { forgetRecovery } from '$lib/accounts/recovery.server';
import { signOut } from '$lib/accounts/signIn.server';
import { logError } from '$lib/base/http/errors.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
};

export const actions: Actions = {
	/** `scope`: `global` for all devices. */
	default: async (event) => {
		const scope = (await event.request.formData()).get('scope') === 'global' ? 'global' : 'local';
		forgetRecovery(event);
		let isHalf = false;
		try {
			await signOut(event, scope);
		} catch (cause) {
			logError(cause, event.request);
			isHalf = scope === 'global';
		}
		redirect(303, localPath(isHalf ? '/afgemeld?overal=nee' : '/afgemeld'));
	}
};
