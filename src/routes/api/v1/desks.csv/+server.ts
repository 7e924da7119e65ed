import { desksCsv } from '$lib/api/desksCsv.server';
import { directoryEndpoint } from '$lib/api/endpoint.server';
import { none, readParameters } from '$lib/api/parameters.server';

export const { GET, OPTIONS, fallback } = directoryEndpoint(({ url }) => {
	readParameters(url.searchParams, none);
	return {
		contentType: 'text/csv; charset=utf-8; header=present',
		body: desksCsv,
		// A table has no place for a remark, so the name of the file says it.
		headers: ({ directory }) => ({
			'content-disposition': `attachment; filename="${directory.hasExampleData ? 'desks-example-data' : 'desks'}.csv"`
		})
	};
});
