import { coverageQuery, findWhiteSpots } from '$lib/domain/colleague/coverage';
import { readWhiteSpots } from '$lib/coverage/coverage.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { renderOverviewSvg } from '$lib/map/image/index.server';
import type { RequestHandler } from './$types';

/** The map of the white spots as a picture, with the same filters: its first paint, and all there is without JavaScript. */
export const GET: RequestHandler = async ({ locals, request, url }) => {
	const index = await requireDirectory();
	const spots = await requireAnswer(readWhiteSpots(locals.session.client, index), request);
	const { matching } = findWhiteSpots(spots, coverageQuery.parse(url.searchParams).query, 'nl');
	const svg = await renderOverviewSvg({
		// The result alone, by colour: as the map that takes its place.
		participationByNis: new Map(index.entries.map(({ municipality }) => [municipality.nisCode, 'both'])),
		matching: matching && new Set(matching),
		desks: [],
		title: 'Lokaal Vrijwilligen'
	});
	// What members look for shows through it.
	return new Response(svg, {
		headers: { 'content-type': 'image/svg+xml' }
	});
};
