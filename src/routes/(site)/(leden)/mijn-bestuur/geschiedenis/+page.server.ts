import { error } from '@sveltejs/kit';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { requireAnswer } from '$lib/base/http/errors.server';
import { readGovernmentPage, requireKeeper } from '$lib/editing/keeper.server';
import { waitsForReview } from '$lib/editing/changes/review.server';
import { readTimeline, sendTimelineForm } from '$lib/editing/changes/timeline.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const keeper = await requireKeeper(locals, url);
	if (!keeper.canEdit) error(404, { message: m.server_error_not_found() });
	const { client } = locals.session;
	const page = await requireAnswer(readGovernmentPage(client, keeper.government.id), request);
	return {
		items: await requireAnswer(readTimeline(client, keeper, null, page.revision), request),
		name: keeper.government.name,
		revision: page.revision,
		waits: waitsForReview(keeper, page),
		chosen: keeper.chosen
	};
};

export const actions: Actions = {
	default: async (event) => sendTimelineForm(event, await requireKeeper(event.locals, event.url), null)
};
