import { error } from '@sveltejs/kit';
import { isId } from '$lib/domain/text/ids';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { basemapSettings } from '$lib/map/basemap.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { readChange } from '$lib/editing/changes/changes.server';
import { deskForm, sendDeskForm } from '$lib/editing/desk/deskForm.server';
import { readGovernmentPage, requireKeeper } from '$lib/editing/keeper.server';
import { waitsForReview } from '$lib/editing/changes/review.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const keeper = await requireKeeper(locals, url);
	const { client } = locals.session;
	const id = url.searchParams.get('ontwerp');
	if (id !== null && !isId(id)) error(404, { message: m.server_error_not_found() });
	const [page, change] = await requireAnswer(
		Promise.all([
			readGovernmentPage(client, keeper.government.id),
			id === null ? undefined : readChange(client, id)
		]),
		request
	);
	const isOwnDraft = change?.authorId === keeper.account.id && change.state === 'draft';
	if (id !== null && (!isOwnDraft || change.deskId !== null || change.subject !== 'desk')) {
		error(404, { message: m.server_error_not_found() });
	}
	return {
		form: await requireAnswer(deskForm(client, keeper, null, change), request),
		draftId: change?.id ?? null,
		government: keeper.government.name,
		nisCode: keeper.government.nisCode,
		waits: waitsForReview(keeper, page),
		chosen: keeper.chosen,
		basemap: basemapSettings(),
		now: new Date().toISOString()
	};
};

export const actions: Actions = {
	default: async (event) => sendDeskForm(event, await requireKeeper(event.locals, event.url), null)
};
