import { hsdsParameters, hsdsPaths, hsdsSchemas } from './hsds/openapi.server';
import { get, parameter, problem, ref } from './openapiParts.server';
import { schemas } from './openapiSchemas.server';
import { DEFAULT_NEAR, MAX_NEAR } from './parameters.server';

/** The description of the public API: OpenAPI 3.1. Addresses are relative, so it holds wherever it is served. */
export const openapi = {
	openapi: '3.1.0',
	info: {
		title: 'Lokaal Vrijwilligen: public directory',
		version: '1.0.0',
		summary: 'Local governments of Flanders and Brussels that take part, and their volunteer desks.',
		description: [
			'Read only, without key, from any site (CORS). No personal data.',
			'Every answer carries an ETag that changes with the directory. Errors are application/problem+json (RFC 9457).',
			'Boundaries and population: Statbel. Postcodes: Adressenregister Vlaanderen; places: GeoNames (CC BY 4.0).'
		].join('\n\n'),
		license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' }
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
		'/desks.geojson': get(
			'Published volunteer desks, as points',
			'application/geo+json',
			ref('DeskCollection'),
			{
				operationId: 'listDesks',
				description:
					'All desks in name order, or those that the parameters leave. Filters narrow each other; with near the nearest come first.',
				parameters: [parameter('near'), parameter('limit'), parameter('municipality'), parameter('bbox')],
				notFound: 'No municipality has, or ever had, this NIS code.'
			}
		),
		'/desks.csv': get(
			'All published volunteer desks, as a table',
			'text/csv',
			{ type: 'string' },
			{
				operationId: 'downloadDesks',
				description:
					'UTF-8 with BOM, comma, CRLF, header row. The columns are the properties of the GeoJSON, plus lon and lat; languages are separated by a space. A cell that starts with = + - or @ has an apostrophe in front of it, so that no spreadsheet runs it.'
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
					'Longitude and latitude, WGS84 decimal degrees. The nearest desks first, each with distanceMetres.',
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
				description: 'NIS code. The code of a municipality that merged stands for its successor.',
				schema: { type: 'string', pattern: '^\\d{5}$' },
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
			...hsdsParameters
		},
		schemas: { ...schemas, ...hsdsSchemas }
	}
};
