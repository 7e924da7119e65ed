import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { doneParam } from '$lib/domain/query/done';
import { characters, cleanText } from '$lib/domain/text/text';
import { formatNumber } from '$lib/base/i18n/format';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { basemapSettings } from '$lib/map/basemap.server';
import { orFailed } from '$lib/base/form/form.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { deliverSoon } from '$lib/mail/index.server';
import { reopenChange, reviewChange, withdrawChange } from '$lib/editing/changes/changes.server';
import { readProposal, requireChange } from '$lib/editing/changes/change.server';
import { problemOf } from '$lib/editing/problem.server';
import { upkeepHref } from '$lib/editing/addresses';
import { choiceField, readChoices } from '$lib/editing/changes/choices';
import { columnsOfParts } from '$lib/editing/changes/subject.server';
import { partLabel } from '$lib/editing/labels';
import { changePath } from '$lib/editing/overview';
import { UPKEEP_LIMITS } from '$lib/editing/textFields';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request }) => {
	const { keeper, change, seen } = await requireChange({ locals, request }, params.id);
	return {
		seen,
		...(await requireAnswer(readProposal(locals.session.client, keeper, change), request)),
		government: keeper.government.name,
		nisCode: keeper.government.nisCode,
		chosen: keeper.chosen,
		basemap: basemapSettings()
	};
};

const sent = v.object({
	decision: v.picklist(['approve', 'reject']),
	reason: v.optional(v.pipe(v.string(), v.transform(cleanText)), ''),
	seen: v.string()
});

export const actions: Actions = {
	decide: async (event) => {
		const { keeper, change } = await requireChange(event, event.params.id);
		const form = await event.request.formData();
		const { success, output } = v.safeParse(sent, Object.fromEntries(form));
		if (!success) error(400, { message: m.server_error_bad_request() });
		const { decision, reason, seen } = output;
		const { chosen, missing } = readChoices(form);
		const refuse = (message: string, field = 'reason') =>
			fail(400, { problem: { field, message }, reason, chosen, outcome: null, seen });
		if (decision === 'reject' && reason === '') return refuse(m.editing_reason_missing());
		const over = characters(reason) - UPKEEP_LIMITS.reason;
		if (over > 0) {
			return refuse(
				m.editing_too_long({ limit: formatNumber(UPKEEP_LIMITS.reason), over: formatNumber(over) })
			);
		}
		if (decision === 'approve' && missing) {
			return refuse(m.editing_choose_missing({ part: partLabel(missing) }), choiceField(missing));
		}
		const kept = Object.keys(chosen).filter((part) => chosen[part] === 'now');
		const { client } = event.locals.session;
		const { isOffSite } = await requireAnswer(readProposal(client, keeper, change), event.request);
		const outcome = await orFailed(
			() =>
				reviewChange(client, change.id, decision, reason || null, seen, columnsOfParts(change.subject, kept)),
			(cause) => {
				const problem = problemOf(cause, event.request);
				if (problem.kind !== 'unavailable') return 'refused' as const;
				error(503, { message: m.server_error_unavailable(), id: problem.id });
			}
		);
		if (outcome !== 'published' && outcome !== 'rejected') {
			return fail(outcome === 'refused' ? 400 : 409, { problem: null, reason, chosen, outcome, seen });
		}
		deliverSoon();
		const approved = isOffSite ? 'approved-off-site' : 'approved';
		redirect(
			303,
			upkeepHref(`?${doneParam(outcome === 'published' ? approved : 'rejected')}`, keeper.chosen)
		);
	},
	again: async (event) => {
		const { keeper, change } = await requireChange(event, event.params.id);
		const open = await requireAnswer(
			reopenChange(event.locals.session.client, keeper, change),
			event.request
		);
		if (!open)
			return fail(409, { problem: null, reason: '', chosen: {}, outcome: 'gone' as const, seen: '' });
		redirect(303, upkeepHref(changePath({ ...change, id: open, state: 'draft' }), keeper.chosen));
	},
	withdraw: async (event) => {
		const { keeper, change } = await requireChange(event, event.params.id);
		await requireAnswer(withdrawChange(event.locals.session.client, change.id), event.request);
		redirect(303, upkeepHref(`?${doneParam('withdrawn')}`, keeper.chosen));
	}
};
