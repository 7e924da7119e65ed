import { fail, redirect } from '@sveltejs/kit';
import { doneParam } from '$lib/domain/query/done';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { changeGovernment } from '$lib/accounts/ownAccount.server';
import { requireAccount, requireOpenAccount } from '$lib/accounts/requireAccount.server';
import { lineIn } from '$lib/base/form/form.server';
import { chosenGovernment, type GovernmentRefusal } from '$lib/directory/governmentChoices.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { deliverSoon } from '$lib/mail/index.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { localGovernmentId, role, status } = await requireAccount(locals);
	const { governmentById } = await requireDirectory();
	return {
		government: localGovernmentId === null ? null : (governmentById.get(localGovernmentId)?.name ?? null),
		/** An administrator of the platform stays one, wherever they work. */
		waitsAgain: status === 'approved' && role !== 'admin',
		isEditor: role === 'editor'
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		await requireOpenAccount(locals);
		const data = await request.formData();
		const chosen = chosenGovernment(await requireDirectory(), data);
		if ('refusal' in chosen) return fail(400, chosen.refusal);
		const { id } = chosen.government;
		const refuse = (error: string) =>
			fail(400, { government: lineIn(data, 'government'), error, choices: [] } satisfies GovernmentRefusal);
		switch (await requireAnswer(changeGovernment(locals.session.client, id), request)) {
			case 'unchanged':
				return refuse(m.accounts_own_government_same());
			case 'unknown':
				return refuse(m.accounts_government_unknown());
			case 'pending_again':
				deliverSoon();
		}
		redirect(303, localPath(`/account?${doneParam('government')}`));
	}
};
