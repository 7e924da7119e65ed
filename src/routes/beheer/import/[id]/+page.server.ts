import { error, fail } from '@sveltejs/kit';
import { isId } from '$lib/domain/text/ids';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { OLDER_FIELD, ROW_OUTCOMES } from '$lib/import/importPlan';
import { rowQuery } from '$lib/import/rowQuery';
import { logError, requireAnswer } from '$lib/base/http/errors.server';
import { applyImport, readRows, readRun, ROWS_PER_PAGE } from '$lib/import/importRuns.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { session }, params, request, url }) => {
	const run = isId(params.id) ? await requireAnswer(readRun(session.client, params.id), request) : null;
	if (!run) error(404, { message: m.import_gone() });
	const { query } = rowQuery.parse(url.searchParams);
	// What asks for attention comes first.
	const outcome = query.outcome ?? ROW_OUTCOMES.find((one) => run.counts[one] > 0) ?? 'unchanged';
	const pageCount = Math.max(1, Math.ceil(run.counts[outcome] / ROWS_PER_PAGE));
	const page = Math.min(query.page, pageCount);
	return {
		run,
		outcome,
		page,
		pageCount,
		rows: await requireAnswer(readRows(session.client, run.id, outcome, page), request)
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		if (!isId(params.id)) error(404, { message: m.import_gone() });
		const sent = await request.formData();
		const same = sent.get('zelfde') === 'on';
		const older = sent.getAll(OLDER_FIELD).map(Number).filter(Number.isSafeInteger);
		try {
			return { applied: await applyImport(locals.session.client, params.id, same, older), failed: null };
		} catch (cause) {
			return fail(503, { applied: null, failed: logError(cause, request) });
		}
	}
};
