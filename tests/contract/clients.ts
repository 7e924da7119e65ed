/** Who asks. Without the generated types: the contract has a table and functions of its own. */
import { createHmac } from 'node:crypto';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { BackendUnderTest } from './backends/backend.ts';

export type AnyClient = SupabaseClient;

/** @param token of somebody who is signed in, or claims to be */
export function clientWithKey({ url, fetch }: BackendUnderTest, key: string, token?: string): AnyClient {
	return createClient(url, key, {
		auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
		...(token === undefined ? {} : { accessToken: () => Promise.resolve(token) }),
		global: { fetch }
	});
}

export const visitorOf = (backend: BackendUnderTest): AnyClient =>
	clientWithKey(backend, backend.publishableKey);

/** Past row-level security. */
export const serverOf = (backend: BackendUnderTest): AnyClient => clientWithKey(backend, backend.secretKey);

export const bearer = (backend: BackendUnderTest, token: string): AnyClient =>
	clientWithKey(backend, backend.publishableKey, token);

/** Signed as Auth signs. */
export function sign(secret: string, claims: Record<string, unknown>): string {
	const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const now = Math.floor(Date.now() / 1_000);
	const told = { aud: 'authenticated', role: 'authenticated', iat: now, exp: now + 3_600, ...claims };
	const head = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(told)}`;
	return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
}

export function claimsOf(token: string): Record<string, unknown> {
	return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}
