/** Drafts, changes that wait, and how a change becomes public. Everything runs as the person who asks. */
import * as v from 'valibot';
import { SUBJECTS, type Subject } from '../content';
import type { Json } from '$lib/base/database/database.types';
import { ask } from '$lib/base/database/ask.server';
import { instant, rowSchema } from '$lib/base/database/row.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import type { Keeper } from '../keeper.server';

export const CHANGE_STATES = ['draft', 'waiting', 'published', 'rejected'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

export interface ProposedChange {
	id: string;
	subject: Subject;
	localGovernmentId: string;
	/** Null for a government's page, and for a desk that is not there yet. */
	deskId: string | null;
	authorId: string;
	baseRevision: number;
	/** As stored: read it with `deskContent` or `governmentContent`. */
	content: Json;
	note: string | null;
	state: ChangeState;
	reason: string | null;
	reviewedBy: string | null;
	/** ISO instants. */
	reviewedAt: string | null;
	updatedAt: string;
}

const COLUMNS =
	'id, subject, local_government_id, desk_id, author_id, base_revision, content, note, state, reason, reviewed_by, reviewed_at, updated_at';
/** Far more than any government has at a time. */
const MOST = 200;

const row = rowSchema({
	id: v.string(),
	subject: v.picklist(SUBJECTS),
	localGovernmentId: v.string(),
	deskId: v.nullable(v.string()),
	authorId: v.string(),
	baseRevision: v.number(),
	content: v.custom<Json>((value) => value !== undefined),
	note: v.nullable(v.string()),
	state: v.picklist(CHANGE_STATES),
	reason: v.nullable(v.string()),
	reviewedBy: v.nullable(v.string()),
	reviewedAt: v.nullable(instant),
	updatedAt: instant
});

/** Drafts of one's own, and what waits, oldest first. @throws DatabaseError */
export async function readOpenChanges(
	client: TypedClient,
	localGovernmentId: string
): Promise<ProposedChange[]> {
	const rows = await ask(
		'proposed_change',
		client
			.from('proposed_change')
			.select(COLUMNS)
			.eq('local_government_id', localGovernmentId)
			.in('state', ['draft', 'waiting'])
			.order('updated_at')
			.limit(MOST)
	);
	return v.parse(v.array(row), rows);
}

const DECIDED_SHOWN = 5;

/** What was decided about one's own changes, newest first. @throws DatabaseError */
export async function readDecided(
	client: TypedClient,
	localGovernmentId: string,
	authorId: string
): Promise<ProposedChange[]> {
	const rows = await ask(
		'proposed_change',
		client
			.from('proposed_change')
			.select(COLUMNS)
			.eq('local_government_id', localGovernmentId)
			.eq('author_id', authorId)
			.in('state', ['published', 'rejected'])
			.order('updated_at', { ascending: false })
			.limit(DECIDED_SHOWN)
	);
	return v.parse(v.array(row), rows);
}

/** Undefined when there is none, or none that the caller may see. @throws DatabaseError */
export async function readChange(client: TypedClient, id: string): Promise<ProposedChange | undefined> {
	const rows = await ask('proposed_change', client.from('proposed_change').select(COLUMNS).eq('id', id));
	return v.parse(v.array(row), rows)[0];
}

const saved = v.object({
	outcome: v.picklist(['draft', 'published', 'waiting', 'conflict', 'gone']),
	changeId: v.nullish(v.string(), null),
	deskId: v.nullish(v.string(), null),
	revision: v.nullish(v.number(), null)
});
export type Saved = v.InferOutput<typeof saved>;

interface Change {
	subject: Subject;
	localGovernmentId: string;
	deskId: string | null;
	/** The draft that goes on. */
	changeId: string | null;
	baseRevision: number;
	content: Json;
	intent: 'draft' | 'publish';
	note: string | null;
}

/** As `private.save_change` says. @throws DatabaseError */
export async function saveChange(client: TypedClient, change: Change): Promise<Saved> {
	const answer = await ask(
		'save_change',
		client.rpc('save_change', {
			p_subject: change.subject,
			p_local_government_id: change.localGovernmentId,
			p_desk_id: change.deskId,
			p_change_id: change.changeId,
			p_base_revision: change.baseRevision,
			p_content: change.content,
			p_intent: change.intent,
			p_note: change.note
		})
	);
	return v.parse(saved, answer);
}

const REVIEWED = [
	'published',
	'rejected',
	'conflict',
	'already_decided',
	'own_change',
	'not_found',
	'gone'
] as const;
export type Reviewed = (typeof REVIEWED)[number];

/** As `private.review_change` says. @param kept columns in which what is public stays @throws DatabaseError */
export async function reviewChange(
	client: TypedClient,
	id: string,
	decision: 'approve' | 'reject',
	reason: string | null,
	seen: string,
	kept: string[]
): Promise<Reviewed> {
	return v.parse(
		v.picklist(REVIEWED),
		await ask(
			'review_change',
			client.rpc('review_change', {
				p_change_id: id,
				p_decision: decision,
				p_reason: reason,
				p_seen: seen,
				p_kept: kept
			})
		)
	);
}

/** Throws away a draft of one's own, or takes back what waits. @throws DatabaseError */
export const withdrawChange = (client: TypedClient, id: string): Promise<boolean> =>
	ask('withdraw_change', client.rpc('withdraw_change', { p_change_id: id }));

/**
 * Makes a draft of what was rejected, for its author. Where one is open about the same thing, that one goes on.
 * @returns its id; null when there is nothing left to go on with
 * @throws DatabaseError
 */
export async function reopenChange(
	client: TypedClient,
	{ account }: Keeper,
	change: ProposedChange
): Promise<string | null> {
	if (change.state !== 'rejected' || change.authorId !== account.id) return null;
	const { subject, deskId, localGovernmentId } = change;
	const isNewDesk = subject === 'desk' && deskId === null;
	const open = isNewDesk ? [] : await readOpenChanges(client, localGovernmentId);
	const sameSubject = open.find(
		(other) => other.authorId === account.id && other.subject === subject && other.deskId === deskId
	);
	if (sameSubject) return sameSubject.id;
	const saved = await saveChange(client, {
		subject,
		localGovernmentId,
		deskId,
		changeId: null,
		baseRevision: change.baseRevision,
		content: change.content,
		intent: 'draft',
		note: change.note
	});
	return saved.outcome === 'draft' ? saved.changeId : null;
}
