/** Links in the mails that ask whether a desk is still true. Whoever has one may answer, signed in or not. */
import * as v from 'valibot';
import { ask } from '$lib/base/database/ask.server';
import { serviceClient } from '$lib/base/database/supabase.server';

const UNUSABLE = ['used', 'expired', 'unknown'] as const;
const stateSchema = v.picklist(['open', ...UNUSABLE]);
const confirmationSchema = v.picklist(['confirmed', 'changed_meanwhile', ...UNUSABLE]);
const handOverSchema = v.picklist(['passed_on', 'too_often', ...UNUSABLE]);

export type LinkState = v.InferOutput<typeof stateSchema>;

export interface CheckLink {
	state: LinkState;
	/** Null for a link that is unknown. */
	deskId: string | null;
	/** Whether it was mailed to somebody with an account. */
	hasAccount: boolean;
	/** The fingerprint of the desk; empty without one. */
	seen: string;
}

const TOKEN = /^[0-9a-f]{64}$/;

/**
 * What a link is about. Changes nothing, however often it is asked.
 * @throws DatabaseError
 */
export async function readCheckLink(token: string): Promise<CheckLink> {
	const unknown: CheckLink = { state: 'unknown', deskId: null, hasAccount: false, seen: '' };
	if (!TOKEN.test(token)) return unknown;
	const [row] = await ask('desk_of_check', serviceClient().rpc('desk_of_check', { p_token: token }));
	if (!row) return unknown;
	return {
		state: v.parse(stateSchema, row.state),
		deskId: row.desk_id,
		hasAccount: row.has_account,
		seen: row.seen ?? ''
	};
}

/**
 * All that the desk says is true: everybody sees today's date with it.
 * @param seen the fingerprint of what was shown
 * @throws DatabaseError
 */
export async function confirmByLink(
	token: string,
	seen: string
): Promise<v.InferOutput<typeof confirmationSchema>> {
	if (!TOKEN.test(token)) return 'unknown';
	return v.parse(
		confirmationSchema,
		await ask(
			'confirm_desk_by_link',
			serviceClient().rpc('confirm_desk_by_link', { p_token: token, p_seen: seen })
		)
	);
}

/**
 * Mails a link to a colleague at the same local government. The answer does not tell whether there is one.
 * @throws DatabaseError
 */
export async function handOverByLink(
	token: string,
	email: string
): Promise<v.InferOutput<typeof handOverSchema>> {
	if (!TOKEN.test(token)) return 'unknown';
	return v.parse(
		handOverSchema,
		await ask('hand_over_desk', serviceClient().rpc('hand_over_desk', { p_token: token, p_email: email }))
	);
}
