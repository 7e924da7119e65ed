import { error } from '@sveltejs/kit';
import { PROVINCE_SLUGS } from '$lib/domain/directory/directory';
import { pictureOf } from '$lib/finder/pictured.server';
import { editionOf } from '$lib/directory/edition.server';
import { entriesOf } from '$lib/directory/regionView';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { boundsAround, renderOverviewSvg } from '$lib/map/image/index.server';
import { versionedResponse } from '$lib/base/http/versionedResponse.server';
import type { RequestHandler } from './$types';

/** One province, or the Brussels Region, as a picture: who takes part, and the desks. */
export const GET: RequestHandler = async ({ params, url }) => {
	const province = PROVINCE_SLUGS.find((slug) => slug === params.slug);
	if (!province) error(404);
	const index = await requireDirectory();
	const entries = entriesOf(index, province);
	const nisCodes = entries.map(({ municipality }) => municipality.nisCode);
	const svg = await renderOverviewSvg({
		...pictureOf(index, url),
		matching: new Set(nisCodes),
		desks: entries.flatMap(({ desks }) => desks),
		frame: boundsAround(nisCodes),
		isStill: true
	});
	return versionedResponse(svg, 'image/svg+xml', url, editionOf(index.directory));
};
