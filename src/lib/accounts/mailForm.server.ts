import type { RequestEvent } from '@sveltejs/kit';
import { valibot } from 'sveltekit-superforms/adapters';
import { mailSchema, type MailForm, type MailOutcome } from './signInSchema';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { defineForm } from '$lib/base/form/form.server';
import type { LimitedAction } from '$lib/base/database/rateLimit.server';
import { attemptUnseen } from './attempt.server';
import { mailAddress } from './auth.server';

/** The form that asks for an address to mail a link to. */
export const mailForm = defineForm<MailForm, MailOutcome>({
	schema: valibot(mailSchema, { defaults: { email: '' } })
});

/**
 * Its action: mails a link, with one answer for known and unknown addresses.
 * @param send one of `mailedLinks`
 */
export const mailALink = (
	event: RequestEvent,
	action: LimitedAction,
	send: (email: string) => Promise<void>,
	typed?: FormData
) =>
	mailForm.send(
		event,
		{
			act: async ({ data, refuse }) => {
				const email = mailAddress(data.email);
				if (email === undefined) return refuse('email', m.accounts_register_email_invalid());
				const { problem } = await attemptUnseen(event, { action, email }, () => send(email));
				return problem ?? { kind: 'sent' };
			}
		},
		typed
	);
