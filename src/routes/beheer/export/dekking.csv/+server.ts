import { coverageQuery, findWhiteSpots } from '$lib/domain/colleague/coverage';
import { coverageCsv, readWhiteSpots } from '$lib/coverage/coverage.server';
import { readTopics } from '$lib/expertise/topics.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { csvResponse } from '$lib/base/http/csv.server';
import type { RequestHandler } from './$types';

/** Every row of the white spots with the same filters, as a file. */
export const GET: RequestHandler = async ({ locals: { session }, request, url }) => {
	const index = await requireDirectory();
	const [spots, { topics }] = await requireAnswer(
		Promise.all([readWhiteSpots(session.client, index), readTopics(session.client)]),
		request
	);
	const { found } = findWhiteSpots(spots, coverageQuery.parse(url.searchParams).query, 'nl');
	return csvResponse('dekking', coverageCsv(found, topics));
};
