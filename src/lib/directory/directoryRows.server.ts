/** The rows that make up the public copy; what is not listed here never reaches it. */
import * as v from 'valibot';
import { DESK_FIELDS } from '$lib/domain/desk/fields';
import { PROVINCES, type Municipality, type PostalCode } from '$lib/domain/directory/directory';
import {
	publicFields,
	type FieldDescription,
	type Fields,
	type PublicValues
} from '$lib/domain/content/fields';
import { GOVERNMENT_FIELDS } from '$lib/domain/government/fields';
import { canonicalLanguageTag } from '$lib/domain/text/languageTag';
import { columnsOf, instant, number, rowSchema } from '$lib/base/database/row.server';
import { asNeeded, STORED } from '$lib/base/database/storedFields.server';

const text = v.nullable(v.string());
const slugOfProvince = new Map<string, Municipality['province']>(
	PROVINCES.map(({ code, slug }) => [code, slug])
);
const province = v.pipe(
	v.string(),
	v.transform((code) => slugOfProvince.get(code)),
	v.nonOptional(v.optional(v.picklist(PROVINCES.map(({ slug }) => slug))))
);

// What is no language has no name on any page.
const languages = v.pipe(
	v.array(v.string()),
	v.filterItems((tag) => canonicalLanguageTag(tag) !== null)
);

/** As any page can show it. */
function shownField(field: FieldDescription): v.GenericSchema {
	if (field.kind === 'languages') return languages;
	return asNeeded(field.kind === 'choice' ? v.picklist(field.choices ?? []) : STORED[field.kind], field);
}

type PublicEntries<Of extends Fields> = {
	[Field in keyof PublicValues<Of>]: v.GenericSchema<unknown, PublicValues<Of>[Field]>;
};

const publicEntries = <Of extends Fields>(fields: Of): PublicEntries<Of> =>
	Object.fromEntries(
		publicFields(fields).map((field) => [field, shownField(fields[field] as FieldDescription)])
	) as PublicEntries<Of>;

const version = { version: number, changedAt: instant };
const municipality = {
	nisCode: v.string(),
	slug: v.string(),
	nameNl: v.string(),
	nameFr: text,
	nameEn: text,
	provinceCode: province,
	population: v.nullable(number),
	areaKm2: v.nullable(number),
	lon: v.nullable(number),
	lat: v.nullable(number),
	validFrom: text,
	validTo: text,
	succeededBy: text,
	neighbours: v.array(v.string())
};
const postalCode = {
	postcode: v.string(),
	placeName: v.string(),
	lang: v.picklist(['nl', 'fr']),
	kind: v.picklist(['gemeente', 'plaats', 'bijzonder']),
	nisCode: v.string(),
	lon: number,
	lat: number
};
const isExample = v.boolean();
const localGovernment = { ...publicEntries(GOVERNMENT_FIELDS), participatingUntil: text, isExample };
const volunteerDesk = { ...publicEntries(DESK_FIELDS), isExample };

/**
 * The columns that are asked for. Plain strings: the types that supabase-js would derive from them outgrow TypeScript, and
 * the schemas below look at every row anyway.
 */
export const COLUMNS = {
	municipality: columnsOf(municipality),
	postal_code: columnsOf(postalCode),
	local_government: columnsOf(localGovernment),
	volunteer_desk: columnsOf(volunteerDesk)
};

/** `version` rises with every change; `changedAt` also tells a database that was made anew from the one before. */
export const versionRow = rowSchema(version);

export const municipalityRow = v.pipe(
	rowSchema(municipality),
	v.transform(({ nisCode, slug, nameNl, nameFr, nameEn, provinceCode, ...rest }): Municipality => ({
		nisCode,
		slug,
		name: { nl: nameNl, fr: nameFr, en: nameEn },
		province: provinceCode,
		...rest
	}))
);

export const postalCodeRow = v.pipe(
	rowSchema(postalCode),
	v.transform(({ kind, ...row }): PostalCode => ({ ...row, special: kind === 'bijzonder' }))
);

export const localGovernmentRow = v.pipe(
	rowSchema(localGovernment),
	v.transform(({ isExample, participatingUntil, ...row }) => ({
		isExample,
		value: { ...row, participatingSince: participatingUntil === null ? row.participatingSince : null }
	}))
);

export const volunteerDeskRow = v.pipe(
	rowSchema(volunteerDesk),
	v.transform(({ isExample, ...value }) => ({ isExample, value }))
);
