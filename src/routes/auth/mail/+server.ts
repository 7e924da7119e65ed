import { env } from '$env/dynamic/private';
import { serviceClient } from '$lib/base/database/supabase.server';
import { logError } from '$lib/base/http/errors.server';
import { hookOf, takeAuthMail, type HookAnswer } from '$lib/mail/authHook.server';
import { deliverSoon } from '$lib/mail/index.server';
import type { RequestHandler } from './$types';

const STATUS = {
	queued: 200,
	ignored: 200,
	unread: 413,
	unsigned: 401,
	unknown: 422,
	failed: 503,
	closed: 404
};

/** The *Send Email* hook of Supabase's Auth; not there without its secret. */
export const POST: RequestHandler = async ({ request }) => {
	const outcome = await take(request);
	if (outcome === 'queued') deliverSoon();
	const status = STATUS[outcome];
	// As Auth reads it; what is in an error ends up in its log.
	return Response.json(status === 200 ? {} : { error: { http_code: status, message: outcome } }, {
		status,
		headers: { 'cache-control': 'no-store' }
	});
};

async function take(request: Request): Promise<HookAnswer | 'failed' | 'closed'> {
	const secret = env.SEND_EMAIL_HOOK_SECRET;
	if (!secret) return 'closed';
	try {
		return await takeAuthMail(hookOf(secret), request, serviceClient);
	} catch (cause) {
		logError(cause, request);
		return 'failed';
	}
}
