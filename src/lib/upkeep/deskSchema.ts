/** The form of a desk: what is typed, and what it is in the database. */
import * as v from 'valibot';
import { WHEELCHAIR_ACCESS } from '$lib/domain/directory';
import { canonicalLanguageTag } from '$lib/domain/languageTag';
import { readablePhoneNumber, toE164 } from '$lib/domain/phoneNumber';
import { toWebAddress } from '$lib/domain/webAddress';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { DeskContent, Part } from './content';
import { orderedLanguages } from './languages';
import {
	carried,
	email,
	line,
	longText,
	orNothing,
	phone,
	revision,
	UPKEEP_LIMITS,
	website
} from './textFields';

export const WHEELCHAIR_ANSWERS = ['unknown', ...WHEELCHAIR_ACCESS] as const;
const MOST_LANGUAGES = 20;
const LONGEST_HOURS = 1_000;
/** A generous box around Belgium, as in the database: a pin outside it is a mistake. */
const LON = [2.3, 6.6] as const;
const LAT = [49.4, 51.7] as const;

/** "3,72" or "3.72"; null when it is no number. */
export function toDegrees(typed: string): number | null {
	const text = typed.trim().replace(',', '.');
	return /^-?\d{1,3}(\.\d{1,15})?$/.test(text) ? Number(text) : null;
}

const degrees = ([from, to]: readonly [number, number], invalid: () => string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.maxLength(30, invalid),
		v.transform((typed) => typed.trim().replace(',', '.')),
		v.check((typed) => {
			if (typed === '') return true;
			const value = toDegrees(typed);
			return value !== null && value >= from && value <= to;
		}, invalid)
	);

export const deskSchema = v.object({
	name: line(UPKEEP_LIMITS.name, m.upkeep_name_missing),
	street: line(UPKEEP_LIMITS.street, m.upkeep_street_missing),
	postcode: v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => typed.trim()),
		v.minLength(1, m.upkeep_postcode_missing),
		v.regex(/^[1-9]\d{3}$/, m.upkeep_postcode_invalid)
	),
	place: line(UPKEEP_LIMITS.place, m.upkeep_place_missing),
	/** Empty: the address tells. */
	lon: degrees(LON, m.upkeep_lon_invalid),
	lat: degrees(LAT, m.upkeep_lat_invalid),
	/** The pin that stands for the whole place, as "lon lat": it is one no more once it is moved. */
	approximateAt: carried(/^-?[\d.]{1,20} -?[\d.]{1,20}$/),
	phone,
	email,
	website,
	/** What the editor of the hours began with, in OpenStreetMap's `opening_hours` syntax; the server reads that editor. */
	openingHours: v.pipe(v.optional(v.string(), ''), v.maxLength(LONGEST_HOURS)),
	languages: v.pipe(
		v.optional(
			v.array(
				v.pipe(
					v.string(),
					v.check((tag) => canonicalLanguageTag(tag) === tag, m.upkeep_languages_invalid)
				)
			),
			[]
		),
		v.transform((tags: string[]) => orderedLanguages(tags)),
		v.minLength(1, m.upkeep_languages_missing),
		v.maxLength(MOST_LANGUAGES, m.upkeep_languages_many)
	),
	wheelchair: v.optional(v.picklist(WHEELCHAIR_ANSWERS, m.upkeep_wheelchair_invalid), 'unknown'),
	description: longText(UPKEEP_LIMITS.description),
	/** For who reviews it. */
	note: longText(UPKEEP_LIMITS.note),
	revision,
	/** The version before that one, while what changed in between has not been settled. */
	against: revision,
	/** The draft that goes on. */
	change: carried(/^[\da-f-]{36}$/)
});
export type DeskForm = v.InferOutput<typeof deskSchema>;

/** Where an error belongs, and what a summary links to, in the order of the page. */
export const DESK_FIELDS = [
	'name',
	'street',
	'postcode',
	'place',
	'lon',
	'lat',
	'phone',
	'email',
	'website',
	'languages',
	'wheelchair',
	'description',
	'note'
] as const satisfies readonly (keyof DeskForm)[];

export const EMPTY_DESK: DeskForm = {
	name: '',
	street: '',
	postcode: '',
	place: '',
	lon: '',
	lat: '',
	approximateAt: '',
	phone: '',
	email: '',
	website: '',
	openingHours: '',
	languages: ['nl'],
	wheelchair: 'unknown',
	description: '',
	note: '',
	revision: '0',
	against: '',
	change: ''
};

/** The fields of the form as the database has them; of a draft, also what is not right yet. */
export function contentOfForm(form: DeskForm): DeskContent {
	const lon = toDegrees(form.lon);
	const lat = toDegrees(form.lat);
	return {
		name: form.name,
		street: form.street,
		postcode: form.postcode,
		place: form.place,
		lon,
		lat,
		location_approximate: form.approximateAt !== '' && form.approximateAt === `${lon} ${lat}`,
		phone: orNothing(toE164(form.phone) ?? form.phone),
		email: orNothing(form.email),
		website: orNothing(form.website === '' ? '' : (toWebAddress(form.website) ?? form.website)),
		opening_hours: orNothing(form.openingHours),
		languages: orderedLanguages(form.languages),
		wheelchair: form.wheelchair === 'unknown' ? null : form.wheelchair,
		description: orNothing(form.description)
	};
}

type ContentFields = Omit<DeskForm, 'note' | 'revision' | 'against' | 'change'>;

/** The fields that show a content. */
export function formOfContent(content: DeskContent): ContentFields {
	return {
		name: content.name,
		street: content.street,
		postcode: content.postcode,
		place: content.place,
		lon: content.lon?.toString() ?? '',
		lat: content.lat?.toString() ?? '',
		approximateAt: content.location_approximate ? `${content.lon} ${content.lat}` : '',
		phone: content.phone === null ? '' : readablePhoneNumber(content.phone),
		email: content.email ?? '',
		website: content.website ?? '',
		openingHours: content.opening_hours ?? '',
		languages: content.languages,
		wheelchair: WHEELCHAIR_ANSWERS.find((answer) => answer === content.wheelchair) ?? 'unknown',
		description: content.description ?? ''
	};
}

/** The fields in which a part is typed; the first is where it begins. */
export const FIELDS_OF_PART = {
	name: ['name'],
	address: ['street', 'postcode', 'place'],
	pin: ['lon', 'lat', 'approximateAt'],
	phone: ['phone'],
	email: ['email'],
	website: ['website'],
	hours: ['openingHours'],
	languages: ['languages'],
	wheelchair: ['wheelchair'],
	description: ['description']
} as const satisfies Readonly<Record<Part, readonly (keyof ContentFields)[]>>;

/** The form with some parts as a content has them; what is typed in the others stays to the letter. */
export function withParts(form: DeskForm, parts: readonly Part[], content: DeskContent): DeskForm {
	const fields = formOfContent(content);
	const chosen = parts.flatMap((part): readonly (keyof ContentFields)[] => FIELDS_OF_PART[part]);
	return { ...form, ...Object.fromEntries(chosen.map((field) => [field, fields[field]])) };
}
