import { error, redirect } from '@sveltejs/kit';
import { valibot } from 'sveltekit-superforms/adapters';
import * as v from 'valibot';
import { reportSchema, type ReportForm, type ReportProblem } from '$lib/colleagues/reportSchema';
import { doneParam, readDone } from '$lib/domain/query/done';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { requireAccount } from '$lib/accounts/requireAccount.server';
import { blockColleague, readBlocks, reportColleague } from '$lib/colleagues/contact.server';
import { accountId, requireColleague } from '$lib/colleagues/requireColleague.server';
import { defineForm, yesOrNo } from '$lib/base/form/form.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { deliverSoon } from '$lib/mail/index.server';
import type { Actions, PageServerLoad } from './$types';

const DONE = ['blocked', 'unblocked', 'reported'] as const;

/**
 * Whom it is about. Nobody is looked up: who wrote a message need not be in the list, and the answer is the same for an
 * account that exists and for one that does not.
 */
async function whom(locals: App.Locals, url: URL): Promise<string> {
	const id = url.searchParams.get('wie');
	const account = await requireAccount(locals);
	if (!v.is(accountId, id) || id === account.id) error(404, { message: m.server_error_not_found() });
	return id;
}

const report = defineForm<ReportForm, ReportProblem>({
	schema: valibot(reportSchema, { defaults: { reason: '' } })
});

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const id = await whom(locals, url);
	const [colleague, blocks] = await Promise.all([
		requireColleague(locals, id, request),
		requireAnswer(readBlocks(locals.session.client), request)
	]);
	return {
		id,
		name: colleague?.fullName ?? null,
		isBlocked: blocks.some((block) => block.id === id),
		done: readDone(url.searchParams, DONE),
		form: await report.open()
	};
};

export const actions: Actions = {
	block: async ({ locals, request, url }) => {
		const id = await whom(locals, url);
		const wanted = yesOrNo(await request.formData(), 'blocked');
		await requireAnswer(blockColleague(locals.session.client, id, wanted), request);
		const done = wanted ? 'blocked' : 'unblocked';
		redirect(303, localPath(`/collegas/melden?wie=${id}&${doneParam(done)}`));
	},
	report: async (event) => {
		const { locals, url } = event;
		const id = await whom(locals, url);
		return report.send(event, {
			act: async ({ data }) => {
				const outcome = await reportColleague(locals.session.client, id, data.reason);
				if (outcome === 'too-often') return { kind: outcome };
				deliverSoon();
				redirect(303, localPath(`/collegas/melden?wie=${id}&${doneParam('reported')}`));
			}
		});
	}
};
