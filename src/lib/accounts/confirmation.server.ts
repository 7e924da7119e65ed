/** The links in Auth's mails. */
import { LINK_TYPES, type LinkType } from './linkTypes';
import type { User } from '@supabase/supabase-js';
import { timeLimit } from '$lib/base/settings/limits.server';
import { ask } from '$lib/base/database/ask.server';
import { serviceClient, type TypedClient } from '$lib/base/database/supabase.server';
import { AuthFailure } from './auth.server';

export interface MailLink {
	type: LinkType;
	tokenHash: string;
}

const TOKEN = /^(pkce_)?[0-9A-Za-z_-]{20,128}$/;

/** @returns undefined for what none of our mails says */
export function readMailLink(tokenHash: unknown, type: unknown): MailLink | undefined {
	const known = LINK_TYPES.find((one) => one === type);
	return known && typeof tokenHash === 'string' && TOKEN.test(tokenHash)
		? { type: known, tokenHash }
		: undefined;
}

const ATTEMPTS = 3;

/**
 * Uses a link, once. The client writes the cookies of the session that begins.
 *
 * Anybody can ask for an account with anybody's address and choose its password; who confirms it may be another person.
 * Only the browser that asked for the account keeps the password chosen there; and where several asked for the same address,
 * also the name and the government that the last one gave.
 * @param askedHere whether the account with this id was asked for in this browser
 * @param service acts as `service_role`
 * @returns `unclaimed` when it was asked for elsewhere and is proven now: nobody knows its password; `half` when another
 * mailbox has to confirm as well; `spent` when the link was used, is too old or was made up (Auth does not tell which)
 * @throws AuthFailure when Auth does not answer
 */
export async function useMailLink(
	client: TypedClient,
	{ type, tokenHash }: MailLink,
	askedHere: (accountId: string) => boolean,
	service: () => TypedClient = serviceClient
): Promise<'done' | 'unclaimed' | 'half' | 'spent'> {
	const { data, error } = await client.auth.verifyOtp({ token_hash: tokenHash, type });
	if (!error) {
		if (!data.session) return 'half';
		const { user } = data.session;
		if (!isFirst(type, user) || askedHere(user.id)) return 'done';
		await lockOutOthers(client, service(), user.id);
		await takeOffName(client);
		return 'unclaimed';
	}
	switch (error.code) {
		case 'otp_expired':
		case 'user_not_found':
		case 'validation_failed':
		case 'bad_code_verifier':
			return 'spent';
		default:
			throw new AuthFailure('verifyOtp', error);
	}
}

/** Links of other types prove the mailbox of a new account too. */
function isFirst(type: LinkType, { email_confirmed_at: proven, last_sign_in_at: cameIn }: User): boolean {
	// Only somebody who is in already can ask for another address.
	if (type === 'email_change') return false;
	if (type === 'signup' || !proven || !cameIn) return true;
	return Math.abs(Date.parse(cameIn) - Date.parse(proven)) < timeLimit('SAME_MOMENT_MS');
}

/** @throws when that is not known: then nobody is in, and signing in is all that is left to do */
async function takeOffName(client: TypedClient): Promise<void> {
	try {
		await ask('disown_registration', client.rpc('disown_registration'));
	} catch (cause) {
		await client.auth.signOut({ scope: 'global' });
		throw cause;
	}
}

/** Whoever chose the password can use it from the moment that the address is proven, so this does not give up at once. */
async function lockOutOthers(client: TypedClient, service: TypedClient, accountId: string): Promise<void> {
	for (let attempt = 1; ; attempt += 1) {
		try {
			await ask('disown_password', service.rpc('disown_password', { p_account_id: accountId }));
			const { error } = await client.auth.signOut({ scope: 'others' });
			if (error) throw new AuthFailure('signOut', error);
			return;
		} catch (cause) {
			if (attempt < ATTEMPTS) continue;
			await client.auth.signOut({ scope: 'global' });
			throw cause;
		}
	}
}
