/**
 * A body made from one version of the directory. An address that names that version (`?v=`) may be kept for a day;
 * any other is asked for again each time, and answered with 304 by its ETag.
 */
export function versionedResponse(body: string, contentType: string, url: URL, version: number): Response {
	const isNamed = url.searchParams.get('v') === String(version);
	return new Response(body, {
		headers: {
			'content-type': contentType,
			'cache-control': isNamed ? 'public, max-age=86400' : 'no-cache'
		}
	});
}
