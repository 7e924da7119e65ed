/** Beginning and ending a session. */
import type { RequestEvent } from '@sveltejs/kit';
import { serverCookie } from '$lib/base/http/cookies.server';
import { inTime } from '$lib/base/database/patience.server';
import { isSessionCookie } from './session.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { AuthFailure } from './auth.server';

/**
 * Signs in; the client writes the cookies of the session.
 * @returns false when Auth does not let them in. Why is for nobody to know: Auth may say that an address waits to be
 * confirmed to somebody who does not know its password.
 * @throws AuthFailure when Auth does not answer
 */
export async function signIn(client: TypedClient, email: string, password: string): Promise<boolean> {
	const { error } = await client.auth.signInWithPassword({ email, password });
	if (!error) return true;
	switch (error.code) {
		case 'invalid_credentials':
		case 'user_banned':
		case 'email_not_confirmed':
		case 'validation_failed':
			return false;
		default:
			throw new AuthFailure('signInWithPassword', error);
	}
}

/**
 * Ends the session in this browser, or all of this person's. The cookies go in any case.
 * @throws when Auth did not end the session itself
 */
export async function signOut(
	event: Pick<RequestEvent, 'locals' | 'cookies' | 'url'>,
	scope: 'local' | 'global'
): Promise<void> {
	const { cookies, locals } = event;
	const ended = inTime('signOut', locals.session.client.auth.signOut({ scope }));
	const [outcome] = await Promise.allSettled([ended]);
	for (const { name } of cookies.getAll()) {
		if (isSessionCookie(name)) cookies.delete(name, serverCookie(event));
	}
	locals.session.refresh();
	if (outcome.status === 'rejected') throw outcome.reason;
	if (outcome.value.error) throw new AuthFailure('signOut', outcome.value.error);
}
