/** Messages from the contact form, and what becomes of them. Everything runs as the administrator who is signed in. */
import * as v from 'valibot';
import { CONTACT_KINDS, CONTACT_STATES, type ContactKind } from '$lib/domain/contact/contactMessage';
import { LOCALES } from '$lib/domain/directory/directory';
import { ask, type Question } from '$lib/base/database/ask.server';
import { instant, number, rowSchema } from '$lib/base/database/row.server';
import { unlessChanged } from '$lib/base/database/fingerprints.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import type { Mention } from '../audit/auditEntry';
import type { MessageQuery } from './messageQuery';
import type { Delivery, HandledState, HandleOutcome, QueuedMessage } from './queuedMessage';

export const MESSAGES_PER_PAGE = 25;

const answerRow = v.object({
	id: v.string(),
	answer: v.string(),
	at: instant,
	by: v.nullable(v.string()),
	byName: v.nullable(v.string()),
	mailedAt: v.nullable(v.string()),
	mail: v.nullable(v.picklist(['queued', 'sending', 'dead']))
});

const messageRow = rowSchema({
	id: v.string(),
	name: v.string(),
	email: v.string(),
	message: v.string(),
	locale: v.picklist(LOCALES),
	kind: v.picklist(CONTACT_KINDS),
	state: v.picklist(CONTACT_STATES),
	createdAt: instant,
	dueAt: v.nullable(instant),
	settledAt: v.nullable(instant),
	forgottenAt: instant,
	handledBy: v.nullable(v.string()),
	handlerName: v.nullable(v.string()),
	revision: v.number(),
	answers: v.array(answerRow),
	total: number
});

/**
 * One page of those that are asked for; of what is still to do, the most urgent first.
 * @throws DatabaseError
 */
export async function readMessages(
	client: TypedClient,
	{ list, page }: MessageQuery
): Promise<{ messages: QueuedMessage[]; total: number }> {
	const rows = await rowsOf(client, {
		p_id: null,
		p_state: list ?? 'open',
		p_limit: MESSAGES_PER_PAGE,
		p_offset: (page - 1) * MESSAGES_PER_PAGE
	});
	return { messages: rows.map(shown), total: rows[0]?.total ?? 0 };
}

/**
 * @returns undefined when there is none
 * @throws DatabaseError
 */
export async function readMessage(client: TypedClient, id: string): Promise<QueuedMessage | undefined> {
	const [row] = await rowsOf(client, { p_id: id, p_state: null, p_limit: 1, p_offset: 0 });
	return row && shown(row);
}

async function rowsOf(
	client: TypedClient,
	asked: { p_id: string | null; p_state: string | null; p_limit: number; p_offset: number }
) {
	return v.parse(v.array(messageRow), await ask('contact_messages', client.rpc('contact_messages', asked)));
}

function shown({
	handledBy,
	handlerName,
	answers,
	total: _total,
	...row
}: v.InferOutput<typeof messageRow>): QueuedMessage {
	return {
		...row,
		isLate: row.settledAt === null && row.dueAt !== null && Date.parse(row.dueAt) < Date.now(),
		handler: mention(handledBy, handlerName),
		answers: answers.map(({ id, answer, at, by, byName, mailedAt, mail }) => ({
			id,
			answer,
			answeredAt: at,
			answeredBy: mention(by, byName),
			delivery: deliveryOf(mailedAt, mail)
		}))
	};
}

const mention = (id: string | null, fullName: string | null): Mention | null =>
	id === null ? null : { id, fullName };

function deliveryOf(mailedAt: string | null, mail: 'queued' | 'sending' | 'dead' | null): Delivery {
	if (mailedAt !== null) return 'sent';
	return mail === 'queued' || mail === 'sending' ? 'waiting' : 'failed';
}

/** A message as it was looked at. */
interface Seen {
	id: string;
	revision: number;
}

/** @throws DatabaseError */
export const handleMessage = (
	client: TypedClient,
	{ id, revision }: Seen,
	state: HandledState
): Promise<HandleOutcome> =>
	decided(
		'handle_contact_message',
		client.rpc('handle_contact_message', { p_message_id: id, p_seen_revision: revision, p_state: state })
	);

/** @throws DatabaseError */
export const sortMessage = (
	client: TypedClient,
	{ id, revision }: Seen,
	kind: ContactKind
): Promise<HandleOutcome> =>
	decided(
		'sort_contact_message',
		client.rpc('sort_contact_message', { p_message_id: id, p_seen_revision: revision, p_kind: kind })
	);

/**
 * Puts the mail with the answer in the outbox.
 * @throws DatabaseError
 */
export const answerMessage = (
	client: TypedClient,
	{ id, revision }: Seen,
	answer: string
): Promise<HandleOutcome> =>
	decided(
		'answer_contact_message',
		client.rpc('answer_contact_message', { p_message_id: id, p_seen_revision: revision, p_answer: answer })
	);

async function decided(call: string, question: Question<boolean>): Promise<HandleOutcome> {
	const isThere = await unlessChanged(() => ask(call, question));
	if (isThere === 'changed') return 'outdated';
	return isThere ? 'done' : 'gone';
}
