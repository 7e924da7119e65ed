import { hsdsParameters, hsdsPaths, hsdsSchemas } from './hsds/openapi.server';
import { get, parameter, problem, ref } from './openapiParts.server';
import { LICENCE } from './licence.server';
import { schemas } from './openapiSchemas.server';
import { DEFAULT_NEAR, MAX_NEAR } from './parameters.server';

const tableParameters = [parameter('separator'), parameter('decimal')];
const TABLE =
	'UTF-8 with BOM, CRLF, header row; languages are separated by a space. A text that starts with = + - or @ has an apostrophe in front of it, so that no spreadsheet runs it. Phone numbers are +32…, digits only; with separator=; they have spaces, so that a spreadsheet leaves them as they are.';

/** The description of the public API: OpenAPI 3.1. Addresses are relative, so it holds wherever it is served. */
const description = {
	openapi: '3.1.0',
	info: {
		title: 'Lokaal Vrijwilligen: public directory',
		version: '1.1.0',
		summary: 'Local governments of Flanders and Brussels that take part, and their volunteer desks.',
		description: [
			'Read only, without key, from any site (CORS). No personal data. For people: /api/v1/.',
			`The data may be used by anybody, for anything, under ${LICENCE.name}, with the attribution that each answer carries.`,
			'Every answer carries an ETag that changes with the directory. Errors are application/problem+json (RFC 9457).',
			'Boundaries and population: Statbel. Postcodes: Adressenregister Vlaanderen; places: GeoNames (CC BY 4.0).'
		].join('\n\n'),
		// Of the data. OpenAPI takes a name with an identifier or an address, not with both.
		license: { name: LICENCE.name, url: LICENCE.url }
	},
	servers: [{ url: '/api/v1' }],
	security: [],
	paths: {
		'/local-governments.geojson': get(
			'Local governments that take part, as points',
			'application/geo+json',
			ref('LocalGovernmentCollection'),
			{
				operationId: 'listLocalGovernments',
				description:
					'A gemeente and its OCMW are two features with the same point: the centre of the municipality.'
			}
		),
		'/local-governments.csv': get(
			'Local governments that take part, as a table',
			'text/csv',
			{ type: 'string' },
			{
				operationId: 'downloadLocalGovernments',
				description: `The columns are the properties of the GeoJSON, plus lon and lat of the centre of the municipality. ${TABLE}`,
				parameters: tableParameters
			}
		),
		'/desks.geojson': get(
			'Published volunteer desks, as points',
			'application/geo+json',
			ref('DeskCollection'),
			{
				operationId: 'listDesks',
				description:
					'All desks in name order, or those that the parameters leave. Filters narrow each other; with near the nearest come first.',
				parameters: [parameter('near'), parameter('limit'), parameter('municipality'), parameter('bbox')],
				notFound: 'No municipality has, or ever had, this NIS code or slug.'
			}
		),
		'/desks.csv': get(
			'All published volunteer desks, as a table',
			'text/csv',
			{ type: 'string' },
			{
				operationId: 'downloadDesks',
				description: `The columns are the properties of the GeoJSON, plus lon and lat. ${TABLE}`,
				parameters: tableParameters
			}
		),
		'/municipalities.json': get('All current municipalities', 'application/json', ref('MunicipalityList'), {
			operationId: 'listMunicipalities'
		}),
		...hsdsPaths,
		'/openapi.json': {
			get: {
				summary: 'This description',
				operationId: 'describe',
				responses: {
					200: {
						description: 'OpenAPI 3.1',
						content: { 'application/json': { schema: { type: 'object' } } }
					},
					304: { description: 'What the client already has is current.' },
					400: problem('A query parameter was given; there are none.')
				}
			}
		}
	},
	components: {
		parameters: {
			near: {
				name: 'near',
				in: 'query',
				description:
					'Longitude and latitude, in that order, WGS84 decimal degrees. The nearest desks first, each with distanceMetres. Latitude and longitude of a place in Belgium are refused.',
				schema: { type: 'string', pattern: '^-?\\d{1,3}(\\.\\d{1,15})?,-?\\d{1,2}(\\.\\d{1,15})?$' },
				example: '3.7219,51.0538'
			},
			limit: {
				name: 'limit',
				in: 'query',
				description: 'At most so many desks. Only together with near.',
				schema: { type: 'integer', minimum: 1, maximum: MAX_NEAR, default: DEFAULT_NEAR }
			},
			municipality: {
				name: 'municipality',
				in: 'query',
				description:
					'NIS code or slug. Those of a municipality that merged stand for its successor; capitals make no difference.',
				schema: { type: 'string', pattern: '^(\\d{5}|[A-Za-z][A-Za-z-]*)$', maxLength: 100 },
				example: '44021'
			},
			bbox: {
				name: 'bbox',
				in: 'query',
				description:
					'West, south, east and north side, WGS84 decimal degrees; not across the 180th meridian.',
				schema: { type: 'string', pattern: '^-?[\\d.]+(,-?[\\d.]+){3}$' },
				example: '3.5,50.9,3.9,51.2'
			},
			separator: {
				name: 'separator',
				in: 'query',
				description: 'Between the cells: comma, semicolon or tab (%09).',
				schema: { type: 'string', enum: [',', ';', '\t'], default: ',' },
				example: ';'
			},
			decimal: {
				name: 'decimal',
				in: 'query',
				description: 'In numbers. separator=; and decimal=, are what a spreadsheet in Belgium expects.',
				schema: { type: 'string', enum: ['.', ','], default: '.' },
				example: ','
			},
			...hsdsParameters
		},
		schemas: { ...schemas, ...hsdsSchemas }
	}
};

/**
 * The description as one site serves it.
 * @param origin such as `https://example.org`
 * @param operator who answers questions about it; where nothing is set, the contact form does
 */
export function openapiOf(
	origin: string,
	operator: { name?: string | undefined; email?: string | undefined }
) {
	const contact = {
		...(operator.name && { name: operator.name }),
		...(operator.email && { email: operator.email }),
		url: `${origin}/contact`
	};
	return { ...description, info: { ...description.info, contact } };
}
