import { endpoint } from '$lib/api/endpoint.server';
import { Problem } from '$lib/api/problem.server';

export const { GET, OPTIONS, fallback } = endpoint(({ params }) => {
	if (params.path === '') return new Response(null, { status: 308, headers: { location: '/api/v1' } });
	throw new Problem(404, 'Not Found', {
		detail: 'There is nothing at this address. /api/v1 says what there is, /api/v1/openapi.json describes it.'
	});
});
