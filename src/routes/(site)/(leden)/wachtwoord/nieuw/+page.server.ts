import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { message, setError, superValidate } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import {
	newPasswordSchema,
	type NewPasswordForm,
	type NewPasswordOutcome
} from '$lib/accounts/newPasswordSchema';
import { passwordAdvice } from '$lib/accounts/passwordRules';
import { passwordProblem } from '$lib/domain/password';
import { localPath } from '$lib/i18n/localPath';
import { m } from '$lib/i18n/paraglide/messages.js';
import { attempt } from '$lib/server/accounts/attempt';
import { changePassword } from '$lib/server/accounts/password';
import { isPresentPassword } from '$lib/server/accounts/presentPassword';
import { forgetRecovery, isRecovering } from '$lib/server/accounts/recovery';
import { deliverSoon } from '$lib/server/mail';
import type { Actions, PageServerLoad } from './$types';

const EMPTY: NewPasswordForm = { present: '', password: '' };

const validate = (data?: FormData) =>
	superValidate<NewPasswordForm, NewPasswordOutcome>(data, valibot(newPasswordSchema, { defaults: EMPTY }));

export const load: PageServerLoad = async (event) => {
	event.setHeaders({ 'cache-control': 'no-store' });
	const account = await event.locals.session.account();
	const asksPresent = !(await isRecovering(event));
	return {
		form: await validate(),
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
		const form = await validate(await event.request.formData());
		const { present, password } = form.data;
		// They go back to nobody, whatever happens.
		form.data.present = form.data.password = '';

		const asksPresent = !(await isRecovering(event));
		const problemWithIt = passwordProblem(password, [account.fullName, account.email]);
		if (asksPresent && present === '') setError(form, 'present', m.accounts_password_present_missing());
		if (problemWithIt) setError(form, 'password', passwordAdvice(problemWithIt));
		if (!form.valid) return message(form, undefined, { status: 400 });

		const { problem, status, outcome } = await attempt(
			event,
			{ action: 'sign_in', email: account.email },
			async () =>
				asksPresent && !(await isPresentPassword(account.email, present))
					? 'wrong'
					: changePassword(session.client, password)
		);
		switch (outcome) {
			case undefined:
				return message(form, problem, { status });
			case 'wrong':
				return setError(form, 'present', m.accounts_password_present_wrong());
			case 'same':
				return setError(form, 'password', m.accounts_password_same());
			case 'weak':
				return setError(form, 'password', m.accounts_password_weak());
			case 'stale':
				return message(form, { kind: 'stale' }, { status: 400 });
			case 'changed':
			case 'changed_here':
				forgetRecovery(event);
				deliverSoon();
				if (outcome === 'changed' && isFirst(event)) redirect(303, localPath('/account'));
				return message(form, { kind: outcome });
		}
	}
};
