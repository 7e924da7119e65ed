import { error, redirect } from '@sveltejs/kit';
import { valibot } from 'sveltekit-superforms/adapters';
import type { ManagedTopic } from '$lib/administration/themes/managedTopic';
import { topicSchema, type TopicForm, type TopicOutcome } from '$lib/administration/themes/topicSchema';
import { doneParam, readDone, type Done } from '$lib/domain/query/done';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { defineForm } from '$lib/base/form/form.server';
import {
	readManagedTopics,
	readTopicHistory,
	saveTopic
} from '$lib/administration/themes/managedTopics.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import type { Actions, PageServerLoad } from './$types';

/** In the address after a click: what became of the theme that it names. */
const DONE = ['created', 'saved', 'merged'] as const;

const addressOf = (slug: string, done?: Done) =>
	localPath(`/beheer/themas?thema=${slug}${done ? `&${doneParam(done)}` : ''}`);

const names = defineForm<TopicForm, TopicOutcome>({ schema: valibot(topicSchema) });
const formOf = ({ name, edition }: ManagedTopic): TopicForm => ({ ...name, edition });

export const load: PageServerLoad = async ({ locals, request, url }) => {
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
		done: readDone(url.searchParams, DONE),
		/** What has just become part of it. */
		part: topic?.former.find(({ slug }) => slug === part) ?? null,
		form: await names.open(topic && formOf(topic))
	};
};

export const actions: Actions = {
	default: (event) =>
		names.send(event, {
			act: async ({ form, refuse }) => {
				const { client } = event.locals.session;
				const { edition, ...name } = form.data;
				const asked = event.url.searchParams.get('thema');
				const find = async () =>
					(await readManagedTopics(client, getLocale())).find(({ slug }) => slug === asked);
				const topic = asked === null ? null : await find();
				if (topic === undefined) return { kind: 'gone' };
				const outcome = await saveTopic(client, topic?.id ?? null, edition, name);
				if (outcome.kind === 'taken') return refuse(outcome.locale, m.expertise_admin_name_taken(), 409);
				if (outcome.kind === 'gone') return { kind: 'gone' };
				if (outcome.kind === 'outdated') {
					const now = await find();
					if (!now) return { kind: 'gone' };
					form.data.edition = now.edition;
					return { kind: 'outdated', now: now.name };
				}
				redirect(303, addressOf(outcome.slug, asked === null ? 'created' : 'saved'));
			}
		})
};
