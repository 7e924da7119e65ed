import { requireAnswer } from '$lib/base/http/errors.server';
import { csvResponse } from '$lib/base/http/csv.server';
import { exportDesks } from '$lib/import/exportCsv.server';
import { readDesks, readGovernments } from '$lib/import/importRuns.server';
import type { RequestHandler } from './$types';

/** Every desk, also those that are offline, as a file that can be imported again. */
export const GET: RequestHandler = async ({ locals: { session }, request }) => {
	const [desks, governments] = await requireAnswer(
		Promise.all([readDesks(session.client), readGovernments(session.client)]),
		request
	);
	return csvResponse('loketten', exportDesks(desks, governments));
};
