/** Everybody who was decided on. Everything runs as the administrator who is signed in. */
import * as v from 'valibot';
import type { Database } from '$lib/base/database/database.types';
import {
	CHANGE_OUTCOMES,
	DECISIONS,
	type AccountAction,
	type ChangeOutcome,
	type Member,
	type PastDecision
} from '../account';
import type { MemberFilter } from './memberFilter';
import { ACCOUNT_STATUSES, POSITIONS, ROLES } from '$lib/domain/account/account';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { instant, number, rowSchema } from '$lib/base/database/row.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { ask } from '$lib/base/database/ask.server';
import { governmentLink } from '$lib/directory/governmentLink.server';
import { mention, namesOf } from '../names.server';

export const MEMBERS_PER_PAGE = 25;
const DECISIONS_SHOWN = 50;

const memberRow = rowSchema({
	accountId: v.string(),
	fullName: v.string(),
	jobTitle: v.string(),
	position: v.picklist(POSITIONS),
	localGovernmentId: v.nullable(v.string()),
	email: v.string(),
	status: v.picklist(ACCOUNT_STATUSES),
	role: v.picklist(ROLES),
	pausedAt: v.nullable(instant),
	registeredAt: instant,
	statusChangedAt: instant,
	lastReason: v.nullable(v.string()),
	seen: v.string(),
	total: number
});

interface Page {
	members: Member[];
	/** On all pages together. */
	total: number;
}

/**
 * One page of the members, by name.
 * @throws DatabaseError
 */
export async function readMembers(
	client: TypedClient,
	index: DirectoryIndex,
	filter: MemberFilter
): Promise<Page> {
	const government = index.directory.localGovernments.find(({ slug }) => slug === filter.bestuur);
	return members(client, index, {
		p_search: filter.q || null,
		p_status: filter.status,
		p_role: filter.rol,
		p_local_government_id: government?.id ?? null,
		p_limit: MEMBERS_PER_PAGE,
		p_offset: (filter.page - 1) * MEMBERS_PER_PAGE
	});
}

/**
 * One member; undefined when there is none with that id, or when the request still waits.
 * @throws DatabaseError
 */
export async function readMember(
	client: TypedClient,
	index: DirectoryIndex,
	id: string
): Promise<Member | undefined> {
	const page = await members(client, index, {
		p_search: id,
		p_status: null,
		p_role: null,
		p_local_government_id: null,
		p_limit: 1,
		p_offset: 0
	});
	return page.members.find((member) => member.id === id);
}

type Arguments = Database['public']['Functions']['members']['Args'];

async function members(client: TypedClient, index: DirectoryIndex, filter: Arguments): Promise<Page> {
	const rows = v.parse(v.array(memberRow), await ask('members', client.rpc('members', filter)));
	return {
		total: rows[0]?.total ?? 0,
		members: rows.map(({ accountId, localGovernmentId, total: _, ...row }) => ({
			...row,
			id: accountId,
			government: governmentLink(index, localGovernmentId)
		}))
	};
}

const decisionRow = v.object({
	id: v.string(),
	decision: v.picklist(DECISIONS),
	reason: v.nullable(v.string()),
	new_role: v.picklist(ROLES),
	decided_by: v.nullable(v.string()),
	decided_at: instant,
	undone_at: v.nullable(instant)
});

/**
 * What was decided about an account, newest first.
 * @throws DatabaseError
 */
export async function readDecisions(client: TypedClient, accountId: string): Promise<PastDecision[]> {
	const rows = v.parse(
		v.array(decisionRow),
		await ask(
			'account_decision',
			client
				.from('account_decision')
				.select('id, decision, reason, new_role, decided_by, decided_at, undone_at')
				.eq('account_id', accountId)
				.order('decided_at', { ascending: false })
				.limit(DECISIONS_SHOWN)
		)
	);
	const names = await namesOf(
		client,
		rows.map((row) => row.decided_by)
	);
	return rows.map((row) => ({
		id: row.id,
		decision: row.decision,
		reason: row.reason,
		newRole: row.new_role,
		decidedBy: mention(row.decided_by, names),
		decidedAt: row.decided_at,
		undoneAt: row.undone_at
	}));
}

/**
 * Suspends, restores or gives another role; the person gets a mail.
 * @param seen the fingerprint of what was shown
 * @param reason goes to the person; required to suspend
 * @throws DatabaseError
 */
export async function changeAccount(
	client: TypedClient,
	accountId: string,
	seen: string,
	action: AccountAction,
	reason: string | null
): Promise<ChangeOutcome> {
	return v.parse(
		v.picklist(CHANGE_OUTCOMES),
		await ask(
			'change_account',
			client.rpc('change_account', {
				p_account_id: accountId,
				p_seen: seen,
				p_action: action,
				p_reason: reason
			})
		)
	);
}
