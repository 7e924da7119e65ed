import type { Feature, Point } from 'geojson';
import type { Directory, LocalGovernment } from '$lib/domain/directory/directory';
import {
	participationOf,
	type DirectoryIndex,
	type MunicipalityEntry
} from '$lib/domain/directory/directoryIndex';
import { deskProperties, type ToldDesk } from './deskDocument.server';
import { EXAMPLE_NOTICE } from './endpoint.server';
import { ATTRIBUTION, LICENCE } from './licence.server';

/** What every document says about where it comes from. `notice` is there only when there is something to say. */
export function provenance({ version, changedAt, hasExampleData }: Directory) {
	return {
		version,
		changedAt,
		license: LICENCE.url,
		attribution: ATTRIBUTION,
		...(hasExampleData ? { notice: EXAMPLE_NOTICE } : {})
	};
}

/** The body of a GeoJSON answer (RFC 7946), with provenance as foreign members. */
export function featureCollection(directory: Directory, features: Feature<Point>[]): string {
	return JSON.stringify({ type: 'FeatureCollection', ...provenance(directory), features });
}

/**
 * Those that take part, in name order; a gemeente and its OCMW share the centre of their municipality as point.
 * @param origin of the site, such as `https://example.org`
 */
export function localGovernmentFeatures(
	{ directory, entries }: DirectoryIndex,
	origin: string
): Feature<Point>[] {
	const deskCounts = new Map<string, number>();
	for (const { localGovernmentId } of directory.desks) {
		deskCounts.set(localGovernmentId, (deskCounts.get(localGovernmentId) ?? 0) + 1);
	}
	return entries.flatMap((entry) =>
		[entry.gemeente, entry.ocmw]
			.filter((government) => government !== null)
			.filter((government) => government.participatingSince !== null)
			.map((government) => ({
				type: 'Feature',
				id: government.id,
				geometry: { type: 'Point', coordinates: [entry.municipality.lon, entry.municipality.lat] },
				properties: governmentProperties(entry, government, {
					origin,
					deskCount: deskCounts.get(government.id) ?? 0
				})
			}))
	);
}

/** In the order of the documents. */
export const GOVERNMENT_TABLE = [
	'id',
	'slug',
	'url',
	'name',
	'kind',
	'nisCode',
	'municipality',
	'province',
	'participatingSince',
	'website',
	'deskCount'
] as const;

function governmentProperties(
	{ municipality }: MunicipalityEntry,
	government: LocalGovernment,
	{ origin, deskCount }: { origin: string; deskCount: number }
): Record<(typeof GOVERNMENT_TABLE)[number], unknown> {
	const { id, slug, name, kind, nisCode, participatingSince, website } = government;
	return {
		id,
		slug,
		url: `${origin}/besturen/${municipality.slug}#${kind}`,
		name,
		kind,
		nisCode,
		municipality: municipality.name.nl,
		province: municipality.province,
		participatingSince,
		website,
		deskCount
	};
}

export function deskFeature(of: ToldDesk, distanceMetres?: number): Feature<Point> {
	const properties = deskProperties(of);
	return {
		type: 'Feature',
		id: of.desk.id,
		geometry: { type: 'Point', coordinates: [of.desk.lon, of.desk.lat] },
		properties: distanceMetres === undefined ? properties : { ...properties, distanceMetres }
	};
}

/** All municipalities in force, in order of their Dutch name. */
export function municipalitiesDocument({ directory, entries }: DirectoryIndex): string {
	const municipalities = entries.map((entry) => {
		const { nisCode, slug, name, province, population } = entry.municipality;
		const participation = participationOf(entry);
		return {
			nisCode,
			slug,
			name: name.nl,
			nameFr: name.fr,
			nameEn: name.en,
			province,
			population,
			participating: participation !== 'none',
			participatingKinds:
				participation === 'both' ? ['gemeente', 'ocmw'] : participation === 'none' ? [] : [participation],
			mergedFrom: entry.mergedFrom.map((former) => former.nisCode)
		};
	});
	return JSON.stringify({ ...provenance(directory), municipalities });
}
