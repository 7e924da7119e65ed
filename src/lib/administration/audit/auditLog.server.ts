/** The audit trail. Everything runs as the administrator who is signed in. */
import * as v from 'valibot';
import { AUDIT_ACTIONS, type AuditEntry, type Mention } from './auditEntry';
import type { AuditQuery } from './auditQuery';
import { participationChange, participationDetails } from './participationDetails.server';
import { REQUEST_DECISIONS } from '../account';
import { CONTACT_KINDS } from '$lib/domain/contact/contactMessage';
import { ROLES } from '$lib/domain/account/account';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { topicChange, topicDetails, topicNames } from '../themes/topicChange.server';
import { instant, number } from '$lib/base/database/row.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { ask } from '$lib/base/database/ask.server';

const ENTRIES_PER_PAGE = 50;

const entryRow = v.object({
	id: number,
	happened_at: instant,
	action: v.picklist(AUDIT_ACTIONS),
	actor_id: v.nullable(v.string()),
	actor_name: v.nullable(v.string()),
	account_id: v.nullable(v.string()),
	account_name: v.nullable(v.string()),
	local_government_id: v.nullable(v.string()),
	details: v.object({
		to: v.optional(v.picklist(ROLES)),
		decision: v.optional(v.picklist(REQUEST_DECISIONS)),
		about: v.optional(v.picklist(CONTACT_KINDS)),
		aboutBefore: v.optional(v.picklist(CONTACT_KINDS)),
		...participationDetails,
		domain: v.optional(v.string()),
		...topicDetails
	})
});

/**
 * One page of the trail, newest first.
 * @returns `older`: the entry to go on before, null on the last page
 * @throws DatabaseError
 */
export async function readAuditLog(
	client: TypedClient,
	index: DirectoryIndex,
	{ before, action, accountId }: AuditQuery
): Promise<{ entries: AuditEntry[]; older: number | null }> {
	const rows = v.parse(
		v.array(entryRow),
		await ask(
			'audit_log',
			client.rpc('audit_log', {
				p_before: before,
				p_action: action,
				p_account_id: accountId,
				// One more tells whether there is a next page.
				p_limit: ENTRIES_PER_PAGE + 1
			})
		)
	);
	const themes = await topicNames(client, rows);
	const entries = rows.slice(0, ENTRIES_PER_PAGE).map((row): AuditEntry => ({
		id: row.id,
		happenedAt: row.happened_at,
		action: row.action,
		actor: mention(row.actor_id, row.actor_name),
		account: mention(row.account_id, row.account_name),
		governmentName:
			(row.local_government_id && index.governmentById.get(row.local_government_id)?.name) || null,
		newRole: row.details.to ?? null,
		undoneDecision: row.details.decision ?? null,
		participation: participationChange(row.action, row.details),
		domain: row.details.domain ?? null,
		topic: topicChange(row.action, row.details, themes),
		messageKind: row.details.about ?? null,
		messageKindBefore: row.details.aboutBefore ?? null
	}));
	return { entries, older: rows.length > ENTRIES_PER_PAGE ? (entries.at(-1)?.id ?? null) : null };
}

const mention = (id: string | null, fullName: string | null): Mention | null =>
	id === null ? null : { id, fullName };
