import { error, redirect } from '@sveltejs/kit';
import { localPath } from '$lib/i18n/localPath';
import { m } from '$lib/i18n/paraglide/messages.js';
import { pauseAccount } from '$lib/server/accounts/ownAccount';
import { requireAccount, requireOpenAccount } from '$lib/server/accounts/requireAccount';
import { requireAnswer } from '$lib/server/http/errors';
import type { Actions, PageServerLoad } from './$types';

/** Text and one button: nothing for a script to do. */
export const csr = false;

export const load: PageServerLoad = async ({ locals }) => {
	const { pausedAt, listed } = await requireAccount(locals);
	return { pausedAt, listed };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		await requireOpenAccount(locals);
		const wanted = (await request.formData()).get('paused');
		if (wanted !== 'true' && wanted !== 'false') error(400, { message: m.server_error_bad_request() });
		await requireAnswer(pauseAccount(locals.session.client, wanted === 'true'), request);
		redirect(303, localPath(`/account?klaar=${wanted === 'true' ? 'paused' : 'resumed'}`));
	}
};
