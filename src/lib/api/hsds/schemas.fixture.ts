/**
 * The JSON Schemas of the Human Services Data Specification 3.1 for the objects that we tell, and for its pages: every field
 * that each has there, with its type and format, those that it must have, and no others. A shorter writing of the schemas that
 * Open Referral publishes (openreferral/specification, `schema/*.json`, CC BY-SA 4.0): service, schedule, location and
 * service_area were compared with those of 3.2, the others with those of 3.0; objects that we never tell (programs, contacts, funding, costs, metadata) are left out. Where its words say
 * "should", we keep to it: hours with their offset, moments to the millisecond, countries by two letters.
 * https://docs.openreferral.org/en/3.1/hsds/schema_reference.html
 */
import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020.js';
import type { ListName } from './parameters.server';

const KINDS = {
	id: { type: 'string', format: 'uuid' },
	text: { type: 'string', minLength: 1 },
	date: { type: 'string', format: 'date' },
	instant: { type: 'string', format: 'date-time', pattern: '\\.\\d{3}Z$' },
	time: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d([+-]\\d\\d:\\d\\d|Z)$' },
	byday: { type: 'string', pattern: '^(-?\\d)?(MO|TU|WE|TH|FR|SA|SU)(,(-?\\d)?(MO|TU|WE|TH|FR|SA|SU))*$' },
	country: { type: 'string', pattern: '^[A-Z]{2}$' },
	flag: { type: 'boolean' },
	any: {},
	uri: { type: 'string', format: 'uri' },
	email: { type: 'string', format: 'email' },
	number: { type: 'number' },
	location_type: { enum: ['physical', 'postal', 'virtual'] },
	status: { enum: ['active', 'inactive', 'defunct', 'temporarily closed'] },
	freq: { enum: ['WEEKLY', 'MONTHLY'] },
	weekday: { enum: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] },
	extent_type: { enum: ['geojson', 'topojson', 'kml', 'text'] }
} as const;

/** `name:kind`; without a kind an identifier where the name ends so, else text; `[object]` is a list of them, `{object}` one; with `!` it must be there. */
const OBJECTS = {
	service:
		'id:id! organization_id program_id name! alternate_name description url:uri additional_urls:[url] email:email ' +
		'status:status! interpretation_services application_process fees_description wait_time fees accreditations ' +
		'eligibility_description minimum_age:number maximum_age:number assured_date:date assurer_email:email licenses alert ' +
		'last_modified:instant phones:[phone] schedules:[schedule] service_areas:[service_area] ' +
		'service_at_locations:[service_at_location] languages:[language] organization:{organization} ' +
		'attributes:[attribute]',
	organization:
		'id:id! name! alternate_name description! email:email website:uri additional_websites:[url] tax_status tax_id ' +
		'year_incorporated:number legal_status logo uri:uri parent_organization_id phones:[phone] locations:[location] ' +
		'services:[service] organization_identifiers:[organization_identifier] attributes:[attribute]',
	service_at_location:
		'id:id! service_id location_id description service_areas:[service_area] phones:[phone] schedules:[schedule] ' +
		'location:{location} service:{service} attributes:[attribute]',
	location:
		'id:id! location_type:location_type! url:uri organization_id name alternate_name description transportation ' +
		'latitude:number longitude:number external_identifier external_identifier_type languages:[language] ' +
		'addresses:[address] accessibility:[accessibility] phones:[phone] schedules:[schedule] attributes:[attribute]',
	address:
		'id:id! location_id attention address_1! address_2 city! region state_province! postal_code! country:country! ' +
		'address_type:location_type! attributes:[attribute]',
	phone:
		'id:id! location_id service_id organization_id contact_id service_at_location_id number! extension:number type ' +
		'description languages:[language] attributes:[attribute]',
	schedule:
		'id:id! service_id location_id service_at_location_id valid_from:date valid_to:date dtstart:date timezone:number until:date ' +
		'count:number wkst:weekday freq:freq interval:number byday:byday byweekno bymonthday byyearday description opens_at:time ' +
		'closes_at:time schedule_link:uri attending_type notes attributes:[attribute]',
	service_area:
		'id:id! service_id service_at_location_id name description extent extent_type:extent_type uri:uri ' +
		'attributes:[attribute]',
	language: 'id:id! service_id location_id phone_id name code note attributes:[attribute]',
	accessibility: 'id:id! location_id description details url:uri attributes:[attribute]',
	organization_identifier:
		'id:id! organization_id identifier_scheme identifier_type! identifier! attributes:[attribute]',
	attribute:
		'id:id! link_id:id taxonomy_term_id:id link_type link_entity value taxonomy_term:{taxonomy_term} label',
	taxonomy: 'id:id! name! description! uri:uri version',
	taxonomy_term:
		'id:id! code name! description! parent_id taxonomy taxonomy_detail:{taxonomy} language taxonomy_id term_uri:uri',
	url: 'id:id! label url:uri! organization_id service_id attributes:[attribute]',
	page:
		'total_items:number! total_pages:number! page_number:number! size:number! first_page:flag! last_page:flag! ' +
		'empty:flag! contents:any!',
	about: 'version! profile:uri! openapi_url:uri! description'
} as const;

export type HsdsObject = keyof typeof OBJECTS;

const ref = (name: string) => ({ $ref: `#/$defs/${name}` });

function fieldOf(written: string): [name: string, schema: object] {
	const [name = '', told] = written.replace('!', '').split(':');
	const kind = told ?? (/_id$/.test(name) && name !== 'tax_id' ? 'id' : 'text');
	if (kind.startsWith('[')) return [name, { type: 'array', items: ref(kind.slice(1, -1)) }];
	if (kind.startsWith('{')) return [name, ref(kind.slice(1, -1))];
	return [name, KINDS[kind as keyof typeof KINDS]];
}

function schemaOf(fields: string): object {
	const written = fields.split(' ');
	return {
		type: 'object',
		properties: Object.fromEntries(written.map(fieldOf)),
		required: written.filter((field) => field.endsWith('!')).map((field) => fieldOf(field)[0]),
		additionalProperties: false
	};
}

/** As one JSON Schema 2020-12 document, with an object of the standard in each of `$defs`. */
const HSDS = {
	$id: 'hsds',
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	$defs: Object.fromEntries(Object.entries(OBJECTS).map(([name, fields]) => [name, schemaOf(fields)]))
};

const ajv = new Ajv2020({ allErrors: true });
addFormats(ajv);
ajv.addSchema(HSDS);

/** @returns what of this record is not as the standard has it, a line each; empty when all is */
export function wrongWith(object: HsdsObject, record: unknown): string[] {
	const validate = ajv.getSchema(`hsds#/$defs/${object}`);
	if (!validate) throw new Error(`No schema of ${object}.`);
	return validate(record)
		? []
		: (validate.errors ?? []).map(({ instancePath, message }) => `${object}${instancePath} ${message}`);
}

/** What each list holds. */
export const OBJECT_OF: Record<ListName, HsdsObject> = {
	services: 'service',
	organizations: 'organization',
	service_at_locations: 'service_at_location',
	taxonomies: 'taxonomy',
	taxonomy_terms: 'taxonomy_term'
};
