import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { valibot } from 'sveltekit-superforms/adapters';
import {
	newPasswordSchema,
	type NewPasswordForm,
	type NewPasswordOutcome
} from '$lib/accounts/newPasswordSchema';
import { passwordAdvice } from '$lib/accounts/passwordRules';
import { passwordProblem } from '$lib/domain/account/password';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { attempt } from '$lib/accounts/attempt.server';
import { changePassword } from '$lib/accounts/password.server';
import { isPresentPassword } from '$lib/accounts/presentPassword.server';
import { forgetRecovery, isRecovering } from '$lib/accounts/recovery.server';
import { defineForm } from '$lib/base/form/form.server';
import { deliverSoon } from '$lib/mail/index.server';
import type { Actions, PageServerLoad } from './$types';

const EMPTY: NewPasswordForm = { present: '', password: '' };
const newPassword = defineForm<NewPasswordForm, NewPasswordOutcome>({
	schema: valibot(newPasswordSchema, { defaults: EMPTY }),
	secrets: ['present', 'password']
});

export const load: PageServerLoad = async (event) => {
	const account = await event.locals.session.account();
	const asksPresent = !(await isRecovering(event));
	return {
		form: await newPassword.open(),
		asksPresent,
		/** The account was confirmed in another browser than the one it was asked for in. */
		isFirst: !asksPresent && isFirst(event),
		/** For the browser's password manager, which otherwise cannot tell whose password this is. */
		email: account?.email ?? ''
	};
};

const isFirst = ({ url }: Pick<RequestEvent, 'url'>): boolean => url.searchParams.has('eerste');

export const actions: Actions = {
	default: async (event) => {
		const { session } = event.locals;
		const account = await session.account();
		// The page is only for those who are signed in; a session may have ended since.
		if (!account) error(404, { message: m.server_error_not_found() });
		const asksPresent = !(await isRecovering(event));
		return newPassword.send(event, {
			judge: ({ data: { present, password }, refuse }) => {
				const problem = passwordProblem(password, [account.fullName, account.email]);
				if (asksPresent && present === '') refuse('present', m.accounts_password_present_missing());
				return problem ? refuse('password', passwordAdvice(problem)) : undefined;
			},
			act: async ({ data: { present, password }, refuse }) => {
				const { problem, outcome } = await attempt(
					event,
					{ action: 'sign_in', email: account.email },
					async () =>
						asksPresent && !(await isPresentPassword(account.email, present))
							? 'wrong'
							: changePassword(session.client, account.id, password)
				);
				switch (outcome) {
					case undefined:
						return problem;
					case 'wrong':
						return refuse('present', m.accounts_password_present_wrong());
					case 'same':
						return refuse('password', m.accounts_password_same());
					case 'weak':
						return refuse('password', m.accounts_password_weak());
					case 'stale':
						return { kind: 'stale' };
					case 'changed':
					case 'changed_here':
						forgetRecovery(event);
						deliverSoon();
						if (outcome === 'changed' && isFirst(event)) redirect(303, localPath('/account'));
						return { kind: outcome };
				}
			}
		});
	}
};
