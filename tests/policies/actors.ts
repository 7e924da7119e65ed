/** Somebody who talks to the Data API, with what they have in hand. */
import { createHmac } from 'node:crypto';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { Embedded } from '../../src/lib/server/embedded/index.ts';
import type { Actor } from './matrix.ts';

/** Without the generated types: the tests ask for what those types say does not exist. */
export type AnyClient = SupabaseClient;

export function clientOf(actor: Actor, embedded: Embedded): AnyClient {
	switch (actor) {
		case 'visitor':
			return clientWithKey(embedded, embedded.publishableKey);
		case 'signedIn':
			return clientWithKey(embedded, embedded.publishableKey, accessToken(embedded.jwtSecret));
		case 'keyless':
			return createClient(embedded.url, 'none', {
				...WITHOUT_SESSION,
				global: {
					fetch: (input, init) => embedded.fetch(input, { ...init, headers: withoutKeys(init?.headers) })
				}
			});
	}
}

/** The server itself, past row-level security. */
export const serverClient = (embedded: Embedded): AnyClient => clientWithKey(embedded, embedded.secretKey);

export function clientWithKey(embedded: Embedded, key: string, token?: string): AnyClient {
	return createClient(embedded.url, key, {
		...WITHOUT_SESSION,
		...(token ? { accessToken: async () => token } : {}),
		global: { fetch: embedded.fetch }
	});
}

const WITHOUT_SESSION = {
	auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false }
};

function withoutKeys(given: HeadersInit | undefined): Headers {
	const headers = new Headers(given);
	headers.delete('apikey');
	headers.delete('authorization');
	return headers;
}

/** Signed as Auth signs, for an account that exists nowhere. */
export function accessToken(
	secret: string,
	role = 'authenticated',
	sub = '00000000-0000-4000-8000-000000000001'
): string {
	const now = Math.floor(Date.now() / 1000);
	const claims = { sub, role, aud: role, iat: now, exp: now + 3600 };
	const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const head = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
	return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
}
