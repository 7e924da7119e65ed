import { error } from '@sveltejs/kit';
import { isId } from '$lib/domain/text/ids';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { remarkSentence, warningSentence } from '$lib/import/remarkSentence';
import { requireAnswer } from '$lib/base/http/errors.server';
import { csvOf, csvResponse } from '$lib/base/http/csv.server';
import { readRefused, readRun } from '$lib/import/importRuns.server';
import type { RequestHandler } from './$types';

/** The rows that are not carried out, as they stood in the file, each with its number and the reason. */
export const GET: RequestHandler = async ({ locals: { session }, params, request }) => {
	const run = isId(params.id) ? await requireAnswer(readRun(session.client, params.id), request) : null;
	if (!run) error(404, { message: m.import_gone() });
	const rows = await requireAnswer(readRefused(session.client, run.id), request);
	const name = run.fileName.replace(/\.[^.]*$/, '').replace(/[^\w -]/g, '_');
	return csvResponse(
		`${name}-${m.import_refused_file()}`,
		csvOf([
			// By the names that were chosen, so that it comes back in by itself.
			[
				...run.header.map((text, i) => run.readAs?.[i] || text),
				m.import_column_row(),
				m.import_column_reason()
			],
			...rows.map(({ cells, problems, warnings, row }) => [
				...run.header.map((_, i) => cells?.[i] ?? ''),
				String(row),
				[...problems.map(remarkSentence), ...warnings.map(warningSentence)].join(' ')
			])
		])
	);
};
