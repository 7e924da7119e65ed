import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { sitemap } from '$lib/site/sitemap.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url }) =>
	new Response(sitemap(await requireDirectory(), url.origin), {
		headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' }
	});
