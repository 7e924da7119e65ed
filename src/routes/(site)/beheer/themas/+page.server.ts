import { error, redirect } from '@sveltejs/kit';
import { message, setError, superValidate } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import type { ManagedTopic } from '$lib/administration/managedTopic';
import { topicSchema, type TopicForm, type TopicOutcome } from '$lib/administration/topicSchema';
import { localPath } from '$lib/i18n/localPath';
import { m } from '$lib/i18n/paraglide/messages.js';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import { readManagedTopics, readTopicHistory, saveTopic } from '$lib/server/expertise/managedTopics';
import { logError, requireAnswer } from '$lib/server/http/errors';
import type { Actions, PageServerLoad } from './$types';

/** In the address after a click: what became of the theme that it names. */
const DONE = ['gemaakt', 'bewaard', 'samengevoegd'] as const;
type Done = (typeof DONE)[number];

const addressOf = (slug: string, done?: Done) =>
	localPath(`/beheer/themas?thema=${slug}${done ? `&klaar=${done}` : ''}`);

const validate = (data: FormData | TopicForm | undefined) =>
	superValidate<TopicForm, TopicOutcome>(data, valibot(topicSchema), {
		errors: data instanceof FormData
	});
const formOf = ({ name, edition }: ManagedTopic): TopicForm => ({ ...name, edition });

export const load: PageServerLoad = async ({ locals, request, setHeaders, url }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { client } = locals.session;
	const topics = await requireAnswer(readManagedTopics(client, getLocale()), request);
	const asked = url.searchParams.get('thema');
	const topic = topics.find(({ slug }) => slug === asked);
	if (asked !== null && !topic) {
		// The address of a theme that became part of another leads there.
		const whole = topics.find(({ former }) => former.some(({ slug }) => slug === asked));
		if (whole) redirect(303, addressOf(whole.slug));
		error(404, { message: m.server_error_not_found() });
	}
	const part = url.searchParams.get('deel');
	return {
		topics,
		topic: topic ?? null,
		history: topic ? await requireAnswer(readTopicHistory(client, topic), request) : [],
		done: DONE.find((one) => one === url.searchParams.get('klaar')) ?? null,
		/** What has just become part of it. */
		part: topic?.former.find(({ slug }) => slug === part) ?? null,
		form: await validate(topic && formOf(topic))
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const form = await validate(await request.formData());
		if (!form.valid) return message(form, undefined, { status: 400 });

		const { client } = locals.session;
		const { edition, ...name } = form.data;
		const asked = url.searchParams.get('thema');
		const find = async () =>
			(await readManagedTopics(client, getLocale())).find(({ slug }) => slug === asked);
		let saved: string;
		try {
			const topic = asked === null ? null : await find();
			if (topic === undefined) return message(form, { kind: 'gone' }, { status: 409 });
			const outcome = await saveTopic(client, topic?.id ?? null, edition, name);
			if (outcome.kind === 'taken') {
				return setError(form, outcome.locale, m.expertise_admin_name_taken(), { status: 409 });
			}
			if (outcome.kind === 'gone') return message(form, { kind: 'gone' }, { status: 409 });
			if (outcome.kind === 'outdated') {
				const now = await find();
				if (!now) return message(form, { kind: 'gone' }, { status: 409 });
				form.data.edition = now.edition;
				return message(form, { kind: 'outdated', now: now.name }, { status: 409 });
			}
			saved = outcome.slug;
		} catch (cause) {
			return message(form, { kind: 'unavailable', id: logError(cause, request) }, { status: 503 });
		}
		redirect(303, addressOf(saved, asked === null ? 'gemaakt' : 'bewaard'));
	}
};
