import { error, fail, redirect } from '@sveltejs/kit';
import { isId } from '$lib/administration/ids';
import { onOneLine } from '$lib/domain/text';
import { m } from '$lib/i18n/paraglide/messages.js';
import { requireAccount } from '$lib/server/accounts/requireAccount';
import { readGovernment } from '$lib/server/governmentChoices';
import { requireAnswer, requireDirectory } from '$lib/server/http/errors';
import { confirmDesk } from '$lib/server/upkeeping/confirm';
import { setReview } from '$lib/server/upkeeping/desks';
import { findKeeper, requireKeeper } from '$lib/server/upkeeping/keeper';
import { readOverview } from '$lib/server/upkeeping/overview';
import { upkeepHref } from '$lib/upkeep/addresses';
import { DONE } from '$lib/upkeep/outcome';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const keeper = await findKeeper(locals, url);
	const { role } = keeper?.account ?? (await requireAccount(locals));
	if (!keeper) return { isAdmin: role === 'admin', kept: null };
	const { government, canEdit, isAdmin, chosen } = keeper;
	const overview = await requireAnswer(readOverview(locals.session.client, keeper), request);
	const about = url.searchParams.get('loket');
	return {
		isAdmin,
		kept: {
			...overview,
			name: government.name,
			isParticipant: government.participatingSince !== null,
			canEdit,
			chosen,
			done: DONE.find((done) => done === url.searchParams.get('klaar')) ?? null,
			doneDesk: overview.desks.find(({ id }) => id === about)?.name ?? null
		}
	};
};

export const actions: Actions = {
	choose: async ({ locals, request }) => {
		await requireAccount(locals);
		const data = await request.formData();
		const typed = (name: string): string => {
			const value = data.get(name);
			return typeof value === 'string' ? onOneLine(value) : '';
		};
		const answer = {
			government: typed('government'),
			governmentChoice: typed('governmentChoice'),
			governmentAsked: typed('governmentAsked')
		};
		if (answer.government === '') {
			return fail(400, { government: '', error: m.accounts_government_missing(), choices: [] });
		}
		const read = readGovernment(await requireDirectory(), answer);
		if ('government' in read) redirect(303, upkeepHref('', read.government.slug));
		return fail(400, {
			government: answer.government,
			error: read.choices.length > 0 ? m.accounts_government_choose() : m.accounts_government_unknown(),
			choices: read.choices
		});
	},
	review: async ({ locals, request, url }) => {
		const { government, chosen } = await requireKeeper(locals, url);
		const on = (await request.formData()).get('on') === 'true';
		await requireAnswer(setReview(locals.session.client, government.id, on), request);
		redirect(303, upkeepHref(`?klaar=${on ? 'review-on' : 'review-off'}`, chosen));
	},
	confirm: async ({ locals, request, url }) => {
		const { chosen } = await requireKeeper(locals, url);
		const id = (await request.formData()).get('desk');
		if (!isId(id)) error(400, { message: m.server_error_bad_request() });
		await requireAnswer(confirmDesk(locals.session.client, id), request);
		redirect(303, upkeepHref(`?klaar=confirmed&loket=${id}`, chosen));
	}
};
