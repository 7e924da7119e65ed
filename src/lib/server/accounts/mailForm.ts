import type { RequestEvent } from '@sveltejs/kit';
import { message, setError, superValidate, type SuperValidated } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import { mailSchema, type MailForm, type MailOutcome } from '$lib/accounts/signInSchema';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { LimitedAction } from '../rateLimit';
import { attemptUnseen } from './attempt';
import { mailAddress } from './auth';

/** The form that asks for an address to mail a link to. */
export const validateMailForm = (data?: FormData): Promise<SuperValidated<MailForm, MailOutcome>> =>
	superValidate<MailForm, MailOutcome>(data, valibot(mailSchema, { defaults: { email: '' } }));

/**
 * The form action: mails a link, with one answer for known and unknown addresses.
 * @param send one of `mailedLinks`
 */
export async function mailALink(
	event: RequestEvent,
	data: FormData,
	action: LimitedAction,
	send: (email: string) => Promise<void>
) {
	const form = await validateMailForm(data);
	if (!form.valid) return message(form, undefined, { status: 400 });
	const email = mailAddress(form.data.email);
	if (email === undefined) return setError(form, 'email', m.accounts_register_email_invalid());
	const { problem, status } = await attemptUnseen(event, { action, email }, () => send(email));
	return problem ? message(form, problem, { status }) : message(form, { kind: 'sent' });
}
