import { redirect } from '@sveltejs/kit';
import { valibot } from 'sveltekit-superforms/adapters';
import {
	signInLinkSchema,
	signInSchema,
	type SignInForm,
	type SignInOutcome
} from '$lib/accounts/signInSchema';
import { ownPath } from '$lib/domain/access/ownPath';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { attempt, attemptUnseen } from '$lib/accounts/attempt.server';
import { mailAddress } from '$lib/accounts/auth.server';
import { rememberNext } from '$lib/accounts/linkMemory.server';
import { sendSignInLink } from '$lib/accounts/mailedLinks.server';
import { signIn } from '$lib/accounts/signIn.server';
import { defineForm } from '$lib/base/form/form.server';
import type { Actions, PageServerLoad } from './$types';

const EMPTY: SignInForm = { email: '', password: '', next: '' };
const passwordForm = defineForm<SignInForm, SignInOutcome>({
	schema: valibot(signInSchema, { defaults: EMPTY }),
	secrets: ['password']
});
const linkForm = defineForm<SignInForm, SignInOutcome>({
	schema: valibot(signInLinkSchema, { defaults: EMPTY }),
	secrets: ['password']
});

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const next = ownPath(url.searchParams.get('next'));
	// The frame of the page asks this too, and says in the log when the database does not answer.
	if (await locals.session.account().catch(() => null)) redirect(303, next ?? localPath('/account'));
	const form = await passwordForm.open();
	form.data.next = next ?? '';
	return {
		form,
		/** A form was sent by somebody whose session had ended. */
		isUnsent: url.searchParams.get('verzonden') === 'nee'
	};
};

export const actions: Actions = {
	password: (event) =>
		passwordForm.send(event, {
			act: async ({ data, refuse }) => {
				const email = mailAddress(data.email);
				if (email === undefined) return refuse('email', m.accounts_register_email_invalid());
				const { problem, outcome } = await attempt(event, { action: 'sign_in', email }, () =>
					signIn(event.locals.session.client, email, data.password)
				);
				if (problem) return problem;
				if (!outcome) return { kind: 'refused' };
				event.locals.session.refresh();
				redirect(303, ownPath(data.next) ?? localPath('/account'));
			}
		}),

	link: (event) =>
		linkForm.send(event, {
			act: async ({ data, refuse }) => {
				const email = mailAddress(data.email);
				if (email === undefined) return refuse('email', m.accounts_register_email_invalid());
				const { problem } = await attemptUnseen(event, { action: 'magic_link', email }, () =>
					sendSignInLink(email)
				);
				if (problem) return problem;
				rememberNext(event, ownPath(data.next));
				return { kind: 'sent' };
			}
		})
};
