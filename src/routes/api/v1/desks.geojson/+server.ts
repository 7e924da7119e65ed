import { desksQuery } from '$lib/api/desks.server';
import { directoryEndpoint } from '$lib/api/endpoint.server';

export const { GET, OPTIONS, fallback } = directoryEndpoint(({ url }, index) => ({
	contentType: 'application/geo+json',
	body: desksQuery(index, url)
}));
