import { fail, redirect } from '@sveltejs/kit';
import { bodyName } from '$lib/domain/government/bodyName';
import { doneParam, readDone } from '$lib/domain/query/done';
import { requireAccount } from '$lib/accounts/requireAccount.server';
import { readDeskReports, settleDeskReport } from '$lib/reports/deskReports.server';
import { idIn, lineIn } from '$lib/base/form/form.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { findKeeper } from '$lib/editing/keeper.server';
import { upkeepHref } from '$lib/editing/addresses';
import type { Actions, PageServerLoad } from './$types';

/** In the address after a click: what became of the report that it names. */
const DONE = ['settled', 'reopened', 'gone'] as const;

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const account = await requireAccount(locals);
	const keeper = await findKeeper(locals, url);
	// An administrator who names no government keeps an eye on all of them.
	const isEverybodys = account.role === 'admin' && !url.searchParams.has('bestuur');
	if (!isEverybodys && !keeper?.canEdit) return { queue: null };

	const government = isEverybodys || !keeper ? null : keeper.government;
	const { governmentById, byNisCode } = await requireDirectory();
	const home = government && byNisCode.get(government.nisCode)?.municipality;
	const scope = { governmentId: government?.id ?? null, governments: governmentById };
	const { open, done } = await requireAnswer(readDeskReports(locals.session.client, scope), request);
	const id = url.searchParams.get('melding');
	return {
		queue: {
			open,
			done,
			/** Null for those of all governments. */
			owner: government && (home ? bodyName(government, home, getLocale()) : government.name),
			isAdmin: account.role === 'admin',
			chosen: isEverybodys ? null : (keeper?.chosen ?? null),
			outcome: readDone(url.searchParams, DONE),
			/** The report that the outcome is about. */
			about: [...open, ...done].find((report) => report.id === id) ?? null
		}
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		await requireAccount(locals);
		const data = await request.formData();
		const id = idIn(data, 'report');
		const done = data.get('done') === 'true';
		const seen = lineIn(data, 'seen');
		const settled = await requireAnswer(settleDeskReport(locals.session.client, id, done, seen), request);
		if (settled === 'changed') return fail(409, { id, seen });
		const outcome = settled === 'gone' ? 'gone' : done ? 'settled' : 'reopened';
		redirect(
			303,
			upkeepHref(`/meldingen?${doneParam(outcome)}&melding=${id}`, url.searchParams.get('bestuur'))
		);
	}
};
