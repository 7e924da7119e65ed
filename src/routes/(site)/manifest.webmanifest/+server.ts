import { appManifest } from '$lib/site/appManifest';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () =>
	new Response(JSON.stringify(appManifest()), { headers: { 'content-type': 'application/manifest+json' } });
