import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { publishedResources } from '$lib/knowledge/published.server';
import { sitemap } from '$lib/site/sitemap.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url }) => {
	const [index, resources] = await Promise.all([requireDirectory(), publishedResources()]);
	// What is taken off is no longer named at the next request.
	return new Response(sitemap(index, resources, url.origin), {
		headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-cache' }
	});
};
