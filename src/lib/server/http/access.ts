/** Shows people the pages that are meant for them. Data is guarded by the database, whatever this says. */
import { error, redirect, type Handle } from '@sveltejs/kit';
import { verdictFor } from '$lib/domain/access/routes';
import { localPath } from '$lib/i18n/localPath';
import { m } from '$lib/i18n/paraglide/messages.js';
import { logError } from './errors';

export const access: Handle = async ({ event, resolve }) => {
	const { locals, request, route, url } = event;
	// An address without a route shows the page that says so.
	if (route.id === null || verdictFor(route.id, null) === 'open') return resolve(event);

	const account = await locals.session.account().catch((cause: unknown) => {
		error(503, { message: m.server_error_unavailable(), id: logError(cause, request) });
	});
	const verdict = verdictFor(route.id, account);
	if (verdict === 'signIn') {
		const next = request.method === 'GET' ? url.pathname + url.search : url.pathname;
		redirect(303, `${localPath('/aanmelden')}?next=${encodeURIComponent(next)}`);
	}
	// Whoever may not open it does not need to know that it is there.
	if (verdict === 'closed') error(404, { message: m.server_error_not_found() });
	return resolve(event);
};
