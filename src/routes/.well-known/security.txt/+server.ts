import { env } from '$env/dynamic/private';
import { securityTxt } from '$lib/base/http/securityTxt.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ url }) =>
	new Response(securityTxt(url.origin, env.SECURITY_CONTACT, Date.now()), {
		// Depends on the day as well, so it is not kept.
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
	});
