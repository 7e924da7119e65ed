/** Who is asking: the session of one request, in cookies that no script can read. */
import { createServerClient } from '@supabase/ssr';
import { isAuthRetryableFetchError } from '@supabase/supabase-js';
import * as v from 'valibot';
import type { Cookies, Handle } from '@sveltejs/kit';
import type { Database } from '$lib/base/database/database.types';
import {
	ACCOUNT_STATUSES,
	NOTIFICATIONS,
	POSITIONS,
	ROLES,
	VISIBLE_FIELDS,
	type Account
} from '$lib/domain/account/account';
import { locales } from '$lib/base/i18n/paraglide/runtime.js';
import { ask } from '$lib/base/database/ask.server';
import { AuthFailure } from './auth.server';
import { sessionCookieSeconds } from './sessionLimits.server';
import { backend } from '$lib/base/database/backend.server';
import type { Backend } from '$lib/base/embedded/backend.server';
import { timeLimit } from '$lib/base/settings/limits.server';
import { inTime, patientFetch } from '$lib/base/database/patience.server';
import { rowSchema } from '$lib/base/database/row.server';
import { DatabaseError, type TypedClient } from '$lib/base/database/supabase.server';

export interface Session {
	/** Acts as whoever is signed in, otherwise as a visitor. Auth calls that change the session write its cookies. */
	client: TypedClient;
	/**
	 * The account behind the session, asked of the database once per request: status and role are those of this moment.
	 * Null without a session, or with one that has ended.
	 * @throws when the database or Auth does not answer
	 */
	account(): Promise<Account | null>;
	/** Forgets what `account` said, after an action that changed it. */
	refresh(): void;
}

/** Supabase names them after the project, in parts when they are long. */
export const isSessionCookie = (name: string): boolean => /^(__(Secure|Host)-)?sb-/.test(name);

export const handleSession: Handle = ({ event, resolve }) => {
	event.locals.session = createSession(backend, event.cookies, event.url.protocol === 'https:', {
		device: event.request.headers.get('user-agent')
	});
	return resolve(event);
};

/** Characters of what a browser says it is: as many as are shown. */
const LONGEST_DEVICE = 500;

interface Options {
	/** How long an answer of Auth is waited for. */
	patienceMs?: number;
	/**
	 * What the browser says it is. Auth notes it with a session that begins, by which somebody knows their own; otherwise each would be
	 * of this server. (The embedded Auth notes nothing.)
	 */
	device?: string | null;
}

/** @param secure whether cookies are for https only */
export function createSession(
	to: () => Backend,
	cookies: Cookies,
	secure: boolean,
	{ patienceMs = timeLimit('AUTH_PATIENCE_MS'), device = null }: Options = {}
): Session {
	let client: TypedClient | undefined;
	let account: Promise<Account | null> | undefined;
	return {
		get client() {
			return (client ??= createSessionClient(to(), cookies, secure, { patienceMs, device }));
		},
		account() {
			// Most visitors have no session: that should cost nothing.
			if (!client && !cookies.getAll().some(({ name }) => isSessionCookie(name))) {
				return Promise.resolve(null);
			}
			return (account ??= readAccount(this.client, patienceMs));
		},
		refresh() {
			account = undefined;
		}
	};
}

function createSessionClient(
	{ url, publishableKey, fetch }: Backend,
	cookies: Cookies,
	secure: boolean,
	{ patienceMs, device }: Required<Options>
): TypedClient {
	return createServerClient<Database>(url, publishableKey, {
		cookieOptions: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
		cookies: {
			// Without the person: a browser may send more cookies than a server reads, and the database knows who it is.
			encode: 'tokens-only',
			getAll: () => cookies.getAll(),
			setAll: (changed) => {
				for (const { name, value, options } of changed) {
					// As long as the session may last without use; the library would say 400 days. Zero takes a cookie away.
					const maxAge = Math.min(options.maxAge ?? Infinity, sessionCookieSeconds());
					cookies.set(name, value, { ...options, maxAge, path: '/' });
				}
			}
		},
		global: {
			fetch: patientFetch(fetch, patienceMs),
			headers: device ? { 'user-agent': device.slice(0, LONGEST_DEVICE) } : {}
		}
	});
}

const accountRow = rowSchema({
	id: v.string(),
	email: v.string(),
	status: v.picklist(ACCOUNT_STATUSES),
	role: v.picklist(ROLES),
	fullName: v.string(),
	jobTitle: v.string(),
	position: v.picklist(POSITIONS),
	localGovernmentId: v.nullable(v.string()),
	phone: v.nullable(v.string()),
	bio: v.nullable(v.string()),
	motivation: v.nullable(v.string()),
	listed: v.boolean(),
	visibleFields: v.array(v.picklist(VISIBLE_FIELDS)),
	notifications: v.array(v.picklist(NOTIFICATIONS)),
	locale: v.picklist(locales),
	pausedAt: v.nullable(v.string()),
	consentedAt: v.string(),
	createdAt: v.string()
});

/** The query is the check: the database refuses a forged token and knows no account for a session that ended. */
async function readAccount(client: TypedClient, patienceMs: number): Promise<Account | null> {
	const { data: current, error: away } = await inTime('getSession', client.auth.getSession(), patienceMs);
	// A session that could not be refreshed is none; one that could not be asked about is not known.
	if (away && (isAuthRetryableFetchError(away) || away.status === 429))
		throw new AuthFailure('getSession', away);
	if (!current.session) return null;
	try {
		const [row] = await ask('my_account', client.rpc('my_account'));
		return row ? v.parse(accountRow, row) : null;
	} catch (cause) {
		if (cause instanceof DatabaseError && cause.status === 401) return null;
		throw cause;
	}
}
