/**
 * What whoever may not open a page gets instead. Answers rather than errors: an error thrown before a page was reached
 * passes by every header that the site sets.
 */
import type { RequestEvent } from '@sveltejs/kit';
import { asUnknown } from '$lib/domain/access/unknownAddress';
import errorPage from '../../../error.html?raw';

const NOT_KEPT = { 'cache-control': 'private, no-store' };
/** The page of last resort has a style sheet and a picture, and nothing else. */
const ERROR_PAGE_POLICY =
	"default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** To another page; also for the scripts of the framework, which ask for data and send forms. */
export function redirection(
	{ isDataRequest, request }: Pick<RequestEvent, 'isDataRequest' | 'request'>,
	location: string
): Response {
	if (isDataRequest) return Response.json({ type: 'redirect', location }, { headers: NOT_KEPT });
	if (request.method === 'POST' && request.headers.has('x-sveltekit-action')) {
		return Response.json({ type: 'redirect', status: 303, location }, { headers: NOT_KEPT });
	}
	return new Response(null, { status: 303, headers: { ...NOT_KEPT, location } });
}

/** Nobody can say now who may open it. */
export function unavailable(
	{ isDataRequest, request }: Pick<RequestEvent, 'isDataRequest' | 'request'>,
	problem: App.Error
): Response {
	const accept = request.headers.get('accept') ?? '';
	if (isDataRequest || (accept.includes('application/json') && !accept.includes('text/html'))) {
		return Response.json(problem, { status: 503, headers: NOT_KEPT });
	}
	return new Response(errorPage.replace('%sveltekit.status%', '503'), {
		status: 503,
		headers: {
			...NOT_KEPT,
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': ERROR_PAGE_POLICY
		}
	});
}

/** To the byte what the address would answer if nothing were there: whoever may not open it does not learn that it is. */
export function asIfUnknown({ fetch, isDataRequest, request, url }: RequestEvent): Promise<Response> {
	const address = asUnknown(url);
	// The framework took these two out of the address.
	address.search = new URL(request.url).search;
	if (isDataRequest) address.pathname = `${address.pathname.replace(/\/$/, '')}/__data.json`;
	const headers = new Headers(request.headers);
	// Nothing reads what was sent.
	for (const name of ['content-length', 'transfer-encoding']) headers.delete(name);
	return fetch(new Request(address, { method: request.method, headers }));
}
