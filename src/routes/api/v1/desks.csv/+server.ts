import { desksCsv } from '$lib/server/api/desksCsv';
import { directoryEndpoint } from '$lib/server/api/endpoint';
import { none, readParameters } from '$lib/server/api/parameters';

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
