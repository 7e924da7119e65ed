import { neighbors } from 'topojson-client';
import { slugOf } from '../../src/lib/domain/text/slug.ts';
import { ENGLISH_NAMES } from './englishNames.ts';
import { emailDomainsOf } from './names.ts';
import type { PostcodeRow, Sources } from './sources.ts';

/** Columns of `municipality`; the current ones have a point and a population, the former ones a successor. */
export interface MunicipalityRecord {
	nisCode: string;
	slug: string;
	nameNl: string;
	nameFr: string | null;
	nameEn: string | null;
	provinceCode: string;
	population: number | null;
	populationDate: string | null;
	areaKm2: number | null;
	lon: number | null;
	lat: number | null;
	validFrom: string | null;
	validTo: string | null;
	succeededBy: string | null;
	neighbours: string[];
}

/** Columns of `local_government` that come from the official sources. */
export interface LocalGovernmentRecord {
	slug: string;
	kind: 'gemeente' | 'ocmw';
	nisCode: string;
	name: string;
	kboNumber: string | null;
	ovoNumber: string | null;
	website: string | null;
	/** E.164. */
	phone: string | null;
	emailDomains: string[];
}

export interface Records {
	/** Former ones first: they must have ended before a successor may carry the same slug. */
	municipalities: MunicipalityRecord[];
	postalCodes: PostcodeRow[];
	localGovernments: LocalGovernmentRecord[];
}

/** What the database's reference tables hold, in a fixed order. */
export function recordsOf(sources: Sources): Records {
	return {
		municipalities: [...formerMunicipalities(sources), ...currentMunicipalities(sources)],
		postalCodes: sources.postcodes.toSorted(
			(a, b) => order(a.postcode, b.postcode) || order(a.place_name, b.place_name) || order(a.lang, b.lang)
		),
		localGovernments: localGovernments(sources)
	};
}

/** Code point order: the same on every machine, whatever its locale. */
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function currentMunicipalities({ municipalities, topology }: Sources): MunicipalityRecord[] {
	const geometries = topology.objects.municipalities.geometries;
	const codes = geometries.map((geometry) => geometry.properties.nis_code);
	const neighbours = new Map(
		neighbors(geometries).map((indexes, i) => [
			codes[i],
			indexes.map((index) => codes[index] ?? '').sort(order)
		])
	);
	return municipalities
		.map((row) => ({
			nisCode: row.nis_code,
			slug: slugOf(row.name_nl),
			nameNl: row.name_nl,
			nameFr: row.name_fr,
			nameEn: ENGLISH_NAMES[row.nis_code] ?? null,
			provinceCode: row.province_nis,
			population: row.population,
			populationDate: row.population_date,
			areaKm2: row.area_km2,
			lon: row.centroid_lon,
			lat: row.centroid_lat,
			// A code that was there before the merger only grew: Antwerpen in 2025.
			validFrom: row.merged_from.some((former) => former.nisCode === row.nis_code)
				? null
				: row.merged_year && `${row.merged_year}-01-01`,
			validTo: null,
			succeededBy: null,
			neighbours: neighbours.get(row.nis_code) ?? []
		}))
		.sort((a, b) => order(a.nisCode, b.nisCode));
}

function formerMunicipalities({ municipalities }: Sources): MunicipalityRecord[] {
	return municipalities
		.flatMap((successor) =>
			successor.merged_from
				.filter(({ nisCode }) => nisCode !== successor.nis_code)
				.map(({ nisCode, name }) => ({
					nisCode,
					slug: slugOf(name),
					nameNl: name,
					nameFr: null,
					nameEn: null,
					provinceCode: successor.province_nis,
					population: null,
					populationDate: null,
					areaKm2: null,
					lon: null,
					lat: null,
					validFrom: null,
					validTo: `${successor.merged_year}-01-01`,
					succeededBy: successor.nis_code,
					neighbours: []
				}))
		)
		.sort((a, b) => order(a.nisCode, b.nisCode));
}

function localGovernments({ municipalities, localGovernments, contacts }: Sources): LocalGovernmentRecord[] {
	const contactOf = (nisCode: string, kind: 'gemeente' | 'ocmw') =>
		contacts.find(({ nis_code, type }) => nis_code === nisCode && type === kind);
	const slugs = new Map(municipalities.map((row) => [row.nis_code, slugOf(row.name_nl)]));
	const flemish = localGovernments.map((row) => ({
		slug: `${row.type}-${slugs.get(row.nis_code)}`,
		kind: row.type,
		nisCode: row.nis_code,
		name: row.name,
		kboNumber: row.kbo,
		ovoNumber: row.ovo,
		website: row.website ?? contactOf(row.nis_code, row.type)?.website ?? null,
		phone: contactOf(row.nis_code, row.type)?.phone ?? null,
		// Of the official source only: who has an address there is taken for somebody of that body.
		emailDomains: emailDomainsOf(row.website)
	}));
	// The sources do not list the bodies in Brussels: a row for each, without numbers.
	const brussels = municipalities
		.filter((row) => row.region_nl === 'Brussels Hoofdstedelijk Gewest')
		.flatMap((row) =>
			(['gemeente', 'ocmw'] as const).map((kind) => ({
				slug: `${kind}-${slugs.get(row.nis_code)}`,
				kind,
				nisCode: row.nis_code,
				name: `${kind === 'ocmw' ? 'OCMW' : 'Gemeente'} ${row.name_nl}`,
				kboNumber: null,
				ovoNumber: null,
				website: contactOf(row.nis_code, kind)?.website ?? null,
				phone: contactOf(row.nis_code, kind)?.phone ?? null,
				emailDomains: []
			}))
		);
	return [...flemish, ...brussels].sort((a, b) => order(a.nisCode, b.nisCode) || order(a.kind, b.kind));
}
