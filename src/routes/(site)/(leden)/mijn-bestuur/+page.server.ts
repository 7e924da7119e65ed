import { fail, redirect } from '@sveltejs/kit';
import { doneParam, readDone } from '$lib/domain/query/done';
import { requireAccount } from '$lib/accounts/requireAccount.server';
import { chosenGovernment } from '$lib/directory/governmentChoices.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { setReview } from '$lib/editing/desk/desks.server';
import { askToTakePart, readAskedAt } from '$lib/editing/government/participation.server';
import { findKeeper, requireKeeper } from '$lib/editing/keeper.server';
import { readOverview } from '$lib/editing/overview.server';
import { upkeepHref } from '$lib/editing/addresses';
import { DONE } from '$lib/editing/outcome';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const keeper = await findKeeper(locals, url);
	const { role } = keeper?.account ?? (await requireAccount(locals));
	if (!keeper) return { isAdmin: role === 'admin', kept: null };
	const { government, canEdit, isAdmin, chosen } = keeper;
	const { client } = locals.session;
	const isParticipant = government.participatingSince !== null;
	const [overview, askedAt] = await requireAnswer(
		Promise.all([readOverview(client, keeper), isParticipant ? null : readAskedAt(client, government.id)]),
		request
	);
	const about = url.searchParams.get('loket');
	return {
		isAdmin,
		kept: {
			...overview,
			name: government.name,
			slug: government.slug,
			isParticipant,
			askedAt,
			canEdit,
			chosen,
			done: readDone(url.searchParams, DONE),
			doneDesk: overview.desks.find(({ id }) => id === about)?.name ?? null
		}
	};
};

export const actions: Actions = {
	choose: async ({ locals, request }) => {
		await requireAccount(locals);
		const chosen = chosenGovernment(await requireDirectory(), await request.formData());
		if ('refusal' in chosen) return fail(400, chosen.refusal);
		redirect(303, upkeepHref('', chosen.government.slug));
	},
	review: async ({ locals, request, url }) => {
		const { government, chosen } = await requireKeeper(locals, url);
		const on = (await request.formData()).get('on') === 'true';
		await requireAnswer(setReview(locals.session.client, government.id, on), request);
		redirect(303, upkeepHref(`?${doneParam(on ? 'review-on' : 'review-off')}`, chosen));
	},
	participate: async ({ locals, request, url }) => {
		await requireKeeper(locals, url);
		await requireAnswer(askToTakePart(locals.session.client), request);
		redirect(303, upkeepHref(`?${doneParam('asked')}`, null));
	}
};
