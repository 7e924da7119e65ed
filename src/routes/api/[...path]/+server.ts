import { endpoint } from '$lib/server/api/endpoint';
import { Problem } from '$lib/server/api/problem';

export const { GET, OPTIONS, fallback } = endpoint(() => {
	throw new Problem(404, 'Not Found', {
		detail: 'There is nothing at this address. /api/v1/openapi.json describes what there is.'
	});
});
