import { redirect } from '@sveltejs/kit';
import { doneParam } from '$lib/domain/query/done';
import { localPath } from '$lib/base/i18n/localPath';
import { pauseAccount } from '$lib/accounts/ownAccount.server';
import { requireAccount, requireOpenAccount } from '$lib/accounts/requireAccount.server';
import { yesOrNo } from '$lib/base/form/form.server';
import { requireAnswer } from '$lib/base/http/errors.server';
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
		const wanted = yesOrNo(await request.formData(), 'paused');
		await requireAnswer(pauseAccount(locals.session.client, wanted), request);
		redirect(303, localPath(`/account?${doneParam(wanted ? 'paused' : 'resumed')}`));
	}
};
