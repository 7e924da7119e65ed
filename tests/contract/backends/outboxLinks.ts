import { AUTH_MAILS, type AuthMailType } from '../../../src/lib/base/mail/authMail.ts';
import type { Ask, MailedLink } from './backend.ts';

/** The links of Auth that wait in the outbox for a site to send them. */
export async function linksInOutbox(ask: Ask, to: string): Promise<MailedLink[]> {
	const mails = await ask<{ type: AuthMailType; token: string }>(
		`select substr(template, 6) as type, params ->> 'token' as token
		from public.email_outbox
		where template like 'auth\\_%' and to_address = lower($1)
		order by created_at desc`,
		[to]
	);
	return mails.map(({ type, token }) => ({ type: AUTH_MAILS[type], tokenHash: token }));
}
