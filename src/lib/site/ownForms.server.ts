import type { Handle } from '@sveltejs/kit';
import { factsOf } from './routes.server';

const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];
const OPEN_DATA = '/api/';
/** What a form on another site can send without asking first. */
const FORM_TYPE = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/**
 * Whether a form comes from another site, and so perhaps without its sender knowing. A browser always says where a form
 * stands; what says nothing is no browser, brings no cookies, and is let through to one route only.
 * @param origin of this site
 */
export function isForeignForm(request: Request, origin: string, routeId: string | null): boolean {
	if (!WRITES.includes(request.method)) return false;
	// Open to everybody, and it writes nothing: it says itself, as every answer of it does, that it takes no forms.
	if (routeId?.startsWith(OPEN_DATA)) return false;
	const from = request.headers.get('origin');
	const type = request.headers.get('content-type');
	// A mail program switches mail off on its reader's behalf: a signed token in the address says whose.
	if (from === null) return FORM_TYPE.test(type ?? '') && factsOf(routeId)?.takes !== 'mail programs';
	return from !== origin && (type === null || FORM_TYPE.test(type));
}

/** In the place of SvelteKit's own check, which knows no exception for one route. */
export const ownForms: Handle = ({ event, resolve }) => {
	if (!isForeignForm(event.request, event.url.origin, event.route.id)) return resolve(event);
	return new Response('Cross-site form submissions are forbidden', {
		status: 403,
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
	});
};
