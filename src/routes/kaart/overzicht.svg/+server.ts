import { resolveMunicipality } from '$lib/domain/directory/directoryIndex';
import { directoryQuery } from '$lib/domain/directory/directoryQuery';
import { searchDirectory } from '$lib/domain/directory/directorySearch';
import { findDesks } from '$lib/domain/desk/deskFinder';
import { deskQuery } from '$lib/domain/desk/deskQuery';
import { desksOfAll, directoryFrame, pictureOf } from '$lib/finder/pictured.server';
import { typedSpot } from '$lib/finder/typedSpot';
import { editionOf } from '$lib/directory/edition.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { renderOverviewSvg } from '$lib/map/image/index.server';
import { placeSearchOf } from '$lib/directory/placeSearch.server';
import { versionedResponse } from '$lib/base/http/versionedResponse.server';
import type { RequestHandler } from './$types';

/** The whole map as a picture, with the same filters as the home page: its first paint, and all there is without JavaScript. */
export const GET: RequestHandler = async ({ url }) => {
	const index = await requireDirectory();
	const { query } = directoryQuery.parse(url.searchParams);
	const { matching } = searchDirectory(index, placeSearchOf(index), query, 'nl');
	const answer = query.q ? findDesks(index, { ...deskQuery.empty, q: query.q }, new Date()) : null;
	const svg = await renderOverviewSvg({
		...pictureOf(index, url),
		matching: matching && new Set(matching),
		// The one that was chosen, or the only one found.
		selected: query.gekozen
			? resolveMunicipality(index, query.gekozen)?.entry.municipality.nisCode
			: matching?.length === 1
				? matching[0]
				: undefined,
		desks: desksOfAll(index, matching),
		frame: directoryFrame(matching),
		typed: typedSpot(answer?.asked ?? null)
	});
	return versionedResponse(svg, 'image/svg+xml', url, editionOf(index.directory));
};
