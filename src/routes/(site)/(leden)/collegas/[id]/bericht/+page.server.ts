import { error, redirect } from '@sveltejs/kit';
import { message, superValidate } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import { messageSchema, type MessageForm, type MessageProblem } from '$lib/colleagues/messageSchema';
import { topicName } from '$lib/domain/expertise';
import { localPath } from '$lib/i18n/localPath';
import { m } from '$lib/i18n/paraglide/messages.js';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import { requireAccount } from '$lib/server/accounts/requireAccount';
import { sendFirstMessage, type Sending } from '$lib/server/colleagues/contact';
import { requireColleague } from '$lib/server/colleagues/requireColleague';
import { readTopics } from '$lib/server/expertise/topics';
import { logError, requireAnswer } from '$lib/server/http/errors';
import { deliverSoon } from '$lib/server/mail';
import type { Actions, PageServerLoad } from './$types';

const validate = (subject: string, data?: FormData) =>
	superValidate<MessageForm, MessageProblem>(
		data,
		valibot(messageSchema, { defaults: { subject, message: '' } })
	);

const STATUS = {
	'not-reachable': 404,
	paused: 403,
	'just-sent': 429,
	'too-many': 429
} as const satisfies Record<Exclude<Sending, 'sent'>, number>;

export const load: PageServerLoad = async ({ locals, params, request, setHeaders, url }) => {
	// A page that may hold somebody's words is kept by no cache.
	setHeaders({ 'cache-control': 'no-store' });
	const [account, colleague, { topics, today }] = await Promise.all([
		requireAccount(locals),
		requireColleague(locals, params.id, request),
		requireAnswer(readTopics(locals.session.client), request)
	]);
	if (!colleague) error(404, { message: m.colleagues_gone() });
	const about = today(url.searchParams.get('thema') ?? '');
	const subject = about ? m.colleagues_subject_about({ topic: topicName(topics, about, getLocale()) }) : '';
	return {
		colleague: { id: colleague.id, fullName: colleague.fullName, employer: colleague.employer },
		mayWrite: colleague.mayWrite && account.pausedAt === null,
		isPaused: account.pausedAt !== null,
		ownEmail: account.email,
		form: await validate(subject)
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await validate('', await request.formData());
		if (!form.valid) return message(form, undefined, { status: 400 });
		const colleague = await requireColleague(locals, params.id, request);
		if (!colleague) return message(form, { kind: 'not-reachable' }, { status: 404 });
		let sending: Sending;
		try {
			sending = await sendFirstMessage(locals.session.client, colleague.id, form.data);
		} catch (cause) {
			return message(form, { kind: 'unavailable', id: logError(cause, request) }, { status: 503 });
		}
		if (sending !== 'sent') return message(form, { kind: sending }, { status: STATUS[sending] });
		deliverSoon();
		redirect(303, localPath(`/collegas/${colleague.id}?klaar=bericht`));
	}
};
