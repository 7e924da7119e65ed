import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { doneParam } from '$lib/domain/query/done';
import { endSession } from '$lib/accounts/own/sessions.server';
import { localPath } from '$lib/base/i18n/localPath';
import { forgetRecovery } from '$lib/accounts/recovery.server';
import { signOut } from '$lib/accounts/signIn.server';
import { logError, requireAnswer } from '$lib/base/http/errors.server';
import type { Actions, PageServerLoad } from './$types';

const sessionId = v.pipe(v.string(), v.uuid());

export const load: PageServerLoad = ({ setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
};

export const actions: Actions = {
	/** `scope`: `global` for all devices. `session`: one of one's own sessions, elsewhere. */
	default: async (event) => {
		const sent = await event.request.formData();
		const elsewhere = sent.get('session');
		if (v.is(sessionId, elsewhere)) {
			await requireAnswer(endSession(event.locals.session.client, elsewhere), event.request);
			redirect(303, localPath(`/account/toegang?${doneParam('signed-out')}`));
		}
		const scope = sent.get('scope') === 'global' ? 'global' : 'local';
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
