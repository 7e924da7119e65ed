import type { RequestEvent, RequestHandler } from '@sveltejs/kit';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { DirectoryUnavailableError, getDirectory } from '$lib/directory/directory.server';
import { isNotModified, notModified, weakTag } from '$lib/base/http/conditional.server';
import { latestOf } from '$lib/domain/directory/changedAt';
import { belgianMidnight } from '$lib/domain/openingHours/brusselsTime';
import { editionOf, editionTag } from '$lib/directory/edition.server';
import { logError } from '$lib/base/http/errors.server';
import { LICENCE_LINK } from './licence.server';
import { Problem, serviceUnavailable } from './problem.server';

const METHODS = 'GET, HEAD, OPTIONS';

/** Everyone may read, from any site, without credentials. */
const OPEN = {
	'access-control-allow-origin': '*',
	'access-control-expose-headers': 'ETag, Link, X-Example-Data',
	'cross-origin-resource-policy': 'cross-origin'
};

export const EXAMPLE_NOTICE =
	'Example data: who takes part and which desks there are is invented. Municipalities and postcodes are real.';

/** What an endpoint has to say about one version of the directory. */
export interface Answer {
	contentType: string;
	/** Called only when the client does not have this answer yet. */
	body: (index: DirectoryIndex) => string;
	headers?: (index: DirectoryIndex) => Record<string, string>;
	/** It says something else on another day, such as what the clock is in the period of now. */
	followsDay?: true;
}

/** The three exports of a `+server.ts`; HEAD is answered by GET. */
export interface Endpoint {
	GET: RequestHandler;
	OPTIONS: RequestHandler;
	fallback: RequestHandler;
}

/**
 * An API address that answers from the directory in memory, with CORS, ETag, 304 and problems in JSON.
 * @param read turns the query into what is to be answered, before the client's own copy is looked at: a wrong question
 *   is wrong whatever the client has
 */
export function directoryEndpoint(read: (event: RequestEvent, index: DirectoryIndex) => Answer): Endpoint {
	return endpoint(async (event) => {
		const index = await getDirectory();
		const { directory } = index;
		const answer = read(event, index);
		const headers = new Headers({
			'content-type': answer.contentType,
			...validatorsOf(directory, answer, new Date()),
			link: LICENCE_LINK,
			'cache-control': 'public, max-age=60, stale-while-revalidate=600',
			// A 304 says it too, and that is made before anything is compressed.
			vary: 'Accept-Encoding',
			...answer.headers?.(index)
		});
		if (directory.hasExampleData) headers.set('x-example-data', '1');
		if (isNotModified(event.request, headers)) return notModified(headers);
		return new Response(answer.body(index), { headers });
	});
}

/** What tells a client that its own copy is still the answer: for one that follows the day in Belgium, that day too. */
export function validatorsOf(
	directory: Pick<DirectoryIndex['directory'], 'version' | 'changedAt'>,
	{ followsDay }: Pick<Answer, 'followsDay'>,
	now: Date
): Record<'etag' | 'last-modified', string> {
	const changed = new Date(directory.changedAt).toISOString();
	const midnight = belgianMidnight(now).toISOString();
	return {
		etag: followsDay ? weakTag(editionOf(directory), midnight) : editionTag(directory),
		'last-modified': new Date(followsDay ? latestOf([changed, midnight]) : changed).toUTCString()
	};
}

/** Adds to a handler what every API address owes: CORS, and a problem in JSON for whatever goes wrong. */
export function endpoint(handler: (event: RequestEvent) => Response | Promise<Response>): Endpoint {
	const answer: RequestHandler = async (event) => {
		try {
			return opened(await handler(event));
		} catch (cause) {
			return opened(toProblem(cause, event).toResponse());
		}
	};
	return {
		GET: answer,
		OPTIONS: () =>
			opened(
				new Response(null, {
					status: 204,
					headers: {
						allow: METHODS,
						'access-control-allow-methods': METHODS,
						'access-control-allow-headers':
							'Accept, Cache-Control, Content-Type, If-Modified-Since, If-None-Match',
						'access-control-max-age': '86400'
					}
				})
			),
		fallback: () =>
			opened(
				new Problem(405, 'Method Not Allowed', {
					detail: `This address answers ${METHODS}.`,
					headers: { allow: METHODS }
				}).toResponse()
			)
	};
}

function toProblem(cause: unknown, { request }: RequestEvent): Problem {
	if (cause instanceof Problem) return cause;
	if (cause instanceof DirectoryUnavailableError) return serviceUnavailable();
	const id = logError(cause, request);
	return new Problem(500, 'Internal Server Error', { detail: `Something went wrong on our side (${id}).` });
}

function opened(response: Response): Response {
	for (const [name, value] of Object.entries(OPEN)) response.headers.set(name, value);
	return response;
}
