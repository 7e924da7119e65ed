/** Shows people the pages that are meant for them. Data is guarded by the database, whatever this says. */
import type { Handle } from '@sveltejs/kit';
import type { Account } from '$lib/domain/account/account';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { logError } from '$lib/base/http/errors.server';
import { asIfUnknown, redirection, unavailable } from '$lib/base/http/refusals.server';
import { verdictFor } from './routes.server';

export const access: Handle = async ({ event, resolve }) => {
	const { locals, request, route, url } = event;
	// An address without a route shows the page that says so.
	if (route.id === null || verdictFor(route.id, null) === 'open') return resolve(event);

	let account: Account | null;
	try {
		account = await locals.session.account();
	} catch (cause) {
		return unavailable(event, { message: m.server_error_unavailable(), id: logError(cause, request) });
	}
	const verdict = verdictFor(route.id, account);
	if (verdict === 'signIn') {
		const { next, unsent } = whereTo(request, url);
		return redirection(event, `${localPath('/aanmelden')}?next=${encodeURIComponent(next)}${unsent}`);
	}
	// The same for what is there and what is not: it tells nobody which addresses exist below.
	if (verdict === 'waits') return redirection(event, localPath('/account'));
	return verdict === 'closed' ? asIfUnknown(event) : resolve(event);
};

/** Where to go after signing in, and whether something was sent in vain. A form stands at the address of its action. */
function whereTo({ method }: Request, { pathname, search, searchParams }: URL) {
	if (method !== 'POST') return { next: method === 'GET' ? pathname + search : pathname, unsent: '' };
	const query = new URLSearchParams(searchParams);
	for (const name of [...query.keys()]) if (name.startsWith('/')) query.delete(name);
	return { next: query.size === 0 ? pathname : `${pathname}?${query}`, unsent: '&verzonden=nee' };
}
