import { redirect } from '@sveltejs/kit';
import { message, setError, superValidate } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import {
	signInLinkSchema,
	signInSchema,
	type SignInForm,
	type SignInOutcome
} from '$lib/accounts/signInSchema';
import { ownPath } from '$lib/domain/access/ownPath';
import { localPath } from '$lib/i18n/localPath';
import { m } from '$lib/i18n/paraglide/messages.js';
import { attempt, attemptUnseen } from '$lib/server/accounts/attempt';
import { mailAddress } from '$lib/server/accounts/auth';
import { rememberNext } from '$lib/server/accounts/linkMemory';
import { sendSignInLink } from '$lib/server/accounts/mailedLinks';
import { signIn } from '$lib/server/accounts/signIn';
import type { Actions, PageServerLoad } from './$types';

const EMPTY: SignInForm = { email: '', password: '', next: '' };

const validate = (
	data: FormData | undefined,
	schema: typeof signInSchema | typeof signInLinkSchema = signInSchema
) => superValidate<SignInForm, SignInOutcome>(data, valibot(schema, { defaults: EMPTY }));

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const next = ownPath(url.searchParams.get('next'));
	// The frame of the page asks this too, and says in the log when the database does not answer.
	if (await locals.session.account().catch(() => null)) redirect(303, next ?? localPath('/account'));
	const form = await validate(undefined);
	form.data.next = next ?? '';
	return { form };
};

export const actions: Actions = {
	password: async (event) => {
		const form = await validate(await event.request.formData());
		const { password } = form.data;
		// It goes back to nobody, whatever happens.
		form.data.password = '';
		if (!form.valid) return message(form, undefined, { status: 400 });
		const email = mailAddress(form.data.email);
		if (email === undefined) return setError(form, 'email', m.accounts_register_email_invalid());

		const { problem, status, outcome } = await attempt(event, { action: 'sign_in', email }, () =>
			signIn(event.locals.session.client, email, password)
		);
		if (problem) return message(form, problem, { status });
		if (!outcome) return message(form, { kind: 'refused' }, { status: 400 });
		event.locals.session.refresh();
		redirect(303, ownPath(form.data.next) ?? localPath('/account'));
	},

	link: async (event) => {
		const form = await validate(await event.request.formData(), signInLinkSchema);
		form.data.password = '';
		if (!form.valid) return message(form, undefined, { status: 400 });
		const email = mailAddress(form.data.email);
		if (email === undefined) return setError(form, 'email', m.accounts_register_email_invalid());

		const { problem, status } = await attemptUnseen(event, { action: 'magic_link', email }, () =>
			sendSignInLink(email)
		);
		if (problem) return message(form, problem, { status });
		rememberNext(event, ownPath(form.data.next));
		return message(form, { kind: 'sent' });
	}
};
