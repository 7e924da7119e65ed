import { requireAnswer } from '$lib/base/http/errors.server';
import { readOpenChanges } from '$lib/editing/changes/changes.server';
import { governmentForm, sendGovernmentForm } from '$lib/editing/government/governmentForm.server';
import { readGovernmentPage, requireKeeper } from '$lib/editing/keeper.server';
import { waitsForReview } from '$lib/editing/changes/review.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const keeper = await requireKeeper(locals, url);
	const { client } = locals.session;
	const { government, account, chosen } = keeper;
	const [page, open] = await requireAnswer(
		Promise.all([readGovernmentPage(client, government.id), readOpenChanges(client, government.id)]),
		request
	);
	const own = open.find(({ subject, authorId }) => subject === 'government' && authorId === account.id);
	return {
		form: await requireAnswer(governmentForm(client, keeper, page, own), request),
		own: own && { id: own.id, state: own.state === 'waiting' ? ('waiting' as const) : ('draft' as const) },
		name: government.name,
		waits: waitsForReview(keeper, page),
		chosen
	};
};

export const actions: Actions = {
	default: async (event) => sendGovernmentForm(event, await requireKeeper(event.locals, event.url))
};
