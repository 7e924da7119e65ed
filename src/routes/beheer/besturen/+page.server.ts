import { fail, redirect } from '@sveltejs/kit';
import { readAskingGovernments } from '$lib/administration/governments/governments.server';
import { localPath } from '$lib/base/i18n/localPath';
import { chosenGovernment } from '$lib/directory/governmentChoices.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	asking: await readAskingGovernments(locals.session.client, await requireDirectory())
});

export const actions: Actions = {
	default: async ({ request }) => {
		const chosen = chosenGovernment(await requireDirectory(), await request.formData());
		if ('refusal' in chosen) return fail(400, chosen.refusal);
		redirect(303, localPath(`/beheer/besturen/${chosen.government.slug}`));
	}
};
