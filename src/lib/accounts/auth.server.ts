/** Supabase's Auth, for people who have no session (yet). */
import { randomBytes } from 'node:crypto';
import { domainToASCII } from 'node:url';
import type { AuthError } from '@supabase/supabase-js';
import { isEmailAddress } from '$lib/domain/account/emailAddress';
import { backend } from '$lib/base/database/backend.server';
import { PlainError } from '$lib/base/log/tellError.server';
import { createKeyClient, type TypedClient } from '$lib/base/database/supabase.server';

/** What Auth could not do. Says which call and why, never to whom: Auth quotes addresses in its messages. */
export class AuthFailure extends PlainError {
	override name = 'AuthFailure';

	constructor(call: string, { status, code, name }: AuthError) {
		super(`${call}: ${status ?? ''} ${code ?? name}`);
	}
}

/** A client of its own for each call: one that is shared would go on as whoever Auth lets in. */
export const strangersAuth = (): TypedClient['auth'] =>
	createKeyClient(backend(), backend().publishableKey).auth;

/** A password that nobody knows; with characters of every kind, for a project that asks for them. */
export const unguessable = (): string => `${randomBytes(32).toString('base64url')}aA1!`;

/**
 * An address as mail servers and Auth know it: its domain in ASCII, so that letters that only look like others show
 * ("gеnt.be" with a Cyrillic letter is "xn--gnt-rdd.be"), all in lower case.
 * @returns undefined for what is no address
 */
export function mailAddress(typed: string): string | undefined {
	if (!isEmailAddress(typed)) return undefined;
	const at = typed.lastIndexOf('@');
	const domain = domainToASCII(typed.slice(at + 1));
	const address = `${typed.slice(0, at)}@${domain}`.toLowerCase();
	return isEmailAddress(address) ? address : undefined;
}
