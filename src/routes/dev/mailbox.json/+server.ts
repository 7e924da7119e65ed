import { requireKeptMail } from '$lib/site/keptMail.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	Response.json({ mails: requireKeptMail(event) }, { headers: { 'cache-control': 'no-store' } });
