import { readDecisionRequest, readSeen } from '$lib/administration/requests/decisionRequest';
import type { QueueResult } from '$lib/administration/requests/decisionResult';
import { queueQuery } from '$lib/administration/requests/queueView';
import { takePartWith } from '$lib/administration/requests/takePart.server';
import { isId } from '$lib/domain/text/ids';
import { pressed } from '$lib/base/form/form.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { readOutcomes } from '$lib/administration/requests/outcomes.server';
import { readQueue } from '$lib/administration/requests/requestQueue.server';
import {
	decideAccounts,
	readWaitingDecisions,
	undoDecision
} from '$lib/administration/requests/requests.server';
import { sendMailNow } from '$lib/administration/outbox.server';
import { deliverSoon } from '$lib/mail/index.server';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { client } = locals.session;
	const asked = readDecisionRequest(url.searchParams);
	const [queue, waiting, account] = await Promise.all([
		readQueue(client, await requireDirectory(), queueQuery.parse(url.searchParams).query),
		readWaitingDecisions(client),
		locals.session.account()
	]);
	const outcomes = account ? await readOutcomes(client, asked, account.id) : [];
	return {
		queue,
		waiting,
		/** Of the page on which many are decided together, which leads here. */
		decided:
			outcomes.length > 0
				? ({ kind: 'decided', decision: asked.decision, outcomes } satisfies QueueResult)
				: undefined,
		now: new Date().toISOString()
	};
};

/** Does one thing with one id from the form; what came of it is shown above the queue. */
const act = (
	event: RequestEvent,
	field: string,
	work: (client: App.Locals['session']['client'], id: string, sent: FormData) => Promise<QueueResult>
) =>
	pressed<QueueResult>(event, async () => {
		const sent = await event.request.formData();
		const id = sent.get(field);
		if (!isId(id)) return { kind: 'invalid' };
		const result = await work(event.locals.session.client, id, sent);
		deliverSoon();
		return result;
	});

export const actions: Actions = {
	approve: (event) =>
		act(event, 'account', async (client, id, sent) => {
			const outcomes = await decideAccounts(
				client,
				[{ id, seen: readSeen(sent)[id] ?? '' }],
				'approved',
				null
			);
			const participation = await takePartWith(client, outcomes, sent);
			return { kind: 'decided', decision: 'approved', outcomes, ...(participation && { participation }) };
		}),
	undo: (event) =>
		act(event, 'decision', async (client, id) => ({ kind: 'undone', ...(await undoDecision(client, id)) })),
	send: (event) =>
		act(event, 'mail', async (client, id) => ({ kind: 'sent', sent: await sendMailNow(client, id) }))
};
