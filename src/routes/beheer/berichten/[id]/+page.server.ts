import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { CONTACT_KINDS } from '$lib/domain/contact/contactMessage';
import { doneParam, readDone, type Done } from '$lib/domain/query/done';
import { isId } from '$lib/domain/text/ids';
import { answerProblem, readAnswer } from '$lib/administration/messages/answerForm';
import { readAnswerTemplate, withAnswerTemplate } from '$lib/administration/messages/answerTemplates';
import {
	answerMessage,
	handleMessage,
	readMessage,
	sortMessage
} from '$lib/administration/messages/messages.server';
import {
	HANDLED_STATES,
	type HandledState,
	type HandleOutcome
} from '$lib/administration/messages/queuedMessage';
import { requireAnswer } from '$lib/base/http/errors.server';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { deliverSoon } from '$lib/mail/index.server';
import type { Actions, PageServerLoad } from './$types';

/** In the address after a click: what became of the message. */
const DONE = ['answered', 'closed', 'released', 'saved', 'taken'] as const;

const DONE_WITH: Readonly<Record<HandledState, Done>> = {
	new: 'released',
	in_hand: 'taken',
	closed: 'closed'
};

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
	const message = await requireMessage(locals, params.id, request);
	return {
		message,
		ownId: (await locals.session.account())?.id ?? null,
		outcome: readDone(url.searchParams, DONE)
	};
};

export const actions: Actions = {
	handle: async (event) => {
		const data = await event.request.formData();
		const state = valueIn(data, 'state', HANDLED_STATES);
		const { client } = event.locals.session;
		return after(event, await requireAnswer(handleMessage(client, seen(event, data), state), event.request), {
			done: DONE_WITH[state]
		});
	},
	sort: async (event) => {
		const data = await event.request.formData();
		const kind = valueIn(data, 'kind', CONTACT_KINDS);
		const { client } = event.locals.session;
		return after(event, await requireAnswer(sortMessage(client, seen(event, data), kind), event.request), {
			done: 'saved'
		});
	},
	/** An example text that is asked for answers nobody: the form comes back with it. */
	answer: async (event) => {
		const { locals, params, request } = event;
		const data = await request.formData();
		const answer = readAnswer(data);
		const template = readAnswerTemplate(data.get('sjabloon'));
		if (template) {
			const { locale } = await requireMessage(locals, params.id, request);
			return { isOutdated: false, problem: undefined, answer: withAnswerTemplate(answer, template, locale) };
		}
		const problem = answerProblem(answer);
		if (problem) return fail(400, { isOutdated: false, problem, answer });
		const given = answerMessage(locals.session.client, seen(event, data), answer);
		const outcome = await requireAnswer(given, request);
		deliverSoon();
		return after(event, outcome, { done: 'answered', answer });
	}
};

async function requireMessage(locals: App.Locals, id: string, request: Request) {
	const message = isId(id) ? await requireAnswer(readMessage(locals.session.client, id), request) : undefined;
	if (!message) error(404, { message: m.server_error_not_found() });
	return message;
}

/** The message as the form showed it. @throws a 404 or a 400 for what no form of ours sends */
function seen({ params }: Pick<RequestEvent, 'params'>, data: FormData): { id: string; revision: number } {
	const { id } = params;
	if (!isId(id)) error(404, { message: m.server_error_not_found() });
	const revision = data.get('revision');
	if (typeof revision !== 'string' || !/^[1-9][0-9]{0,8}$/.test(revision)) {
		error(400, { message: m.server_error_bad_request() });
	}
	return { id, revision: Number(revision) };
}

function valueIn<const Value extends string>(data: FormData, name: string, values: readonly Value[]): Value {
	const chosen = v.safeParse(v.picklist(values), data.get(name));
	if (!chosen.success) error(400, { message: m.server_error_bad_request() });
	return chosen.output;
}

/** Tells what came of it: on this page anew, or with what was typed when somebody else was first. */
function after(
	{ params }: Pick<RequestEvent, 'params'>,
	outcome: HandleOutcome,
	{ done, answer = '' }: { done: Done; answer?: string }
) {
	if (outcome === 'gone') error(404, { message: m.server_error_not_found() });
	if (outcome === 'outdated') return fail(409, { isOutdated: true, problem: undefined, answer });
	redirect(303, localPath(`/beheer/berichten/${params.id}?${doneParam(done)}`));
}
