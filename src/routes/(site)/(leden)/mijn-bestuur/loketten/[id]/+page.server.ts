import { basemapSettings } from '$lib/map/basemap.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { readOpenChanges } from '$lib/editing/changes/changes.server';
import { deskForm, sendDeskForm } from '$lib/editing/desk/deskForm.server';
import { requireKeptDesk } from '$lib/editing/desk/keptDesk.server';
import { readGovernmentPage } from '$lib/editing/keeper.server';
import { waitsForReview } from '$lib/editing/changes/review.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request }) => {
	const { keeper, desk } = await requireKeptDesk({ locals, request }, params.id);
	const { client } = locals.session;
	const { government, account, canEdit, chosen } = keeper;
	const [page, open] = await requireAnswer(
		Promise.all([readGovernmentPage(client, government.id), readOpenChanges(client, government.id)]),
		request
	);
	const about = open.filter(({ deskId }) => deskId === desk.id);
	const own = about.find(({ authorId }) => authorId === account.id);
	return {
		form: await requireAnswer(deskForm(client, keeper, desk, own), request),
		id: desk.id,
		slug: desk.slug,
		name: desk.content.name,
		published: desk.published,
		own: own && { id: own.id, state: own.state === 'waiting' ? ('waiting' as const) : ('draft' as const) },
		/** Of others, about the same desk. */
		waiting: about
			.filter(({ authorId, state }) => authorId !== account.id && state === 'waiting')
			.map(({ id }) => id),
		nisCode: government.nisCode,
		waits: waitsForReview(keeper, page),
		canEdit,
		chosen,
		basemap: basemapSettings(),
		now: new Date().toISOString()
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { keeper, desk } = await requireKeptDesk(event, event.params.id);
		return sendDeskForm(event, keeper, desk.id);
	}
};
