import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { Database } from '$lib/database.types';
import { backend, type Backend } from './backend';

export type TypedClient = SupabaseClient<Database>;

/** A call that the database refused or could not do. Says which and why, never what was in the row. */
export class DatabaseError extends Error {
	override name = 'DatabaseError';
	/** SQLSTATE, or PostgREST's own code. */
	readonly code: string;
	/** What our functions raise: a word in capitals, such as LAST_ADMIN. */
	readonly reason: string | undefined;

	constructor(call: string, error: { code: string; message: string }) {
		// PostgreSQL quotes the row in `details`; that does not belong in a log.
		super(`${call}: ${error.code} ${error.message}`);
		this.code = error.code;
		this.reason = /^[A-Z]+(_[A-Z]+)*$/.test(error.message) ? error.message : undefined;
	}
}

/** A client of one backend that holds one key and no session: what it may do is decided by the database. */
export function createKeyClient(to: Backend, key: string): TypedClient {
	return createClient<Database>(to.url, key, {
		auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
		global: { fetch: to.fetch }
	});
}

let visitor: TypedClient | undefined;

/** Reads as any visitor (role `anon`). Has no session, so all requests may share it. */
export function visitorClient(): TypedClient {
	visitor ??= createKeyClient(backend(), backend().publishableKey);
	return visitor;
}

let service: TypedClient | undefined;

/** Acts as `service_role`, past row-level security: only for what no visitor's role may do, never with a visitor's query. */
export function serviceClient(): TypedClient {
	service ??= createKeyClient(backend(), backend().secretKey);
	return service;
}
