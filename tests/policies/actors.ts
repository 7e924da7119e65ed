/** Somebody who talks to the Data API, with what they have in hand. */
import { createHmac } from 'node:crypto';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { Embedded } from '../../src/lib/base/embedded/index.server.ts';

/** Without the generated types: the tests ask for what those types say does not exist. */
export type AnyClient = SupabaseClient;

/** With the publishable key alone, or with no key at all. */
export function clientOf(actor: 'visitor' | 'keyless', embedded: Embedded): AnyClient {
	if (actor === 'visitor') return clientWithKey(embedded, embedded.publishableKey);
	return createClient(embedded.url, 'none', {
		...WITHOUT_SESSION,
		global: {
			fetch: (input, init) => embedded.fetch(input, { ...init, headers: withoutKeys(init?.headers) })
		}
	});
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

/** Signed as Auth signs; by default for an account that exists nowhere. */
export function accessToken(
	secret: string,
	role = 'authenticated',
	sub = '00000000-0000-4000-8000-000000000001',
	more: { session_id?: string; email?: string } = {}
): string {
	const now = Math.floor(Date.now() / 1000);
	const claims = { sub, role, aud: role, iat: now, exp: now + 3600, ...more };
	const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const head = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
	return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
}

interface Answer {
	status: number;
	error: { code?: string } | null;
}

/** PostgREST's and PostgreSQL's word for "you may not", or the gateway's for "no key". */
export function isRefusal({ status, error }: Answer): boolean {
	return error !== null && (error.code === '42501' || status === 401 || status === 403);
}
