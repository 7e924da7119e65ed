import { redirect, type RequestEvent } from '@sveltejs/kit';
import { setError } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import {
	registrationSchema,
	type RegistrationForm,
	type RegistrationProblem
} from '$lib/accounts/registrationSchema';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { attempt } from '$lib/accounts/attempt.server';
import { mailAddress } from '$lib/accounts/auth.server';
import { rememberAsked } from '$lib/accounts/linkMemory.server';
import { register } from '$lib/accounts/registration.server';
import { getDirectory } from '$lib/directory/directory.server';
import { defineForm, type Sent } from '$lib/base/form/form.server';
import { governmentOfAddress, readGovernment } from '$lib/directory/governmentChoices.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import type { Actions, PageServerLoad } from './$types';

type Sending = Sent<RegistrationForm, RegistrationProblem>;

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

const registration = defineForm<RegistrationForm, RegistrationProblem>({
	schema: valibot(registrationSchema, { defaults: EMPTY }),
	secrets: ['password']
});

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	// A page that may hold somebody's words is kept by no cache.
	setHeaders({ 'cache-control': 'no-store' });
	// Who is signed in is in the frame of the page as well, which says in the log when the database does not answer.
	if (await locals.session.account().catch(() => null)) redirect(303, localPath('/account'));
	const form = await registration.open();
	const asked = url.searchParams.get('bestuur');
	const government = asked ? governmentOfAddress(await requireDirectory(), asked) : undefined;
	if (government) form.data.government = government.name;
	return { form, merged: government?.former === undefined ? null : government };
};

export const actions: Actions = {
	default: async (event) => {
		const answer = await registration.send(event, {
			judge: ({ data, form, refuse }) => {
				if (mailAddress(data.email) === undefined && !form.errors.email) {
					refuse('email', m.accounts_register_email_invalid());
				}
				return findGovernment(form, refuse);
			},
			act: (sent) => ask(event, sent)
		});
		const { form } = 'data' in answer ? answer.data : answer;
		// A page that stays has the password still; one that arrives anew asks for it again, and says so.
		const isLost = form.data.signInWith === 'password' && !form.errors.password;
		if (isLost && event.request.headers.get('x-sveltekit-action') === null) {
			setError(form, 'password', m.accounts_register_password_again());
		}
		return answer;
	}
};

/**
 * Writes into the form itself which local government was meant.
 * @returns those that were perhaps meant; nothing when it is known, or when the form says what is wrong with it
 */
async function findGovernment(
	{ data, errors }: Sending['form'],
	refuse: Sending['refuse']
): Promise<RegistrationProblem | undefined> {
	if (errors.government) return undefined;
	const read = readGovernment(await getDirectory(), data);
	if ('government' in read) {
		// Whatever else has to be mended: this was answered.
		data.government = read.government.name;
		data.governmentChoice = data.governmentAsked = '';
		return undefined;
	}
	data.governmentAsked = data.government;
	data.governmentChoice = '';
	if (read.choices.length === 0) refuse('government', m.accounts_government_unknown());
	else refuse('governmentChoice', m.accounts_government_choose());
	return { kind: 'choices', choices: read.choices };
}

/** Asks for the account. @throws a redirect when that is done */
async function ask(
	event: RequestEvent,
	{ data, form, refuse }: Sending
): Promise<RegistrationProblem | undefined> {
	const email = mailAddress(data.email);
	const read = readGovernment(await getDirectory(), form.data);
	const { fullName, jobTitle, position, signInWith, password, motivation } = data;
	if (email === undefined || position === '' || !('government' in read)) return undefined;

	const { problem, outcome } = await attempt(event, { action: 'sign_up', email }, () =>
		register({
			fullName,
			jobTitle,
			position,
			localGovernmentId: read.government.id,
			email,
			password: signInWith === 'password' ? password : null,
			motivation,
			locale: getLocale()
		})
	);
	if (problem) return problem;
	if (outcome.kind === 'refused') return refuse('email', m.accounts_register_email_invalid());
	if (outcome.kind === 'weak') return refuse('password', m.accounts_password_weak());
	rememberAsked(event, outcome.accountId);
	redirect(303, localPath('/registreren/bevestig'));
}
