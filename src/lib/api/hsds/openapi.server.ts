import { get, parameter } from '../openapiParts.server';
import { DEFAULT_PER_PAGE, LIST_NAMES, LISTS, MAX_PER_PAGE, type ListName } from './parameters.server';

/** Where the standard has its schemas; many tools read no description that is spread over several files. */
const STANDARD = 'https://raw.githubusercontent.com/openreferral/specification/3.1/schema';

const uuid = { type: 'string', format: 'uuid' };

interface Described {
	summary: string;
	/** Schemas of the standard: for each in a list, and for one by itself. */
	listed: string;
	full: string;
}

const DESCRIBED: Record<ListName, Described> = {
	services: {
		summary: 'Volunteer desks, as HSDS services',
		listed: 'compiled/service_list.json',
		full: 'compiled/service.json'
	},
	organizations: {
		summary: 'Local governments that take part, as HSDS organizations',
		listed: 'compiled/organization_list.json',
		full: 'compiled/organization.json'
	},
	service_at_locations: {
		summary: 'Volunteer desks at their address, as HSDS services at locations',
		listed: 'compiled/service_at_location_list.json',
		full: 'compiled/service_at_location.json'
	},
	taxonomies: {
		summary: 'HSDS taxonomies: kinds of local government, and whether the point of a location is exact',
		listed: 'taxonomy.json',
		full: 'taxonomy.json'
	},
	taxonomy_terms: {
		summary: 'HSDS taxonomy terms: gemeente, OCMW, and approximate',
		listed: 'taxonomy_term.json',
		full: 'taxonomy_term.json'
	}
};

function recordOf(file: string) {
	return {
		type: 'object',
		required: ['id'],
		properties: { id: uuid },
		externalDocs: { description: 'JSON schema of the standard', url: `${STANDARD}/${file}` }
	};
}

/** An address for each list, with the parameters that it reads, and one for each of it. */
function pathsOf(name: ListName): Record<string, object> {
	const { summary, listed, full } = DESCRIBED[name];
	const page = {
		allOf: [{ $ref: '#/components/schemas/HsdsPage' }],
		properties: { contents: { type: 'array', items: recordOf(listed) } }
	};
	return {
		[`/hsds/${name}`]: get(summary, 'application/json', page, {
			operationId: `hsds_list_${name}`,
			parameters: Object.keys(LISTS[name].entries).map((key) => parameter(`hsds_${key}`))
		}),
		[`/hsds/${name}/{id}`]: get(
			`${summary}: one, with all that belongs to it`,
			'application/json',
			recordOf(full),
			{
				operationId: `hsds_get_${name}`,
				parameters: [
					parameter('hsds_id'),
					...(name === 'organizations' ? [parameter('hsds_full_service')] : [])
				],
				notFound: 'There is none with this identifier.'
			}
		)
	};
}

/** By address below `/api/v1`. */
export const hsdsPaths: Record<string, object> = Object.assign(
	{
		'/hsds': get(
			'The same directory by the Human Services Data Specification 3.1',
			'application/json',
			{ $ref: '#/components/schemas/Hsds' },
			{
				operationId: 'hsds_about',
				description:
					'A volunteer desk is a service, the local government that keeps it is its organization. Texts are in Dutch. Hours of schedules are by the clock in Belgium and carry its offset: each is told for winter time and for summer time, with the days on which it is valid.'
			}
		)
	},
	...LIST_NAMES.map(pathsOf)
);

const inQuery = (name: string, schema: object, description: string) => ({
	name,
	in: 'query',
	description,
	schema
});
const yesOrNo = { type: 'boolean', default: false };

export const hsdsParameters = {
	hsds_id: { name: 'id', in: 'path', required: true, schema: uuid },
	hsds_page: inQuery('page', { type: 'integer', minimum: 1, default: 1 }, 'Which page of the list.'),
	hsds_per_page: inQuery(
		'per_page',
		{ type: 'integer', minimum: 1, maximum: MAX_PER_PAGE, default: DEFAULT_PER_PAGE },
		'At most so many on a page. With minimal, all unless it is given.'
	),
	hsds_format: inQuery('format', { type: 'string', enum: ['json'], default: 'json' }, 'Only json.'),
	hsds_search: inQuery(
		'search',
		{ type: 'string', maxLength: 200 },
		'All these words occur in name, description, address, municipality or government.'
	),
	hsds_taxonomy_id: inQuery('taxonomy_id', uuid, 'Classified by this taxonomy.'),
	hsds_taxonomy_term_id: inQuery(
		'taxonomy_term_id',
		uuid,
		'Of this kind of local government, or of locations whose point is approximate.'
	),
	hsds_organization_id: inQuery('organization_id', uuid, 'Of this local government.'),
	hsds_modified_after: inQuery(
		'modified_after',
		{ type: 'string', anyOf: [{ format: 'date-time' }, { format: 'date' }] },
		'Changed or confirmed at this moment or later. UTC unless it has an offset.'
	),
	hsds_full: inQuery('full', yesOrNo, 'Each with all that belongs to it.'),
	hsds_full_service: inQuery('full_service', yesOrNo, 'With the services in full.'),
	hsds_minimal: inQuery('minimal', yesOrNo, 'Of each only id and modified_date.')
};

export const hsdsSchemas = {
	Hsds: {
		type: 'object',
		required: ['version', 'profile', 'openapi_url'],
		properties: {
			version: { type: 'string', description: 'Of the standard.' },
			profile: { type: 'string', format: 'uri' },
			openapi_url: { type: 'string', format: 'uri' },
			description: { type: 'string', description: 'Present while the desks are invented examples.' }
		}
	},
	HsdsPage: {
		type: 'object',
		required: [
			'total_items',
			'total_pages',
			'page_number',
			'size',
			'first_page',
			'last_page',
			'empty',
			'contents'
		],
		properties: {
			total_items: { type: 'integer', minimum: 0, description: 'In all pages.' },
			total_pages: { type: 'integer', minimum: 0 },
			page_number: { type: 'integer', minimum: 1 },
			size: { type: 'integer', minimum: 0, description: 'On this page.' },
			first_page: { type: 'boolean' },
			last_page: { type: 'boolean' },
			empty: { type: 'boolean' },
			contents: { type: 'array' }
		}
	}
};
