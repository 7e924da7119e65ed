/** What was decided about one government, from the audit trail. */
import * as v from 'valibot';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { ask } from '$lib/base/database/ask.server';
import { instant, number } from '$lib/base/database/row.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { NO_DETAILS, type AuditEntry } from '../audit/auditEntry';
import { participationChange, participationDetails } from '../audit/participationDetails.server';
import { mention, namesOf } from '../names.server';

const ACTIONS = [
	'participation_asked',
	'participation_changed',
	'domain_assigned',
	'domain_withdrawn'
] as const;
const ENTRIES_SHOWN = 100;

const entryRow = v.object({
	id: number,
	happened_at: instant,
	action: v.picklist(ACTIONS),
	actor_id: v.nullable(v.string()),
	details: v.object({
		...participationDetails,
		domain: v.optional(v.string())
	})
});

/** Newest first. @throws DatabaseError */
export async function governmentHistory(
	client: TypedClient,
	index: DirectoryIndex,
	id: string
): Promise<AuditEntry[]> {
	const question = client
		.from('audit_entry')
		.select('id, happened_at, action, actor_id, details')
		.eq('local_government_id', id)
		.in('action', [...ACTIONS])
		.order('id', { ascending: false })
		.limit(ENTRIES_SHOWN);
	const rows = v.parse(v.array(entryRow), await ask('audit_entry', question));
	const names = await namesOf(
		client,
		rows.map((row) => row.actor_id)
	);
	return rows.map((row) => ({
		...NO_DETAILS,
		id: row.id,
		happenedAt: row.happened_at,
		action: row.action,
		actor: mention(row.actor_id, names),
		governmentName: index.governmentById.get(id)?.name ?? null,
		participation: participationChange(row.action, row.details),
		domain: row.details.domain ?? null
	}));
}
