import { requireAnswer } from '$lib/base/http/errors.server';
import { csvResponse } from '$lib/base/http/csv.server';
import { exportGovernments } from '$lib/import/exportCsv.server';
import { readGovernments } from '$lib/import/importRuns.server';
import type { RequestHandler } from './$types';

/** Every local government, whether or not it takes part, as a file that can be imported again. */
export const GET: RequestHandler = async ({ locals: { session }, request }) =>
	csvResponse('besturen', exportGovernments(await requireAnswer(readGovernments(session.client), request)));
