import type { schemas } from './openapiSchemas.server';

/** A shape of our own. */
export const ref = (name: keyof typeof schemas) => ({ $ref: `#/components/schemas/${name}` });
export const parameter = (name: string) => ({ $ref: `#/components/parameters/${name}` });

const commonHeaders = {
	ETag: {
		description:
			'Weak entity tag of this version of the directory. Send it back as If-None-Match to get a 304.',
		schema: { type: 'string' }
	},
	'Last-Modified': {
		description:
			'When the directory last changed. Send it back as If-Modified-Since to get a 304 where the ETag is not kept.',
		schema: { type: 'string' }
	},
	Link: { description: 'The licence of the data, as rel="license".', schema: { type: 'string' } },
	'X-Example-Data': {
		description: 'Present, and 1, while the participants and desks are invented examples.',
		schema: { type: 'string', const: '1' }
	}
};

export const problem = (description: string) => ({
	description,
	content: { 'application/problem+json': { schema: ref('Problem') } }
});

/** One address that answers GET with `mediaType`. */
export function get(
	summary: string,
	mediaType: string,
	schema: object,
	more: { operationId: string; description?: string; parameters?: object[]; notFound?: string }
) {
	const { notFound, ...operation } = more;
	return {
		get: {
			summary,
			...operation,
			responses: {
				200: { description: summary, headers: commonHeaders, content: { [mediaType]: { schema } } },
				304: { description: 'What the client already has is current.' },
				400: problem('A query parameter is unknown, malformed or repeated; the answer names it.'),
				...(notFound === undefined ? {} : { 404: problem(notFound) }),
				503: problem('The directory cannot be read right now.')
			}
		}
	};
}
