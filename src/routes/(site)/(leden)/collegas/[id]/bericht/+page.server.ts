import { error, redirect } from '@sveltejs/kit';
import { valibot } from 'sveltekit-superforms/adapters';
import { messageSchema, type MessageForm, type MessageProblem } from '$lib/colleagues/messageSchema';
import { doneParam } from '$lib/domain/query/done';
import { topicName } from '$lib/domain/colleague/expertise';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { requireAccount } from '$lib/accounts/requireAccount.server';
import { sendFirstMessage } from '$lib/colleagues/contact.server';
import { requireColleague } from '$lib/colleagues/requireColleague.server';
import { readTopics } from '$lib/expertise/topics.server';
import { defineForm } from '$lib/base/form/form.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { deliverSoon } from '$lib/mail/index.server';
import type { Actions, PageServerLoad } from './$types';

const messageAbout = (subject: string) =>
	defineForm<MessageForm, MessageProblem>({
		schema: valibot(messageSchema, { defaults: { subject, message: '' } })
	});

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
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
		form: await messageAbout(subject).open()
	};
};

export const actions: Actions = {
	default: (event) =>
		messageAbout('').send(event, {
			act: async ({ data }) => {
				const { locals, params, request } = event;
				const colleague = await requireColleague(locals, params.id, request);
				if (!colleague) return { kind: 'not-reachable' };
				const sending = await sendFirstMessage(locals.session.client, colleague.id, data);
				if (sending === 'too-many') return { kind: 'too-often' };
				if (sending !== 'sent') return { kind: sending };
				deliverSoon();
				redirect(303, localPath(`/collegas/${colleague.id}?${doneParam('sent')}`));
			}
		})
};
