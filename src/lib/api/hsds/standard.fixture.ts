/**
 * The Human Services Data Specification 3.1 as far as we use it, restated from its published JSON schemas: which fields
 * each object has, which of them it must have, and their formats. A field that the standard does not have is refused.
 */
import * as v from 'valibot';

const id = v.pipe(v.string(), v.uuid());
const text = v.pipe(v.string(), v.nonEmpty());
const uri = v.pipe(v.string(), v.url());
const email = v.pipe(v.string(), v.email());
const date = v.pipe(v.string(), v.isoDate());
/** "Should have millisecond accuracy." */
const instant = v.pipe(v.string(), v.isoTimestamp(), v.regex(/\.\d{3}Z$/));
/** "Should include timezone information": an hour without it is taken for UTC. */
const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d[+-]\d\d:\d\d$/));
const optional = v.optional;

const taxonomy = v.strictObject({ id, name: text, description: text, uri: optional(uri) });

const taxonomyTerm = v.strictObject({
	id,
	name: text,
	description: text,
	code: optional(text),
	parent_id: optional(id),
	taxonomy: optional(text),
	taxonomy_id: optional(id),
	language: optional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/))),
	term_uri: optional(uri)
});

const attributes = v.array(
	v.strictObject({
		id,
		link_id: optional(id),
		link_entity: optional(text),
		link_type: optional(text),
		taxonomy_term_id: optional(id),
		value: optional(text),
		label: optional(text),
		taxonomy_term: optional(taxonomyTerm)
	})
);

const phones = v.array(
	v.strictObject({
		id,
		organization_id: optional(id),
		service_id: optional(id),
		location_id: optional(id),
		number: v.pipe(v.string(), v.regex(/^\+[1-9]\d{6,14}$/)),
		type: optional(v.picklist(['text', 'voice', 'fax', 'cell', 'video', 'pager', 'textphone'])),
		description: optional(text)
	})
);

const languages = v.array(
	v.strictObject({
		id,
		service_id: optional(id),
		location_id: optional(id),
		name: optional(text),
		code: optional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/))),
		note: optional(text)
	})
);

const weekdays = /^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$/;
export const schedule = v.strictObject({
	id,
	service_id: optional(id),
	location_id: optional(id),
	valid_from: optional(date),
	valid_to: optional(date),
	freq: optional(v.picklist(['WEEKLY', 'MONTHLY'])),
	byday: optional(v.pipe(v.string(), v.regex(weekdays))),
	opens_at: optional(time),
	closes_at: optional(time),
	description: optional(text),
	notes: optional(text)
});

const serviceAreas = v.array(
	v.strictObject({ id, service_id: optional(id), name: optional(text), description: optional(text) })
);

const addresses = v.array(
	v.strictObject({
		id,
		location_id: optional(id),
		address_1: text,
		address_2: optional(text),
		city: text,
		region: optional(text),
		state_province: text,
		postal_code: text,
		country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
		address_type: v.picklist(['physical', 'postal', 'virtual'])
	})
);

const accessibility = v.array(
	v.strictObject({
		id,
		location_id: optional(id),
		description: optional(text),
		details: optional(text),
		url: optional(uri)
	})
);

const identifiers = v.array(
	v.strictObject({
		id,
		organization_id: optional(id),
		identifier_scheme: optional(text),
		identifier_type: text,
		identifier: text
	})
);

const locationFields = {
	id,
	location_type: v.picklist(['physical', 'postal', 'virtual']),
	organization_id: optional(id),
	name: optional(text),
	description: optional(text),
	latitude: optional(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))),
	longitude: optional(v.pipe(v.number(), v.minValue(-180), v.maxValue(180))),
	attributes: optional(attributes)
};
const location = v.strictObject(locationFields);
const fullLocation = v.strictObject({ ...locationFields, addresses, accessibility });

const organizationFields = {
	id,
	name: text,
	description: text,
	email: optional(email),
	website: optional(uri),
	uri: optional(uri)
};
const organizationOwn = {
	...organizationFields,
	phones,
	organization_identifiers: identifiers,
	attributes
};

const serviceFields = {
	id,
	organization_id: id,
	name: text,
	description: optional(text),
	url: optional(uri),
	email: optional(email),
	status: v.picklist(['active', 'inactive', 'defunct', 'temporarily closed']),
	assured_date: optional(date),
	alert: optional(text),
	last_modified: instant
};
const serviceOwn = {
	...serviceFields,
	phones,
	languages,
	schedules: v.array(schedule),
	service_areas: serviceAreas
};

const linkFields = { id, service_id: id, location_id: id };

export const listed = {
	services: v.strictObject({ ...serviceFields, organization: v.strictObject(organizationFields) }),
	organizations: v.strictObject(organizationFields),
	service_at_locations: v.strictObject({ ...linkFields, location, service: v.strictObject(serviceFields) }),
	taxonomies: taxonomy,
	taxonomy_terms: taxonomyTerm
};

export const full = {
	services: v.strictObject({
		...serviceOwn,
		organization: v.strictObject(organizationOwn),
		service_at_locations: v.array(v.strictObject({ ...linkFields, location: fullLocation }))
	}),
	organizations: v.strictObject({
		...organizationOwn,
		locations: v.array(fullLocation),
		services: v.array(v.union([v.strictObject(serviceFields), v.strictObject(serviceOwn)]))
	}),
	service_at_locations: v.strictObject({
		...linkFields,
		location: fullLocation,
		service: v.strictObject({ ...serviceOwn, organization: v.strictObject(organizationOwn) })
	}),
	taxonomies: taxonomy,
	taxonomy_terms: taxonomyTerm
};

export const page = <Item extends v.GenericSchema>(item: Item) =>
	v.strictObject({
		total_items: v.number(),
		total_pages: v.number(),
		page_number: v.number(),
		size: v.number(),
		first_page: v.boolean(),
		last_page: v.boolean(),
		empty: v.boolean(),
		contents: v.array(item)
	});

export const about = v.strictObject({
	version: text,
	profile: uri,
	openapi_url: uri,
	description: optional(text)
});
