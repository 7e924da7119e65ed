import { redirect } from '@sveltejs/kit';
import { message, superValidate } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import { contactSchema, type ContactForm } from '$lib/contact/contactSchema';
import type { SendProblem } from '$lib/contact/messageFields';
import { localPath } from '$lib/i18n/localPath';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import { storeContactMessage } from '$lib/server/contact';
import { logError } from '$lib/server/http/errors';
import type { Actions, PageServerLoad } from './$types';

const EMPTY: ContactForm = { name: '', email: '', message: '', trap: '' };

const validate = (data?: FormData) =>
	superValidate<ContactForm, SendProblem>(data, valibot(contactSchema, { defaults: EMPTY }));

export const load: PageServerLoad = async ({ setHeaders }) => {
	// A page that may hold somebody's words is kept by no cache.
	setHeaders({ 'cache-control': 'no-store' });
	return { form: await validate() };
};

export const actions: Actions = {
	default: async ({ request, getClientAddress, setHeaders }) => {
		const form = await validate(await request.formData());
		if (form.data.trap !== '') {
			form.data.trap = '';
			return message(form, { kind: 'confirm' }, { status: 400 });
		}
		if (!form.valid) return message(form, undefined, { status: 400 });

		const { name, email, message: text } = form.data;
		let waitSeconds: number;
		try {
			waitSeconds = await storeContactMessage(
				{ name, email, message: text, locale: getLocale() },
				getClientAddress()
			);
		} catch (cause) {
			return message(form, { kind: 'unavailable', id: logError(cause, request) }, { status: 503 });
		}
		if (waitSeconds > 0) {
			setHeaders({ 'retry-after': String(waitSeconds) });
			return message(form, { kind: 'too-many', minutes: Math.ceil(waitSeconds / 60) }, { status: 429 });
		}
		redirect(303, localPath('/contact/bedankt'));
	}
};
