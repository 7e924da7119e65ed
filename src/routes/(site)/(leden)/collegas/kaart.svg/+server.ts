import { colleagueQuery } from '$lib/domain/colleague/colleagueQuery';
import { resolveMunicipality } from '$lib/domain/directory/directoryIndex';
import { searchColleagues } from '$lib/colleagues/search.server';
import { readTopics } from '$lib/expertise/topics.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { renderOverviewSvg } from '$lib/map/image/index.server';
import type { RequestHandler } from './$types';

/** Where the colleagues work that the same query finds, as a picture: for members only, and kept by no cache. */
export const GET: RequestHandler = async ({ locals, request, url }) => {
	const index = await requireDirectory();
	const { client } = locals.session;
	const { topics, today } = await requireAnswer(readTopics(client), request);
	const { query } = colleagueQuery.parse(url.searchParams, {
		thema: { values: topics.map(({ slug }) => slug), today }
	});
	const { places } = await requireAnswer(searchColleagues(client, index, query), request);
	const svg = await renderOverviewSvg({
		// The result alone, by colour: as the map that takes its place.
		participationByNis: new Map(index.entries.map(({ municipality }) => [municipality.nisCode, 'both'])),
		matching: new Set(Object.keys(places)),
		selected: query.gemeente
			? resolveMunicipality(index, query.gemeente)?.entry.municipality.nisCode
			: undefined,
		desks: [],
		title: 'Lokaal Vrijwilligen'
	});
	return new Response(svg, {
		headers: { 'content-type': 'image/svg+xml' }
	});
};
