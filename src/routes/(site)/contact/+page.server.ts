import { redirect } from '@sveltejs/kit';
import { valibot } from 'sveltekit-superforms/adapters';
import { contactQuery } from '$lib/contact/contactQuery';
import { contactSchema, type ContactForm } from '$lib/contact/contactSchema';
import type { TrapSprung } from '$lib/contact/messageFields';
import { operator } from '$lib/base/settings/operator.server';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { storeContactMessage } from '$lib/contact/contact.server';
import { defineForm, haveToWait } from '$lib/base/form/form.server';
import { intoTrap } from '$lib/contact/trap.server';
import { deliverSoon } from '$lib/mail/index.server';
import type { Actions, PageServerLoad } from './$types';

const EMPTY: ContactForm = { name: '', email: '', kind: 'question', message: '', trap: '' };
const contact = defineForm<ContactForm, TrapSprung>({
	schema: valibot(contactSchema, { defaults: EMPTY })
});

export const load: PageServerLoad = async ({ setHeaders, url }) => {
	// A page that may hold somebody's words is kept by no cache.
	setHeaders({ 'cache-control': 'no-store' });
	const { kind, item } = contactQuery.parse(url.searchParams).query;
	const address = url.origin + localPath(`/kennisbank/${item}`);
	const given = {
		...(kind ? { kind } : {}),
		// Whoever answers knows which page it is about.
		...(item ? { message: `${m.knowledge_wrong_message({ address })}\n\n` } : {})
	};
	return {
		operator: operator(),
		form: await contact.open(kind || item ? { ...EMPTY, ...given } : undefined)
	};
};

export const actions: Actions = {
	default: (event) =>
		contact.send(event, {
			judge: intoTrap,
			act: async ({ data: { name, email, kind, message } }) => {
				const seconds = await storeContactMessage(
					{ name, email, kind, message, locale: getLocale() },
					event.getClientAddress()
				);
				if (seconds > 0) return haveToWait(event, seconds);
				deliverSoon();
				redirect(303, localPath('/contact/bedankt'));
			}
		})
};
