import { requireKeptMail } from '$lib/server/http/keptMail';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	Response.json({ mails: requireKeptMail(event) }, { headers: { 'cache-control': 'no-store' } });
