import { requireAnswer } from '$lib/base/http/errors.server';
import { requireEditedDesk } from '$lib/editing/desk/keptDesk.server';
import { readGovernmentPage } from '$lib/editing/keeper.server';
import { waitsForReview } from '$lib/editing/changes/review.server';
import { readTimeline, sendTimelineForm } from '$lib/editing/changes/timeline.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request }) => {
	const { keeper, desk } = await requireEditedDesk({ locals, request }, params.id);
	const { client } = locals.session;
	const [items, page] = await requireAnswer(
		Promise.all([
			readTimeline(client, keeper, desk.id, desk.revision),
			readGovernmentPage(client, keeper.government.id)
		]),
		request
	);
	return {
		items,
		name: desk.content.name,
		revision: desk.revision,
		waits: waitsForReview(keeper, page),
		chosen: keeper.chosen
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { keeper, desk } = await requireEditedDesk(event, event.params.id);
		return sendTimelineForm(event, keeper, desk.id);
	}
};
