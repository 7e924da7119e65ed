/** The links in Auth's mails. */
import { LINK_TYPES, type LinkType } from '$lib/accounts/linkTypes';
import type { TypedClient } from '../supabase';
import { AuthFailure } from './auth';

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

/**
 * Uses a link, once. The client writes the cookies of the session that begins.
 * @returns `half` when another mailbox has to confirm as well, `spent` when the link was used, is too old or was made up
 * (Auth does not tell which)
 * @throws AuthFailure when Auth does not answer
 */
export async function useMailLink(
	client: TypedClient,
	{ type, tokenHash }: MailLink
): Promise<'done' | 'half' | 'spent'> {
	const { data, error } = await client.auth.verifyOtp({ token_hash: tokenHash, type });
	if (!error) return data.session ? 'done' : 'half';
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
