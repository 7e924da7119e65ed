import { error, redirect } from '@sveltejs/kit';
import { isId } from '$lib/administration/ids';
import { localPath } from '$lib/i18n/localPath';
import { m } from '$lib/i18n/paraglide/messages.js';
import { readColleagueReports, settleColleagueReport } from '$lib/server/accounts/colleagueReports';
import { requireAnswer } from '$lib/server/http/errors';
import type { Actions, PageServerLoad } from './$types';

/** In the address after a click: what became of the report that it names. */
const DONE = ['afgehandeld', 'terug', 'weg'] as const;

export const load: PageServerLoad = async ({ locals, request, setHeaders, url }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { open, done } = await requireAnswer(readColleagueReports(locals.session.client), request);
	const id = url.searchParams.get('melding');
	return {
		open,
		done,
		outcome: DONE.find((one) => one === url.searchParams.get('klaar')) ?? null,
		/** The report that the outcome is about. */
		about: [...open, ...done].find((report) => report.id === id) ?? null
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const data = await request.formData();
		const id = data.get('report');
		if (!isId(id)) error(400, { message: m.server_error_bad_request() });
		const done = data.get('done') === 'true';
		const isSettled = await requireAnswer(settleColleagueReport(locals.session.client, id, done), request);
		const outcome: (typeof DONE)[number] = !isSettled ? 'weg' : done ? 'afgehandeld' : 'terug';
		redirect(303, localPath(`/beheer/meldingen?klaar=${outcome}&melding=${id}`));
	}
};
