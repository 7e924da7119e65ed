import { endpoint } from '$lib/api/endpoint.server';
import { LICENCE_LINK } from '$lib/api/licence.server';
import { openapiOf } from '$lib/api/openapi.server';
import { none, readParameters } from '$lib/api/parameters.server';
import { weakTag } from '$lib/base/http/conditional.server';
import { operator } from '$lib/base/settings/operator.server';

export const { GET, OPTIONS, fallback } = endpoint(({ url }) => {
	readParameters(url.searchParams, none);
	const body = JSON.stringify(openapiOf(url.origin, operator()));
	return new Response(body, {
		headers: {
			'content-type': 'application/json',
			'cache-control': 'public, max-age=3600',
			vary: 'Accept-Encoding',
			etag: weakTag(body),
			link: LICENCE_LINK
		}
	});
});
