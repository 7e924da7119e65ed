/**
 * A body made from one edition of the site (see `editionOf`). An address that names that edition (`?v=`) may be kept for
 * a day; any other is asked for again each time, and answered with 304 by its ETag.
 */
export function versionedResponse(body: string, contentType: string, url: URL, edition: string): Response {
	const isNamed = url.searchParams.get('v') === edition;
	return new Response(body, {
		headers: {
			'content-type': contentType,
			'cache-control': isNamed ? 'public, max-age=86400' : 'no-cache'
		}
	});
}
