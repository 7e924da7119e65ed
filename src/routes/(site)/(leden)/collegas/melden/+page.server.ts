import { error, redirect } from '@sveltejs/kit';
import { message, superValidate } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import * as v from 'valibot';
import { reportSchema, type ReportForm, type ReportProblem } from '$lib/colleagues/reportSchema';
import { localPath } from '$lib/i18n/localPath';
import { m } from '$lib/i18n/paraglide/messages.js';
import { requireAccount } from '$lib/server/accounts/requireAccount';
import { blockColleague, readBlocks, reportColleague } from '$lib/server/colleagues/contact';
import { accountId, requireColleague } from '$lib/server/colleagues/requireColleague';
import { logError, requireAnswer } from '$lib/server/http/errors';
import { deliverSoon } from '$lib/server/mail';
import type { Actions, PageServerLoad } from './$types';

const DONE = ['geblokkeerd', 'gedeblokkeerd', 'gemeld'] as const;

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

const validate = (data?: FormData) =>
	superValidate<ReportForm, ReportProblem>(data, valibot(reportSchema, { defaults: { reason: '' } }));

export const load: PageServerLoad = async ({ locals, request, setHeaders, url }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const id = await whom(locals, url);
	const [colleague, blocks] = await Promise.all([
		requireColleague(locals, id, request),
		requireAnswer(readBlocks(locals.session.client), request)
	]);
	return {
		id,
		name: colleague?.fullName ?? null,
		isBlocked: blocks.some((block) => block.id === id),
		done: DONE.find((done) => done === url.searchParams.get('klaar')) ?? null,
		form: await validate()
	};
};

export const actions: Actions = {
	block: async ({ locals, request, url }) => {
		const id = await whom(locals, url);
		const wanted = (await request.formData()).get('blocked');
		if (wanted !== 'true' && wanted !== 'false') error(400, { message: m.server_error_bad_request() });
		await requireAnswer(blockColleague(locals.session.client, id, wanted === 'true'), request);
		const done = wanted === 'true' ? 'geblokkeerd' : 'gedeblokkeerd';
		redirect(303, localPath(`/collegas/melden?wie=${id}&klaar=${done}`));
	},
	report: async ({ locals, request, url }) => {
		const id = await whom(locals, url);
		const form = await validate(await request.formData());
		if (!form.valid) return message(form, undefined, { status: 400 });
		try {
			if ((await reportColleague(locals.session.client, id, form.data.reason)) === 'too-often') {
				return message(form, { kind: 'too-often' }, { status: 429 });
			}
		} catch (cause) {
			return message(form, { kind: 'unavailable', id: logError(cause, request) }, { status: 503 });
		}
		deliverSoon();
		redirect(303, localPath(`/collegas/melden?wie=${id}&klaar=gemeld`));
	}
};
