import { endpoint } from '$lib/api/endpoint.server';
import { openapi } from '$lib/api/openapi.server';
import { none, readParameters } from '$lib/api/parameters.server';
import { weakTag } from '$lib/base/http/conditional.server';

const body = JSON.stringify(openapi);
const headers = {
	'content-type': 'application/json',
	'cache-control': 'public, max-age=3600',
	vary: 'Accept-Encoding',
	etag: weakTag(body)
};

export const { GET, OPTIONS, fallback } = endpoint(({ url }) => {
	readParameters(url.searchParams, none);
	return new Response(body, { headers });
});
