import { municipalitiesDocument } from '$lib/server/api/documents';
import { directoryEndpoint } from '$lib/server/api/endpoint';
import { none, readParameters } from '$lib/server/api/parameters';

export const { GET, OPTIONS, fallback } = directoryEndpoint(({ url }) => {
	readParameters(url.searchParams, none);
	return { contentType: 'application/json', body: municipalitiesDocument };
});
