/**
 * The public directory as one value: what any visitor may know, at one version of the database.
 * Everything the public pages, the map and the API show is computed from a `Directory`.
 */
import type { VolunteerDesk } from '../desk/fields.ts';
import type { LocalGovernment } from '../government/fields.ts';

export type { VolunteerDesk, WheelchairAccess } from '../desk/fields.ts';
export { KINDS, type LocalGovernment, type LocalGovernmentKind } from '../government/fields.ts';

export const LOCALES = ['nl', 'fr', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Five Flemish provinces; the Brussels-Capital Region has none and stands beside them under its region. */
export const PROVINCES = [
	{ code: '10000', slug: 'antwerpen' },
	{ code: '70000', slug: 'limburg' },
	{ code: '40000', slug: 'oost-vlaanderen' },
	{ code: '20001', slug: 'vlaams-brabant' },
	{ code: '30000', slug: 'west-vlaanderen' },
	{ code: '04000', slug: 'brussel' }
] as const;
export type ProvinceSlug = (typeof PROVINCES)[number]['slug'];
export const PROVINCE_SLUGS = PROVINCES.map(({ slug }) => slug);

export interface Municipality {
	/** NIS code of Statbel's REFNIS, 5 digits, kept as text. */
	nisCode: string;
	slug: string;
	/** Dutch always; French and English only where a name of its own exists in that language. */
	name: { nl: string; fr: string | null; en: string | null };
	province: ProvinceSlug;
	/** Inhabitants on `populationDate`; null for a former municipality. */
	population: number | null;
	areaKm2: number | null;
	/** Centre of the main town, WGS84 degrees; null for a former municipality. */
	lon: number | null;
	lat: number | null;
	/** ISO dates; null = before the records start / still in force. */
	validFrom: string | null;
	validTo: string | null;
	/** NIS code of the municipality this one merged into. */
	succeededBy: string | null;
	/** NIS codes of the municipalities that share a border with it. */
	neighbours: string[];
}

export interface PostalCode {
	/** 4 digits, kept as text. */
	postcode: string;
	placeName: string;
	/** Language of `placeName`; Dutch also where both languages have the same name. */
	lang: 'nl' | 'fr';
	/** True for the code of one large organisation, of which `placeName` is the name rather than that of a place. */
	special: boolean;
	/** NIS code of the current municipality. */
	nisCode: string;
	lon: number;
	lat: number;
}

export interface Directory {
	/** Rises by at least one with every change of a public row. */
	version: number;
	/** ISO instant of that change. */
	changedAt: string;
	/** True when the invented example participants are loaded. */
	hasExampleData: boolean;
	/** Current and former municipalities. */
	municipalities: Municipality[];
	postalCodes: PostalCode[];
	localGovernments: LocalGovernment[];
	desks: VolunteerDesk[];
}
