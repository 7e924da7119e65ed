import { fail, redirect } from '@sveltejs/kit';
import { doneParam, readDone } from '$lib/domain/query/done';
import { localPath } from '$lib/base/i18n/localPath';
import { readColleagueReports, settleColleagueReport } from '$lib/administration/colleagueReports.server';
import { idIn, lineIn } from '$lib/base/form/form.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import type { Actions, PageServerLoad } from './$types';

/** In the address after a click: what became of the report that it names. */
const DONE = ['settled', 'reopened', 'gone'] as const;

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const { open, done } = await requireAnswer(readColleagueReports(locals.session.client), request);
	const id = url.searchParams.get('melding');
	return {
		open,
		done,
		outcome: readDone(url.searchParams, DONE),
		/** The report that the outcome is about. */
		about: [...open, ...done].find((report) => report.id === id) ?? null
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const data = await request.formData();
		const id = idIn(data, 'report');
		const done = data.get('done') === 'true';
		const seen = lineIn(data, 'seen');
		const settled = await requireAnswer(
			settleColleagueReport(locals.session.client, id, done, seen),
			request
		);
		if (settled === 'changed') return fail(409, { id, seen });
		const outcome = settled === 'gone' ? 'gone' : done ? 'settled' : 'reopened';
		redirect(303, localPath(`/beheer/meldingen?${doneParam(outcome)}&melding=${id}`));
	}
};
