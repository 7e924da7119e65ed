import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { LOCALES } from '$lib/domain/directory/directory';
import { resolveMunicipality } from '$lib/domain/directory/directoryIndex';
import { editionOf } from '$lib/directory/edition.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { locatorOf, renderLocatorSvg } from '$lib/map/image/index.server';
import { versionedResponse } from '$lib/base/http/versionedResponse.server';
import type { RequestHandler } from './$types';

/** One municipality among its neighbours as a picture, with their names in one language (`?taal=`). */
export const GET: RequestHandler = async ({ params, url }) => {
	const index = await requireDirectory();
	const found = resolveMunicipality(index, params.slug);
	if (!found) error(404);
	const { entry, canonical } = found;
	if (!canonical) redirect(308, `/kaart/${entry.municipality.slug}.svg${url.search}`);
	const locale = v.parse(v.fallback(v.picklist(LOCALES), 'nl'), url.searchParams.get('taal'));
	const svg = renderLocatorSvg(locatorOf(index, entry, locale));
	if (svg === undefined) error(404);
	return versionedResponse(svg, 'image/svg+xml', url, editionOf(index.directory));
};
