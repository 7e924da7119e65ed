/**
 * The *Send Email* hook of Supabase's Auth: what Auth would mail itself goes into the outbox, where it is tried again and
 * seen by administrators. Auth signs as the standard for webhooks says.
 */
import { Webhook } from 'standardwebhooks';
import * as v from 'valibot';
import { AUTH_MAILS, type AuthMail, type AuthMailType } from '$lib/base/mail/authMail';
import { ask } from '$lib/base/database/ask.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { LOCALES, type Locale } from '$lib/domain/directory/directory';

const text = v.optional(v.nullable(v.string(), ''), '');

const payloadSchema = v.object({
	user: v.object({
		email: v.string(),
		new_email: text,
		// What somebody sent when registering: the account itself may not be there yet.
		user_metadata: v.optional(
			v.nullable(v.object({ locale: v.fallback(v.optional(v.picklist(LOCALES)), undefined) }))
		)
	}),
	email_data: v.object({ email_action_type: v.string(), token_hash: text, token_hash_new: text })
});

/** Its secret, as the dashboard shows it: `v1,whsec_…`. @throws when it is none; the message does not repeat it */
export function hookOf(secret: string): Webhook {
	try {
		return new Webhook(secret.trim().replace(/^v1,/, ''));
	} catch {
		throw new Error('SEND_EMAIL_HOOK_SECRET must be the secret of the hook, such as v1,whsec_….');
	}
}

export type HookAnswer = 'queued' | 'ignored' | 'unread' | 'unsigned' | 'unknown';

/**
 * @returns `ignored` for mail that the site writes by itself, `unread` for what is too large or breaks off, `unsigned` for
 * what Auth did not send or sent long ago, `unknown` for what none of our mails says
 * @throws DatabaseError when the outbox does not take it; Auth then tells whoever asked, and nothing was done
 */
export async function takeAuthMail(
	hook: Webhook,
	request: Request,
	client: () => TypedClient
): Promise<HookAnswer> {
	// Anybody can send this: no error of ours, and not for the log.
	const body = await request.text().catch(() => undefined);
	if (body === undefined) return 'unread';
	let signed: unknown;
	try {
		signed = hook.verify(body, Object.fromEntries(request.headers));
	} catch {
		return 'unsigned';
	}
	const payload = v.safeParse(payloadSchema, signed);
	if (!payload.success) return 'unknown';
	if (payload.output.email_data.email_action_type.endsWith('_notification')) return 'ignored';
	const mails = mailsIn(payload.output);
	if (mails.length === 0) return 'unknown';
	const locale = payload.output.user.user_metadata?.locale ?? 'nl';
	for (const mail of mails) await queueAuthMail(client(), mail, locale);
	return 'queued';
}

function mailsIn({ user, email_data: data }: v.InferOutput<typeof payloadSchema>): AuthMail[] {
	const type = TYPES.get(data.email_action_type);
	if (type === undefined) return [];
	const account = user.email;
	if (type !== 'email_change')
		return [{ type, account, to: account, tokenHash: data.token_hash }].filter(hasLink);
	// Auth's names are crossed: the link with the "new" hash is for the address of now.
	return [
		{ type, account, to: user.new_email, tokenHash: data.token_hash, newAddress: user.new_email },
		{ type, account, to: account, tokenHash: data.token_hash_new, newAddress: user.new_email }
	].filter(hasLink);
}

const hasLink = ({ to, tokenHash }: AuthMail): boolean => to !== '' && tokenHash !== '';

/** By Auth's name for what was asked, which is that in the link. */
const TYPES: ReadonlyMap<string, AuthMailType> = new Map([
	[AUTH_MAILS.confirmation, 'confirmation'],
	[AUTH_MAILS.recovery, 'recovery'],
	[AUTH_MAILS.magic_link, 'magic_link'],
	[AUTH_MAILS.email_change, 'email_change']
]);

async function queueAuthMail(client: TypedClient, mail: AuthMail, locale: Locale): Promise<void> {
	const queued = client.rpc('queue_auth_mail', {
		p_type: mail.type,
		p_email: mail.account,
		p_to: mail.to,
		p_token: mail.tokenHash,
		p_new_address: mail.newAddress ?? null,
		p_locale: locale
	});
	await ask('queue_auth_mail', queued);
}
