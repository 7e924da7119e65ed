import { error, type RequestEvent } from '@sveltejs/kit';
import { dev } from '$app/environment';
import { env } from '$env/dynamic/private';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { CaughtMail } from '../base/embedded/mailbox.server.ts';
import { isMeantForThisMachine, isThisMachine } from '../base/embedded/thisMachine.server.ts';
import { keptMail } from '$lib/mail/index.server';
import { siteOrigin } from '$lib/base/mail/settings.server';

/**
 * The mail that stayed on this machine, newest first; with `?to=` that to one address.
 * @throws a 404 where there is a mail server, where the site is not for this machine alone, and for whoever does
 *   not sit at it
 */
export function requireKeptMail({ request, url, platform, getClientAddress }: RequestEvent): CaughtMail[] {
	// While developing there is no proxy, and no connection to look at but through SvelteKit.
	const from = dev ? getClientAddress() : platform?.req.socket.remoteAddress;
	const mailbox = keptMail();
	const mayRead =
		isMeantForThisMachine(siteOrigin(), env) && isThisMachine(from, request.headers, [env.ADDRESS_HEADER]);
	if (!mailbox || !mayRead) {
		error(404, { message: m.server_error_not_found() });
	}
	return mailbox.mails(url.searchParams.get('to') ?? undefined);
}
