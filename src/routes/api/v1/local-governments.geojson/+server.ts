import { featureCollection, localGovernmentFeatures } from '$lib/api/documents.server';
import { directoryEndpoint } from '$lib/api/endpoint.server';
import { none, readParameters } from '$lib/api/parameters.server';

export const { GET, OPTIONS, fallback } = directoryEndpoint(({ url }) => {
	readParameters(url.searchParams, none);
	return {
		contentType: 'application/geo+json',
		body: (index) => featureCollection(index.directory, localGovernmentFeatures(index, url.origin))
	};
});
