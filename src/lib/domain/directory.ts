/**
 * The public directory as one value: what any visitor may know, at one version of the database.
 * Everything the public pages, the map and the API show is computed from a `Directory`.
 */

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

export const KINDS = ['gemeente', 'ocmw'] as const;
/** A municipality's own administration, or its public centre for social welfare. */
export type LocalGovernmentKind = (typeof KINDS)[number];

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

export interface LocalGovernment {
	id: string;
	slug: string;
	kind: LocalGovernmentKind;
	nisCode: string;
	/** As the body calls itself, in Dutch: "Gemeente Gent", "OCMW Gent". */
	name: string;
	/** Number in the Crossroads Bank for Enterprises, 10 digits. */
	kboNumber: string | null;
	ovoNumber: string | null;
	website: string | null;
	/** General contact of the body. E.164. */
	phone: string | null;
	email: string | null;
	/** Plain text with line breaks. */
	description: string | null;
	/** ISO date since when it takes part; null = it does not (or no longer) take part. */
	participatingSince: string | null;
	/** ISO instant. */
	updatedAt: string;
}

export const WHEELCHAIR_ACCESS = ['yes', 'limited', 'no'] as const;
export type WheelchairAccess = (typeof WHEELCHAIR_ACCESS)[number];

/** A *vrijwilligersloket*: where a volunteer can walk in or call. Only published desks are in a directory. */
export interface VolunteerDesk {
	id: string;
	slug: string;
	localGovernmentId: string;
	name: string;
	street: string;
	postcode: string;
	place: string;
	/** WGS84 degrees. */
	lon: number;
	lat: number;
	/** The pin is that of the municipality: nobody has set it yet. */
	locationApproximate: boolean;
	/** E.164. */
	phone: string | null;
	email: string | null;
	website: string | null;
	/** OpenStreetMap `opening_hours` syntax. */
	openingHours: string | null;
	/** BCP 47 tags of the languages spoken at the desk. */
	languages: string[];
	wheelchair: WheelchairAccess | null;
	/** ISO instant of the last time its owner confirmed the data. */
	verifiedAt: string | null;
	/** ISO instant since which its owner did not answer whether this is still true; null = nothing to say. */
	unconfirmedSince: string | null;
	/** Plain text with line breaks. */
	description: string | null;
	/** ISO instant. */
	updatedAt: string;
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
