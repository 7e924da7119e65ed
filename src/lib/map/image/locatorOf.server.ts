import {
	participationOf,
	type DirectoryIndex,
	type MunicipalityEntry
} from '$lib/domain/directory/directoryIndex';
import { municipalityName } from '$lib/domain/directory/municipalityName';
import type { Locale } from '$lib/domain/directory/directory';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { LocatorPicture } from './locator.server';

/** One municipality among its neighbours, with their names in one language and all desks. */
export const locatorOf = (
	{ entries, directory }: DirectoryIndex,
	{ municipality }: MunicipalityEntry,
	locale: Locale
): LocatorPicture => ({
	nisCode: municipality.nisCode,
	neighbours: municipality.neighbours,
	participationByNis: new Map(entries.map((one) => [one.municipality.nisCode, participationOf(one)])),
	names: new Map(
		entries.map((one) => [one.municipality.nisCode, municipalityName(one.municipality, locale)])
	),
	locale,
	desks: directory.desks,
	title: municipalityName(municipality, locale),
	credit: m.map_ground_attribution_short({}, { locale })
});
