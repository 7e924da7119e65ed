import { fail, redirect } from '@sveltejs/kit';
import { lineIn, yesOrNo } from '$lib/base/form/form.server';
import { doneParam } from '$lib/domain/query/done';
import { requireAnswer } from '$lib/base/http/errors.server';
import { showDesk } from '$lib/editing/desk/desks.server';
import { requireEditedDesk, requireSeenDesk } from '$lib/editing/desk/keptDesk.server';
import { upkeepHref } from '$lib/editing/addresses';
import type { Actions, PageServerLoad } from './$types';

/** Text and one button: nothing for a script to do. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, params, request }) => {
	const { shown, keeper } = await requireSeenDesk({ locals, request }, params.id);
	return { desk: shown, chosen: keeper.chosen };
};

export const actions: Actions = {
	default: async (event) => {
		const { desk, keeper } = await requireEditedDesk(event, event.params.id);
		const data = await event.request.formData();
		const [wanted, seen] = [yesOrNo(data, 'published'), lineIn(data, 'seen')];
		const shown = await requireAnswer(
			showDesk(event.locals.session.client, desk.id, wanted, seen),
			event.request
		);
		if (shown === 'changed') return fail(409, { seen });
		redirect(303, upkeepHref(`?${doneParam(wanted ? 'shown' : 'hidden')}&loket=${desk.id}`, keeper.chosen));
	}
};
