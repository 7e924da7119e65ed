/** A desk as the open data tells it: one description, of which the GeoJSON, the CSV and their OpenAPI schema are made. */
import { DESK_FIELDS } from '$lib/domain/desk/fields';
import type { LocalGovernment, VolunteerDesk } from '$lib/domain/directory/directory';
import type { FieldDescription, Kind } from '$lib/domain/content/fields';

/** `point`: the geometry of a GeoJSON, two columns of a table. */
type OfDesk = { description?: string; point?: true } | null;
interface OfOwner {
	schema: object;
	of: (owner: LocalGovernment, desk: VolunteerDesk, origin: string) => string;
}

export const nisCode = { type: 'string', pattern: '^\\d{5}$', description: 'REFNIS code of Statbel.' };

/** In the order of the documents. What is null there is not told. */
const PROPERTIES = {
	id: {},
	slug: {},
	url: {
		schema: { type: 'string', format: 'uri', description: 'Page of the desk for people, in Dutch.' },
		of: (_, { slug }, origin) => `${origin}/loketten/${slug}`
	},
	name: {},
	localGovernment: {
		schema: { type: 'string', description: 'Name of the body that keeps the desk.' },
		of: ({ name }) => name
	},
	nisCode: { schema: nisCode, of: (owner) => owner.nisCode },
	street: {},
	postcode: {},
	place: {},
	lon: { point: true },
	lat: { point: true },
	locationApproximate: {
		description:
			'True where the point is only near, such as the centre of the municipality. Then the address is right and the point is not.'
	},
	phone: {},
	email: {},
	website: {},
	openingHours: {},
	languages: {},
	wheelchair: {},
	verifiedAt: { description: 'When its owner last confirmed the data.' },
	unconfirmedSince: null,
	description: null,
	updatedAt: null,
	localGovernmentId: null
} as const satisfies Record<keyof VolunteerDesk, OfDesk> &
	Record<'url' | 'localGovernment' | 'nisCode', OfOwner>;

type Property = { name: string } & (
	OfOwner | { field: keyof VolunteerDesk; description?: string; point?: true }
);

const told: Property[] = Object.entries<OfDesk | OfOwner>(PROPERTIES).flatMap(
	([name, property]): Property[] => {
		if (property === null) return [];
		return 'of' in property
			? [{ name, ...property }]
			: [{ name, field: name as keyof VolunteerDesk, ...property }];
	}
);
const isPoint = (property: Property): boolean => 'point' in property && property.point === true;

/** A desk, whose it is, and at which site (`https://example.org`). */
export interface ToldDesk {
	desk: VolunteerDesk;
	owner: LocalGovernment;
	origin: string;
}

const valueOf = (property: Property, { desk, owner, origin }: ToldDesk): unknown =>
	'of' in property ? property.of(owner, desk, origin) : desk[property.field];

/** The properties of a feature, whose geometry is the point. */
export const deskProperties = (of: ToldDesk): Record<string, unknown> =>
	Object.fromEntries(told.filter((one) => !isPoint(one)).map((one) => [one.name, valueOf(one, of)]));

/** As a row of a table, by the names of its columns. */
export const deskRow = (of: ToldDesk): Record<string, unknown> =>
	Object.fromEntries(told.map((one) => [one.name, valueOf(one, of)]));

export const DESK_TABLE = told.map(({ name }) => name);

const OF_KIND: Readonly<Partial<Record<Kind, object>>> = {
	id: { format: 'uuid' },
	postcode: { pattern: '^\\d{4}$' },
	phone: { description: 'E.164, or a Belgian short number such as 1700.' },
	url: { format: 'uri' },
	hours: { description: 'OpenStreetMap opening_hours syntax.' },
	instant: { format: 'date-time' }
};
const JSON_TYPES: Readonly<Partial<Record<Kind, string>>> = { degrees: 'number', flag: 'boolean' };

function schemaOf({ kind, required, choices }: FieldDescription, description: string | undefined): object {
	if (kind === 'languages') return { type: 'array', items: { type: 'string' }, description: 'BCP 47 tags.' };
	const type = JSON_TYPES[kind] ?? 'string';
	return {
		type: required ? type : [type, 'null'],
		...(choices && { enum: required ? choices : [...choices, null] }),
		...OF_KIND[kind],
		...(description && { description })
	};
}

/** As JSON Schema, of the properties of a feature. */
export const deskSchemas = (): Record<string, object> =>
	Object.fromEntries(
		told
			.filter((one) => !isPoint(one))
			.map((one) => [one.name, 'of' in one ? one.schema : schemaOf(DESK_FIELDS[one.field], one.description)])
	);
