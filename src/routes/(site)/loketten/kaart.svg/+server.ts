import { participationOf } from '$lib/domain/directory/directoryIndex';
import { findDesks, languagesOf } from '$lib/domain/desk/deskFinder';
import { deskQuery } from '$lib/domain/desk/deskQuery';
import { editionOf } from '$lib/directory/edition.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { versionedResponse } from '$lib/base/http/versionedResponse.server';
import { renderOverviewSvg } from '$lib/map/image/index.server';
import type { RequestHandler } from './$types';

/** The whole map as a picture with the desks that the same query finds; all of them where it names no place. */
export const GET: RequestHandler = async ({ url }) => {
	const index = await requireDirectory();
	const { query } = deskQuery.parse(url.searchParams, { taal: { values: languagesOf(index) } });
	// A picture is kept: what is open at this moment is for the list to say.
	const { asked, own, ownFar, others, far } = findDesks(index, { ...query, open: [] }, new Date());
	const svg = renderOverviewSvg({
		participationByNis: new Map(
			index.entries.map((entry) => [entry.municipality.nisCode, participationOf(entry)])
		),
		matching: null,
		selected: asked?.entry?.municipality.nisCode,
		desks: asked ? [...own, ...ownFar, ...others, ...far].map(({ desk }) => desk) : index.directory.desks,
		title: 'Lokaal Vrijwilligen'
	});
	return versionedResponse(svg, 'image/svg+xml', url, editionOf(index.directory));
};
