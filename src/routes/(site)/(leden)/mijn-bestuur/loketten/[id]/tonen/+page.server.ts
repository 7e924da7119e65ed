import { redirect } from '@sveltejs/kit';
import { yesOrNo } from '$lib/base/form/form.server';
import { doneParam } from '$lib/domain/query/done';
import { requireAnswer } from '$lib/base/http/errors.server';
import { showDesk } from '$lib/editing/desk/desks.server';
import { requireEditedDesk } from '$lib/editing/desk/keptDesk.server';
import { upkeepHref } from '$lib/editing/addresses';
import type { Actions, PageServerLoad } from './$types';

/** Text and one button: nothing for a script to do. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, params, request }) => {
	const { desk, keeper } = await requireEditedDesk({ locals, request }, params.id);
	return { name: desk.content.name, published: desk.published, chosen: keeper.chosen };
};

export const actions: Actions = {
	default: async (event) => {
		const { desk, keeper } = await requireEditedDesk(event, event.params.id);
		const wanted = yesOrNo(await event.request.formData(), 'published');
		await requireAnswer(showDesk(event.locals.session.client, desk.id, wanted), event.request);
		redirect(303, upkeepHref(`?${doneParam(wanted ? 'shown' : 'hidden')}&loket=${desk.id}`, keeper.chosen));
	}
};
