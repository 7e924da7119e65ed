/** Every version of what editors keep. Everything runs as the person who asks. */
import * as v from 'valibot';
import type { Subject } from '../content';
import { ask } from '$lib/base/database/ask.server';
import { instant, number, rowSchema } from '$lib/base/database/row.server';
import type { TypedClient } from '$lib/base/database/supabase.server';

export interface Version {
	id: number;
	revision: number;
	/** As stored: read it with `deskContent` or `governmentContent`. */
	content: unknown;
	/** ISO instant. */
	changedAt: string;
	/** Null: loaded with the database, or by somebody who left. */
	changedBy: string | null;
}

const COLUMNS = 'id, revision, content, changed_at, changed_by';
const VERSIONS_SHOWN = 50;

const row = rowSchema({
	id: number,
	revision: v.number(),
	content: v.unknown(),
	changedAt: instant,
	changedBy: v.nullable(v.string())
});

interface Kept {
	subject: Subject;
	localGovernmentId: string;
	deskId: string | null;
}

function versions(client: TypedClient, { subject, localGovernmentId, deskId }: Kept) {
	const all = client
		.from('directory_revision')
		.select(COLUMNS)
		.eq('subject', subject)
		.eq('local_government_id', localGovernmentId);
	return deskId === null ? all : all.eq('desk_id', deskId);
}

/** Newest first; none for who does not keep it, and for what never changed. @throws DatabaseError */
export async function readHistory(client: TypedClient, kept: Kept): Promise<Version[]> {
	const rows = await ask(
		'directory_revision',
		versions(client, kept).order('revision', { ascending: false }).limit(VERSIONS_SHOWN)
	);
	return v.parse(v.array(row), rows);
}

/** One version by its number; undefined when it is not kept, or not for the caller. @throws DatabaseError */
export async function readVersion(
	client: TypedClient,
	kept: Kept,
	revision: number
): Promise<Version | undefined> {
	const rows = await ask('directory_revision', versions(client, kept).eq('revision', revision));
	return v.parse(v.array(row), rows)[0];
}

/** What a version said, also for who suggests; null when that is not kept, or not told. @throws DatabaseError */
export const readVersionContent = (client: TypedClient, kept: Kept, revision: number): Promise<unknown> =>
	ask(
		'version_content',
		client.rpc('version_content', {
			p_subject: kept.subject,
			p_local_government_id: kept.localGovernmentId,
			p_desk_id: kept.deskId,
			p_revision: revision
		})
	);

/** As `private.restore_revision` says. @throws DatabaseError */
export const restoreVersion = async (
	client: TypedClient,
	id: number,
	seenRevision: number
): Promise<'published' | 'waiting' | 'conflict' | 'own_change' | 'gone'> =>
	v.parse(
		v.object({ outcome: v.picklist(['published', 'waiting', 'conflict', 'own_change', 'gone']) }),
		await ask(
			'restore_revision',
			client.rpc('restore_revision', { p_revision_id: id, p_seen_revision: seenRevision })
		)
	).outcome;
