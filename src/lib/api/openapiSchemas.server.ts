import { KINDS, PROVINCES } from '$lib/domain/directory/directory';
import { deskSchemas, nisCode } from './deskDocument.server';

const nullableText = { type: ['string', 'null'] };
const website = { type: ['string', 'null'], format: 'uri' };
const province = {
	type: 'string',
	enum: PROVINCES.map(({ slug }) => slug),
	description: 'The Brussels-Capital Region stands beside the five provinces.'
};

/** An object of which every property is always there; only `optional` ones may be missing. */
function record(properties: Record<string, object>, optional: string[] = []) {
	return {
		type: 'object',
		required: Object.keys(properties).filter((name) => !optional.includes(name)),
		properties
	};
}

const provenance = {
	version: { type: 'integer', description: 'Rises with every change of the directory.' },
	changedAt: { type: 'string', format: 'date-time' },
	license: { type: 'string', format: 'uri', description: 'Under what the data may be used.' },
	attribution: { type: 'string', description: 'Whom to name.' },
	notice: { type: 'string', description: 'Present while participants and desks are invented examples.' }
};

function collection(properties: object) {
	return record(
		{
			type: { const: 'FeatureCollection' },
			...provenance,
			features: {
				type: 'array',
				items: record({
					type: { const: 'Feature' },
					id: { type: 'string', format: 'uuid', description: 'The same as in the properties.' },
					geometry: record({
						type: { const: 'Point' },
						coordinates: {
							type: 'array',
							description: 'Longitude, latitude; WGS84.',
							prefixItems: [{ type: 'number' }, { type: 'number' }],
							minItems: 2,
							maxItems: 2
						}
					}),
					properties
				})
			}
		},
		['notice']
	);
}

/** The shapes of the answers, as JSON Schema. */
export const schemas = {
	LocalGovernmentCollection: collection({ $ref: '#/components/schemas/LocalGovernment' }),
	DeskCollection: collection({ $ref: '#/components/schemas/Desk' }),
	LocalGovernment: record({
		id: { type: 'string', format: 'uuid' },
		slug: { type: 'string' },
		url: { type: 'string', format: 'uri', description: 'Page of its municipality for people, in Dutch.' },
		name: { type: 'string', description: 'As the body calls itself, in Dutch.' },
		kind: {
			type: 'string',
			enum: [...KINDS],
			description: 'Municipal administration, or public centre for social welfare.'
		},
		nisCode,
		municipality: { type: 'string', description: 'Dutch name.' },
		province,
		participatingSince: { type: 'string', format: 'date' },
		website,
		deskCount: { type: 'integer', minimum: 0, description: 'Published desks of this body.' }
	}),
	Desk: record(
		{
			...deskSchemas(),
			distanceMetres: {
				type: 'integer',
				minimum: 0,
				description: 'Great-circle distance to near; present only with near.'
			}
		},
		['distanceMetres']
	),
	MunicipalityList: record(
		{
			...provenance,
			municipalities: { type: 'array', items: { $ref: '#/components/schemas/Municipality' } }
		},
		['notice']
	),
	Municipality: record({
		nisCode,
		slug: { type: 'string' },
		name: { type: 'string', description: 'Dutch name.' },
		nameFr: nullableText,
		nameEn: nullableText,
		province,
		population: { type: 'integer', minimum: 0 },
		participating: { type: 'boolean', description: 'Whether its gemeente or its OCMW takes part.' },
		participatingKinds: { type: 'array', items: { type: 'string', enum: [...KINDS] } },
		mergedFrom: {
			type: 'array',
			items: nisCode,
			description: 'NIS codes of the municipalities that merged into it.'
		}
	}),
	Problem: record(
		{
			type: { type: 'string' },
			title: { type: 'string' },
			status: { type: 'integer' },
			detail: { type: 'string' },
			errors: {
				type: 'array',
				items: record({ parameter: { type: 'string' }, detail: { type: 'string' } })
			}
		},
		['errors']
	)
};
