import { desksQuery } from '$lib/server/api/desks';
import { directoryEndpoint } from '$lib/server/api/endpoint';

export const { GET, OPTIONS, fallback } = directoryEndpoint(({ url }, index) => ({
	contentType: 'application/geo+json',
	body: desksQuery(index, url.searchParams)
}));
