import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { findDesk } from '$lib/desk/findDesk';
import { LOCALES } from '$lib/domain/directory/directory';
import { resolveMunicipality } from '$lib/domain/directory/directoryIndex';
import { editionOf } from '$lib/directory/edition.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { locatorOf, noPicture, renderLocatorSvg } from '$lib/map/image/index.server';
import { versionedResponse } from '$lib/base/http/versionedResponse.server';
import type { RequestHandler } from './$types';

/**
 * One municipality among its neighbours as a picture, with their names in one language (`?taal=`) and all desks; or the
 * surroundings of one of its own desks (`?loket=`), and no other.
 */
export const GET: RequestHandler = async ({ params, url }) => {
	const index = await requireDirectory();
	const found = resolveMunicipality(index, params.slug);
	if (!found) return noPicture();
	const { entry, canonical } = found;
	if (!canonical) redirect(308, `/kaart/${entry.municipality.slug}.svg${url.search}`);
	const locale = v.parse(v.fallback(v.picklist(LOCALES), 'nl'), url.searchParams.get('taal'));
	const map = locatorOf(index, entry, locale);
	const slug = url.searchParams.get('loket');
	const desk = slug === null ? undefined : findDesk(index, slug);
	if (slug !== null && desk?.home !== entry) return noPicture();
	const svg = await renderLocatorSvg(
		desk ? { ...map, desks: [], pin: { ...desk.desk, approximate: desk.desk.locationApproximate } } : map
	);
	if (svg === undefined) return noPicture();
	return versionedResponse(svg, 'image/svg+xml', url, editionOf(index.directory));
};
