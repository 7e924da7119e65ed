import { fail, redirect } from '@sveltejs/kit';
import { doneParam } from '$lib/domain/query/done';
import { lineIn } from '$lib/base/form/form.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { confirmDesk } from '$lib/editing/desk/confirm.server';
import { requireEditedDesk, requireSeenDesk } from '$lib/editing/desk/keptDesk.server';
import { upkeepHref } from '$lib/editing/addresses';
import type { Actions, PageServerLoad } from './$types';

/** Text and one button: nothing for a script to do. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, params, request }) => {
	const { shown, keeper } = await requireSeenDesk({ locals, request }, params.id);
	return { id: params.id, desk: shown, chosen: keeper.chosen };
};

export const actions: Actions = {
	default: async (event) => {
		const { desk, keeper } = await requireEditedDesk(event, event.params.id);
		const seen = lineIn(await event.request.formData(), 'seen');
		const confirmed = await requireAnswer(
			confirmDesk(event.locals.session.client, desk.id, seen),
			event.request
		);
		if (confirmed === 'changed') return fail(409, { seen });
		redirect(303, upkeepHref(`?${doneParam('confirmed')}&loket=${desk.id}`, keeper.chosen));
	}
};
