/** What the server's pictures of an answer show, and the maps that take their place: both are framed by these. */
import * as v from 'valibot';
import type { FoundDesks } from '$lib/domain/desk/deskFinder';
import { LOCALES, type Locale, type VolunteerDesk } from '$lib/domain/directory/directory';
import { participationOf, type DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { municipalityName } from '$lib/domain/directory/municipalityName';
import type { Bounds } from '$lib/domain/place/mapFrame';
import { resultFrame, type OverviewPicture } from '$lib/map/image/index.server';
import { isFew } from '$lib/map/matching';
import { desksOn } from './desksOn';
import { typedSpot } from './typedSpot';

/** So many of the nearest desks are in view at first: the whole list may lie a province apart. */
const IN_VIEW = 6;

/** The language of the names in a picture, as `pictureSrc` asks for it. */
const localeAsked = (url: URL): Locale =>
	v.parse(v.fallback(v.picklist(LOCALES), 'nl'), url.searchParams.get('lang'));

/** What every picture of the directory has. */
export const pictureOf = (
	index: DirectoryIndex,
	url: URL
): Pick<OverviewPicture, 'participationByNis' | 'names' | 'title'> => {
	const locale = localeAsked(url);
	return {
		participationByNis: new Map(
			index.entries.map((entry) => [entry.municipality.nisCode, participationOf(entry)])
		),
		names: {
			locale,
			byNis: new Map(
				index.entries.map(({ municipality }) => [
					municipality.nisCode,
					municipalityName(municipality, locale)
				])
			)
		},
		title: 'Lokaal Vrijwilligen'
	};
};

/** The frame of a search on the home page that found a handful; null for the whole region. @param matching NIS codes */
export const directoryFrame = (matching: readonly string[] | null): Bounds | null =>
	matching && isFew(matching) ? (resultFrame(matching) ?? null) : null;

/** All desks there are, of some municipalities or of all; in the order of the map's data, by which it makes its rings. */
export const desksOfAll = (
	{ entries }: DirectoryIndex,
	matching: readonly string[] | null
): VolunteerDesk[] => {
	const shown = matching && new Set(matching);
	return entries.flatMap(({ municipality, desks }) =>
		!shown || shown.has(municipality.nisCode) ? desks : []
	);
};

/** The desks that were found, in the order of the page and of its map. */
export const desksFound = (found: FoundDesks): VolunteerDesk[] => desksOn(found).map(({ desk }) => desk);

/** The frame of an answer of the finder: the municipality asked, the place itself and the nearest desks; null without a place. */
export function finderFrame(found: FoundDesks): Bounds | null {
	const { asked } = found;
	if (!asked) return null;
	const spot = typedSpot(asked);
	const nearest = desksFound(found).slice(0, IN_VIEW);
	return (
		resultFrame(asked.entry ? [asked.entry.municipality.nisCode] : [], [
			...(spot ? [spot] : []),
			...nearest.map(({ lon, lat }) => [lon, lat] as const)
		]) ?? null
	);
}
