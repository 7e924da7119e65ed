import * as v from 'valibot';
import { LOCALES } from '$lib/domain/directory/directory';
import { municipalityName } from '$lib/domain/directory/municipalityName';
import { localPath } from '$lib/base/i18n/localPath';
import type { MapData } from '$lib/map/mapData';
import { editionOf } from '$lib/directory/edition.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { versionedResponse } from '$lib/base/http/versionedResponse.server';
import type { RequestHandler } from './$types';

/** What the interactive map draws, in one language (`?taal=`). `?v=` only makes the address change with the data and the build. */
export const GET: RequestHandler = async ({ url }) => {
	const { entries, governmentById, directory } = await requireDirectory();
	const locale = v.parse(v.fallback(v.picklist(LOCALES), 'nl'), url.searchParams.get('taal'));
	const pageOf = (slug: string) => localPath(`/besturen/${slug}`, locale);
	const data: MapData = {
		municipalities: entries.map(({ municipality, gemeente, ocmw, desks }) => ({
			nisCode: municipality.nisCode,
			slug: municipality.slug,
			name: municipalityName(municipality, locale),
			href: pageOf(municipality.slug),
			gemeenteSince: gemeente?.participatingSince ?? null,
			ocmwSince: ocmw?.participatingSince ?? null,
			deskCount: desks.length
		})),
		desks: entries.flatMap(({ municipality, desks }) =>
			desks.map((desk) => ({
				id: desk.id,
				name: desk.name,
				href: localPath(`/loketten/${desk.slug}`, locale),
				nisCode: governmentById.get(desk.localGovernmentId)?.nisCode ?? municipality.nisCode,
				lon: desk.lon,
				lat: desk.lat,
				...(desk.locationApproximate ? { approximate: true } : {}),
				place: desk.place
			}))
		)
	};
	const response = versionedResponse(JSON.stringify(data), 'application/json', url, editionOf(directory));
	// A map in a frame that another site closed off asks as a stranger.
	response.headers.set('access-control-allow-origin', '*');
	return response;
};
