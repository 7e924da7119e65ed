import { message, setError, superValidate } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import { emailChangeSchema, type EmailChangeForm } from '$lib/accounts/own/emailChangeSchema';
import type { AttemptProblem } from '$lib/accounts/problem';
import { m } from '$lib/i18n/paraglide/messages.js';
import { attempt } from '$lib/server/accounts/attempt';
import { mailAddress, strangersAuth } from '$lib/server/accounts/auth';
import { requestEmailChange } from '$lib/server/accounts/ownAccount';
import { isPresentPassword } from '$lib/server/accounts/presentPassword';
import { requireAccount, requireOpenAccount } from '$lib/server/accounts/requireAccount';
import type { Actions, PageServerLoad } from './$types';

type Outcome = AttemptProblem | { kind: 'mailed'; email: string };

const EMPTY: EmailChangeForm = { newEmail: '', password: '' };

const validate = (data?: FormData) =>
	superValidate<EmailChangeForm, Outcome>(data, valibot(emailChangeSchema, { defaults: EMPTY }));

export const load: PageServerLoad = async ({ locals }) => {
	const { email } = await requireAccount(locals);
	return { email, form: await validate() };
};

export const actions: Actions = {
	default: async (event) => {
		const account = await requireOpenAccount(event.locals);
		const form = await validate(await event.request.formData());
		const { newEmail, password } = form.data;
		// What somebody types to prove who they are is never sent back.
		form.data.password = '';
		if (!form.valid) return message(form, undefined, { status: 400 });

		const email = mailAddress(newEmail);
		if (email === undefined) return setError(form, 'newEmail', m.accounts_register_email_invalid());
		if (email === account.email.toLowerCase()) {
			return setError(form, 'newEmail', m.accounts_own_email_same());
		}
		const result = await attempt(event, { action: 'change_email', email: account.email }, async () =>
			(await isPresentPassword(account.email, password))
				? requestEmailChange(event.locals.session.client, strangersAuth(), account, email)
				: 'wrong_password'
		);
		if (result.problem) return message(form, result.problem, { status: result.status });
		switch (result.outcome) {
			case 'wrong_password':
				return setError(form, 'password', m.accounts_password_present_wrong());
			case 'refused':
				return setError(form, 'newEmail', m.accounts_own_email_refused());
			case 'too_soon':
				event.setHeaders({ 'retry-after': '60' });
				return message(form, { kind: 'too-many', minutes: 1 }, { status: 429 });
			case 'mailed':
				form.data.newEmail = '';
				return message(form, { kind: 'mailed', email });
		}
	}
};
