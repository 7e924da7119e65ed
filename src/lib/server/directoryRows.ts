import * as v from 'valibot';
import {
	KINDS,
	PROVINCES,
	WHEELCHAIR_ACCESS,
	type LocalGovernment,
	type Municipality,
	type PostalCode,
	type VolunteerDesk
} from '$lib/domain/directory';
import { canonicalLanguageTag } from '$lib/domain/languageTag';

/**
 * The columns that are asked for; what is not listed here never reaches the public copy. Plain strings: the types that
 * supabase-js would derive from them outgrow TypeScript, and the schemas below look at every row anyway.
 */
export const COLUMNS: Record<'municipality' | 'postal_code' | 'local_government' | 'volunteer_desk', string> =
	{
		municipality:
			'nis_code, slug, name_nl, name_fr, name_en, province_code, population, area_km2, lon, lat, valid_from, valid_to, succeeded_by, neighbours',
		postal_code: 'postcode, place_name, lang, kind, nis_code, lon, lat',
		local_government:
			'id, slug, kind, nis_code, name, kbo_number, ovo_number, website, phone, email, description, updated_at, participating_since, participating_until, is_example',
		volunteer_desk:
			'id, slug, local_government_id, name, street, postcode, place, lon, lat, phone, email, website, opening_hours, languages, wheelchair, verified_at, unconfirmed_since, location_approximate, description, updated_at, is_example'
	};

const text = v.nullable(v.string());
// PostgreSQL's numeric and bigint come as numbers or as text, by the driver underneath.
const number = v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.finite());
const instant = v.pipe(
	v.string(),
	v.transform((value) => new Date(value)),
	v.date(),
	v.transform((date) => date.toISOString())
);
const slugOfProvince = new Map<string, Municipality['province']>(
	PROVINCES.map(({ code, slug }) => [code, slug])
);
const province = v.pipe(
	v.string(),
	v.transform((code) => slugOfProvince.get(code)),
	v.nonOptional(v.optional(v.picklist(PROVINCES.map(({ slug }) => slug))))
);

/** `version` rises with every change; `changedAt` also tells a database that was made anew from the one before. */
export const versionRow = v.pipe(
	v.object({ version: number, changed_at: instant }),
	v.transform((row) => ({ version: row.version, changedAt: row.changed_at }))
);

export const municipalityRow = v.pipe(
	v.object({
		nis_code: v.string(),
		slug: v.string(),
		name_nl: v.string(),
		name_fr: text,
		name_en: text,
		province_code: province,
		population: v.nullable(number),
		area_km2: v.nullable(number),
		lon: v.nullable(number),
		lat: v.nullable(number),
		valid_from: text,
		valid_to: text,
		succeeded_by: text,
		neighbours: v.array(v.string())
	}),
	v.transform((row): Municipality => ({
		nisCode: row.nis_code,
		slug: row.slug,
		name: { nl: row.name_nl, fr: row.name_fr, en: row.name_en },
		province: row.province_code,
		population: row.population,
		areaKm2: row.area_km2,
		lon: row.lon,
		lat: row.lat,
		validFrom: row.valid_from,
		validTo: row.valid_to,
		succeededBy: row.succeeded_by,
		neighbours: row.neighbours
	}))
);

export const postalCodeRow = v.pipe(
	v.object({
		postcode: v.string(),
		place_name: v.string(),
		lang: v.picklist(['nl', 'fr']),
		kind: v.picklist(['gemeente', 'plaats', 'bijzonder']),
		nis_code: v.string(),
		lon: number,
		lat: number
	}),
	v.transform((row): PostalCode => ({
		postcode: row.postcode,
		placeName: row.place_name,
		lang: row.lang,
		special: row.kind === 'bijzonder',
		nisCode: row.nis_code,
		lon: row.lon,
		lat: row.lat
	}))
);

export const localGovernmentRow = v.pipe(
	v.object({
		id: v.string(),
		slug: v.string(),
		kind: v.picklist(KINDS),
		nis_code: v.string(),
		name: v.string(),
		kbo_number: text,
		ovo_number: text,
		website: text,
		phone: text,
		email: text,
		description: text,
		updated_at: instant,
		participating_since: text,
		participating_until: text,
		is_example: v.boolean()
	}),
	v.transform((row): { isExample: boolean; value: LocalGovernment } => ({
		isExample: row.is_example,
		value: {
			id: row.id,
			slug: row.slug,
			kind: row.kind,
			nisCode: row.nis_code,
			name: row.name,
			kboNumber: row.kbo_number,
			ovoNumber: row.ovo_number,
			website: row.website,
			phone: row.phone,
			email: row.email,
			description: row.description,
			participatingSince: row.participating_until === null ? row.participating_since : null,
			updatedAt: row.updated_at
		}
	}))
);

export const volunteerDeskRow = v.pipe(
	v.object({
		id: v.string(),
		slug: v.string(),
		local_government_id: v.string(),
		name: v.string(),
		street: v.string(),
		postcode: v.string(),
		place: v.string(),
		lon: number,
		lat: number,
		phone: text,
		email: text,
		website: text,
		opening_hours: text,
		// What is no language has no name on any page.
		languages: v.pipe(
			v.array(v.string()),
			v.filterItems((tag) => canonicalLanguageTag(tag) !== null)
		),
		wheelchair: v.nullable(v.picklist(WHEELCHAIR_ACCESS)),
		verified_at: v.nullable(instant),
		unconfirmed_since: v.nullable(instant),
		location_approximate: v.boolean(),
		description: text,
		updated_at: instant,
		is_example: v.boolean()
	}),
	v.transform((row): { isExample: boolean; value: VolunteerDesk } => ({
		isExample: row.is_example,
		value: {
			id: row.id,
			slug: row.slug,
			localGovernmentId: row.local_government_id,
			name: row.name,
			street: row.street,
			postcode: row.postcode,
			place: row.place,
			lon: row.lon,
			lat: row.lat,
			phone: row.phone,
			email: row.email,
			website: row.website,
			openingHours: row.opening_hours,
			languages: row.languages,
			wheelchair: row.wheelchair,
			verifiedAt: row.verified_at,
			unconfirmedSince: row.unconfirmed_since,
			locationApproximate: row.location_approximate,
			description: row.description,
			updatedAt: row.updated_at
		}
	}))
);
