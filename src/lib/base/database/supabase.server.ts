import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { inOneLine, PlainError } from '../log/tellError.server';
import type { Database } from './database.types';
import { backend } from './backend.server';
import type { Backend } from '../embedded/backend.server';

export type TypedClient = SupabaseClient<Database>;

/**
 * What says that the database cannot answer now: PostgREST without one (PGRST00x), and PostgreSQL that lost a connection
 * (08), has no room (53), was told to stop (57: also a question that took too long), has trouble with its disk (58), or
 * let somebody else go first (40).
 */
const AWAY = /^(PGRST00.|(08|40|53|57|58)...)$/;

/** A call that the database refused or could not do. Says which and why, never what was in the row. */
export class DatabaseError extends PlainError {
	override name = 'DatabaseError';
	/** SQLSTATE, or PostgREST's own code; '' when it did not answer, or something before it did. */
	readonly code: string;
	/** What our functions raise: a word in capitals, such as LAST_ADMIN. */
	readonly reason: string | undefined;
	/** Of HTTP; 0 without an answer. */
	readonly status: number;

	constructor(call: string, { code = '', message }: { code?: string; message: string }, status = 0) {
		super(`${call}: ${inOneLine({ code, message })}`);
		this.code = code;
		this.status = status;
		this.reason = /^[A-Z]+(_[A-Z]+)*$/.test(message) ? message : undefined;
	}

	/** Asking the same a minute later may help. Whatever else was refused is refused then too. */
	get isAway(): boolean {
		return this.code === '' || AWAY.test(this.code);
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
