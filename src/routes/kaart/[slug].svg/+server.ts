import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { LOCALES } from '$lib/domain/directory/directory';
import { participationOf, resolveMunicipality } from '$lib/domain/directory/directoryIndex';
import { municipalityName } from '$lib/domain/directory/municipalityName';
import { editionOf } from '$lib/directory/edition.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { renderLocatorSvg } from '$lib/map/image/index.server';
import { versionedResponse } from '$lib/base/http/versionedResponse.server';
import type { RequestHandler } from './$types';

/** One municipality among its neighbours as a picture, with their names in one language (`?taal=`). */
export const GET: RequestHandler = async ({ params, url }) => {
	const index = await requireDirectory();
	const found = resolveMunicipality(index, params.slug);
	if (!found) error(404);
	const { entry } = found;
	if (!found.canonical) redirect(308, `/kaart/${entry.municipality.slug}.svg${url.search}`);
	const locale = v.parse(v.fallback(v.picklist(LOCALES), 'nl'), url.searchParams.get('taal'));
	const svg = renderLocatorSvg({
		nisCode: entry.municipality.nisCode,
		neighbours: entry.municipality.neighbours,
		participationByNis: new Map(index.entries.map((one) => [one.municipality.nisCode, participationOf(one)])),
		names: new Map(
			index.entries.map(({ municipality }) => [municipality.nisCode, municipalityName(municipality, locale)])
		),
		desks: index.directory.desks,
		title: municipalityName(entry.municipality, locale)
	});
	if (svg === undefined) error(404);
	return versionedResponse(svg, 'image/svg+xml', url, editionOf(index.directory));
};
