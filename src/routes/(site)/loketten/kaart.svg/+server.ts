import { findDesks, languagesOf } from '$lib/domain/desk/deskFinder';
import { deskQuery } from '$lib/domain/desk/deskQuery';
import { desksFound, desksOfAll, finderFrame, pictureOf } from '$lib/finder/pictured.server';
import { typedSpot } from '$lib/finder/typedSpot';
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
	const found = findDesks(index, { ...query, open: [] }, new Date());
	const { asked } = found;
	const svg = await renderOverviewSvg({
		...pictureOf(index, url),
		matching: null,
		selected: asked?.entry?.municipality.nisCode,
		desks: asked === null && query.q === '' ? desksOfAll(index, null) : desksFound(found),
		frame: finderFrame(found),
		typed: typedSpot(asked)
	});
	return versionedResponse(svg, 'image/svg+xml', url, editionOf(index.directory));
};
