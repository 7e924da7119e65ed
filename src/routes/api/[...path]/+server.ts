import { endpoint } from '$lib/api/endpoint.server';
import { Problem } from '$lib/api/problem.server';

export const { GET, OPTIONS, fallback } = endpoint(() => {
	throw new Problem(404, 'Not Found', {
		detail: 'There is nothing at this address. /api/v1/openapi.json describes what there is.'
	});
});
