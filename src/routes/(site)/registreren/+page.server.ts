import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { message, setError, superValidate, type SuperValidated } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import {
	registrationSchema,
	type RegistrationForm,
	type RegistrationProblem
} from '$lib/accounts/registrationSchema';
import { localPath } from '$lib/i18n/localPath';
import { m } from '$lib/i18n/paraglide/messages.js';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import { attempt } from '$lib/server/accounts/attempt';
import { mailAddress } from '$lib/server/accounts/auth';
import { rememberAsked } from '$lib/server/accounts/linkMemory';
import { register } from '$lib/server/accounts/registration';
import { getDirectory } from '$lib/server/directory';
import { governmentOfAddress, readGovernment } from '$lib/server/governmentChoices';
import { logError, requireDirectory } from '$lib/server/http/errors';
import type { Actions, PageServerLoad } from './$types';

type Form = SuperValidated<RegistrationForm, RegistrationProblem>;

const EMPTY: RegistrationForm = {
	fullName: '',
	jobTitle: '',
	position: '',
	government: '',
	governmentChoice: '',
	governmentAsked: '',
	email: '',
	signInWith: 'password',
	password: '',
	motivation: '',
	consent: false
};

const validate = (data?: FormData): Promise<Form> =>
	superValidate<RegistrationForm, RegistrationProblem>(
		data,
		valibot(registrationSchema, { defaults: EMPTY })
	);

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	// A page that may hold somebody's words is kept by no cache.
	setHeaders({ 'cache-control': 'no-store' });
	// Who is signed in is in the frame of the page as well, which says in the log when the database does not answer.
	if (await locals.session.account().catch(() => null)) redirect(303, localPath('/account'));
	const form = await validate();
	const asked = url.searchParams.get('bestuur');
	const government = asked ? governmentOfAddress(await requireDirectory(), asked) : undefined;
	if (government) form.data.government = government.name;
	return { form, merged: government?.former === undefined ? null : government };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await validate(await event.request.formData());
		const { password } = form.data;
		// It goes back to nobody, whatever happens.
		form.data.password = '';
		const failure = await ask(event, form, password);
		// A page that stays has it still; one that arrives anew asks for it again, and says so.
		const isLost = password !== '' && form.data.signInWith === 'password' && !form.errors.password;
		if (isLost && event.request.headers.get('x-sveltekit-action') === null) {
			setError(form, 'password', m.accounts_register_password_again());
		}
		return failure;
	}
};

/** Asks for the account. @returns only when that failed; the form says why */
async function ask(event: RequestEvent, form: Form, password: string) {
	const localGovernmentId = await findGovernment(form, event);
	const email = mailAddress(form.data.email);
	if (email === undefined && !form.errors.email) setError(form, 'email', m.accounts_register_email_invalid());
	const { position, signInWith } = form.data;
	if (form.message?.kind === 'unavailable') return fail(503, { form });
	if (!form.valid || localGovernmentId === undefined || email === undefined || position === '') {
		return fail(400, { form });
	}

	const { fullName, jobTitle, motivation } = form.data;
	const { problem, status, outcome } = await attempt(event, { action: 'sign_up', email }, () =>
		register({
			fullName,
			jobTitle,
			position,
			localGovernmentId,
			email,
			password: signInWith === 'password' ? password : null,
			motivation,
			locale: getLocale()
		})
	);
	if (problem) return message(form, problem, { status });
	if (outcome.kind === 'refused') return setError(form, 'email', m.accounts_register_email_invalid());
	if (outcome.kind === 'weak') return setError(form, 'password', m.accounts_password_weak());
	rememberAsked(event, outcome.accountId);
	redirect(303, localPath('/registreren/bevestig'));
}

/** Says in the form itself which local governments were perhaps meant, or that they could not be looked up. */
async function findGovernment(form: Form, { request }: RequestEvent): Promise<string | undefined> {
	if (form.errors.government) return undefined;
	try {
		const read = readGovernment(await getDirectory(), form.data);
		if ('government' in read) {
			// Whatever else has to be mended: this was answered.
			form.data.government = read.government.name;
			form.data.governmentChoice = form.data.governmentAsked = '';
			return read.government.id;
		}
		const { choices } = read;
		form.message = { kind: 'choices', choices };
		form.data.governmentAsked = form.data.government;
		form.data.governmentChoice = '';
		if (choices.length === 0) setError(form, 'government', m.accounts_government_unknown());
		else setError(form, 'governmentChoice', m.accounts_government_choose());
	} catch (cause) {
		form.message = { kind: 'unavailable', id: logError(cause, request) };
	}
	return undefined;
}
