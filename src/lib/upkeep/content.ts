/**
 * What editors keep of a desk and of a government's page, under the names that drafts and history have in the database.
 * An unfinished draft holds what was typed, so texts may be empty and values may be none that the public would see.
 */
import * as v from 'valibot';

const text = v.fallback(v.string(), '');
const optionalText = v.fallback(v.nullable(v.string()), null);
const degrees = v.fallback(v.nullable(v.number()), null);

export const deskContent = v.object({
	name: text,
	street: text,
	postcode: text,
	place: text,
	/** WGS84 degrees; null in a draft without a pin. */
	lon: degrees,
	lat: degrees,
	location_approximate: v.fallback(v.boolean(), false),
	phone: optionalText,
	email: optionalText,
	website: optionalText,
	opening_hours: optionalText,
	languages: v.fallback(v.array(v.string()), []),
	wheelchair: optionalText,
	description: optionalText
});
export type DeskContent = v.InferOutput<typeof deskContent>;

export const governmentContent = v.object({
	website: optionalText,
	phone: optionalText,
	email: optionalText,
	description: optionalText
});
export type GovernmentContent = v.InferOutput<typeof governmentContent>;

export const SUBJECTS = ['government', 'desk'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What is read, compared and chosen as one, with the names it is stored under, in the order of the forms. */
export const DESK_PARTS = {
	name: ['name'],
	address: ['street', 'postcode', 'place'],
	pin: ['lon', 'lat', 'location_approximate'],
	phone: ['phone'],
	email: ['email'],
	website: ['website'],
	hours: ['opening_hours'],
	languages: ['languages'],
	wheelchair: ['wheelchair'],
	description: ['description']
} as const satisfies Record<string, readonly (keyof DeskContent)[]>;

export const GOVERNMENT_PARTS = {
	website: ['website'],
	phone: ['phone'],
	email: ['email'],
	description: ['description']
} as const satisfies Record<string, readonly (keyof GovernmentContent)[]>;

/** Of a desk; those of a government are among them. */
export type Part = keyof typeof DESK_PARTS;
export type GovernmentPart = keyof typeof GOVERNMENT_PARTS;

export type Parts<Content> = Readonly<Partial<Record<Part, readonly (keyof Content)[]>>>;

/** The parts that a content has, in order. */
export const partsOf = <Content>(parts: Parts<Content>): Part[] => Object.keys(parts) as Part[];
