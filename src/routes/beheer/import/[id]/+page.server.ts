import { error, fail, redirect } from '@sveltejs/kit';
import { isId } from '$lib/domain/text/ids';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { OLDER_FIELD, ROW_LISTS } from '$lib/import/importPlan';
import { rowQuery } from '$lib/import/rowQuery';
import { logError, requireAnswer } from '$lib/base/http/errors.server';
import { HEADINGS_OF, headingsRead } from '$lib/import/columns.server';
import { applyImport, readRows, readRun, readSample, ROWS_PER_PAGE } from '$lib/import/importRuns.server';
import { readAgain } from '$lib/import/receiveFile.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import type { Table } from '$lib/import/readTable.server';
import type { ImportKind } from '$lib/import/importPlan';
import type { Actions, PageServerLoad } from './$types';

const SHOWN_VALUES = 3;

export const load: PageServerLoad = async ({ locals: { session }, params, request, url }) => {
	const run = await requireRun(session.client, params.id, request);
	const { query } = rowQuery.parse(url.searchParams);
	// What asks for attention comes first.
	const list = query.list ?? ROW_LISTS.find((one) => run.counts[one] > 0) ?? 'unchanged';
	const pageCount = Math.max(1, Math.ceil(run.counts[list] / ROWS_PER_PAGE));
	const page = Math.min(query.page, pageCount);
	const sample = run.appliedAt ? null : await requireAnswer(readSample(session.client, run), request);
	return {
		run,
		list,
		page,
		pageCount,
		columns: sample && columnsOf(sample, run.kind),
		headings: HEADINGS_OF[run.kind],
		rows: await requireAnswer(readRows(session.client, run.id, list, page), request)
	};
};

/** What each column of the file is read as, beside what it holds. */
function columnsOf(sample: Table, kind: ImportKind) {
	const read = headingsRead(sample, kind);
	return sample.header.map((heading, i) => ({
		heading,
		readAs: read[i] ?? '',
		values: sample.rows
			.map(({ cells }) => cells[i]?.trim() ?? '')
			.filter((cell) => cell !== '')
			.slice(0, SHOWN_VALUES)
	}));
}

async function requireRun(client: TypedClient, id: string, request: Request) {
	const run = isId(id) ? await requireAnswer(readRun(client, id), request) : null;
	if (!run) error(404, { message: m.import_gone() });
	return run;
}

export const actions: Actions = {
	/** Carries it out. */
	uitvoeren: async ({ locals, params, request }) => {
		if (!isId(params.id)) error(404, { message: m.import_gone() });
		const sent = await request.formData();
		const same = sent.get('zelfde') === 'on';
		const older = sent.getAll(OLDER_FIELD).map(Number).filter(Number.isSafeInteger);
		try {
			return { applied: await applyImport(locals.session.client, params.id, same, older), failed: null };
		} catch (cause) {
			return fail(503, { applied: null, failed: logError(cause, request) });
		}
	},
	/** Reads it once more, with what somebody corrected. */
	lees: async ({ locals, params, request }) => {
		const run = await requireRun(locals.session.client, params.id, request);
		// What its rows said is gone by then.
		if (run.appliedAt) return fail(409, { applied: { outcome: 'already_applied' as const }, failed: null });
		const form = await request.formData();
		let again: string;
		try {
			again = await readAgain(locals.session.client, run, form);
		} catch (cause) {
			return fail(503, { applied: null, failed: logError(cause, request) });
		}
		redirect(303, `${localPath('/beheer/import')}/${again}`);
	}
};
