import { valibot } from 'sveltekit-superforms/adapters';
import { emailChangeSchema, type EmailChangeForm } from '$lib/accounts/own/emailChangeSchema';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { attempt } from '$lib/accounts/attempt.server';
import { mailAddress, strangersAuth } from '$lib/accounts/auth.server';
import { requestEmailChange } from '$lib/accounts/ownAccount.server';
import { isPresentPassword } from '$lib/accounts/presentPassword.server';
import { requireAccount, requireOpenAccount } from '$lib/accounts/requireAccount.server';
import { readSessions } from '$lib/accounts/own/sessions.server';
import { sessionLimits } from '$lib/accounts/sessionLimits.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { readDone } from '$lib/domain/query/done';
import { defineForm, haveToWait } from '$lib/base/form/form.server';
import type { Actions, PageServerLoad } from './$types';

const EMPTY: EmailChangeForm = { newEmail: '', password: '' };
const emailChange = defineForm<EmailChangeForm, { kind: 'mailed'; email: string }>({
	schema: valibot(emailChangeSchema, { defaults: EMPTY }),
	secrets: ['password']
});

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const { email, role, status } = await requireAccount(locals);
	return {
		email,
		isApproved: status === 'approved',
		isAdmin: role === 'admin',
		limits: sessionLimits(),
		sessions: await requireAnswer(readSessions(locals.session.client), request),
		isSignedOut: readDone(url.searchParams, ['signed-out']) !== null,
		form: await emailChange.open()
	};
};

export const actions: Actions = {
	default: async (event) => {
		const account = await requireOpenAccount(event.locals);
		return emailChange.send(event, {
			act: async ({ data, form, refuse }) => {
				const email = mailAddress(data.newEmail);
				if (email === undefined) return refuse('newEmail', m.accounts_register_email_invalid());
				if (email === account.email.toLowerCase()) return refuse('newEmail', m.accounts_own_email_same());
				const { problem, outcome } = await attempt(
					event,
					{ action: 'change_email', email: account.email },
					async () =>
						(await isPresentPassword(account.email, data.password))
							? requestEmailChange(event.locals.session.client, strangersAuth(), account, email)
							: 'wrong_password'
				);
				if (problem) return problem;
				switch (outcome) {
					case 'wrong_password':
						return refuse('password', m.accounts_password_present_wrong());
					case 'refused':
						return refuse('newEmail', m.accounts_own_email_refused());
					case 'too_soon':
						return haveToWait(event, 60);
					case 'mailed':
						form.data.newEmail = '';
						return { kind: 'mailed', email };
				}
			}
		});
	}
};
