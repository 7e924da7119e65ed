/**
 * Remembers for a while that a session began with a link to choose a new password: then the old one, which was forgotten,
 * is not asked. In a cookie no script can read, signed and worth nothing with another session.
 */
import { timingSafeEqual } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { backend } from '$lib/base/database/backend.server';
import { serverCookie } from '$lib/base/http/cookies.server';
import { keyOf } from '$lib/base/database/rateLimit.server';
import type { TypedClient } from '$lib/base/database/supabase.server';

type Event = Pick<RequestEvent, 'cookies' | 'locals' | 'url'>;

const COOKIE = 'new-password';
const VALID_SECONDS = 15 * 60;
const claims = v.object({ session_id: v.string() });

export async function rememberRecovery(event: Event, now = Date.now()): Promise<void> {
	const session = await sessionId(event.locals.session.client);
	if (session === undefined) return;
	const until = Math.floor(now / 1_000) + VALID_SECONDS;
	event.cookies.set(COOKIE, `${until}.${signature(session, until)}`, {
		...serverCookie(event),
		maxAge: VALID_SECONDS
	});
}

/** Ask only for a session that the database has confirmed. */
export async function isRecovering(
	{ cookies, locals }: Omit<Event, 'url'>,
	now = Date.now()
): Promise<boolean> {
	const [until = '', given = ''] = (cookies.get(COOKIE) ?? '').split('.');
	if (!/^\d{1,12}$/.test(until) || Number(until) * 1_000 < now) return false;
	const session = await sessionId(locals.session.client);
	if (session === undefined) return false;
	const expected = Buffer.from(signature(session, Number(until)));
	const bytes = Buffer.from(given);
	return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}

export const forgetRecovery = (event: Omit<Event, 'locals'>): void =>
	event.cookies.delete(COOKIE, serverCookie(event));

const signature = (session: string, until: number): string =>
	keyOf(`recovery ${session} ${until}`, backend().secretKey);

/** From the access token, which the database has judged by then. */
async function sessionId(client: TypedClient): Promise<string | undefined> {
	const { data } = await client.auth.getSession();
	const payload = data.session?.access_token.split('.')[1];
	if (payload === undefined) return undefined;
	const parsed = v.safeParse(claims, JSON.parse(Buffer.from(payload, 'base64url').toString()));
	return parsed.success ? parsed.output.session_id : undefined;
}
