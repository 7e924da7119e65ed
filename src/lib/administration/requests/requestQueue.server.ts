/** Who asks to be let in, each with the evidence. Everything is asked as the administrator who is signed in. */
import * as v from 'valibot';
import type { AccountRequest, EmailEvidence } from '../account';
import { lastPageOf, REQUESTS_PER_PAGE, type QueuePage, type QueueView } from './queueView';
import { ACCOUNT_STATUSES, POSITIONS } from '$lib/domain/account/account';
import { LOCALES } from '$lib/domain/directory/directory';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { emailJudge, type EmailVerdict } from '$lib/domain/account/emailEvidence';
import { instant, number } from '$lib/base/database/row.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { ask } from '$lib/base/database/ask.server';
import { readParticipation } from '../governments/governments.server';
import { isFreeProvider } from './freeProviders.server';
import { governmentLink, siblingIds } from '$lib/directory/governmentLink.server';

const requestRow = v.object({
	account_id: v.string(),
	full_name: v.string(),
	job_title: v.string(),
	position: v.picklist(POSITIONS),
	local_government_id: v.nullable(v.string()),
	motivation: v.nullable(v.string()),
	email: v.string(),
	locale: v.picklist(LOCALES),
	registered_at: instant,
	confirmed_at: v.nullable(instant),
	approved_there: v.array(v.string()),
	duplicates: v.array(
		v.object({ id: v.string(), fullName: v.string(), status: v.picklist(ACCOUNT_STATUSES) })
	),
	seen: v.string()
});
type RequestRow = v.InferOutput<typeof requestRow>;

const pageRow = v.object({
	...requestRow.entries,
	total: number
});

/**
 * One page of the requests that wait, oldest first. A page that is no longer there, because somebody decided, becomes the
 * last one.
 * @throws DatabaseError
 */
export async function readQueue(
	client: TypedClient,
	index: DirectoryIndex,
	asked: QueueView
): Promise<QueuePage> {
	const [found, otherCount] = await Promise.all([
		askPage(client, asked),
		countOf(client, !asked.unconfirmed)
	]);
	let page = asked.page;
	let rows = found;
	if (rows.length === 0 && page > 1) {
		page = lastPageOf(await countOf(client, asked.unconfirmed));
		rows = await askPage(client, { ...asked, page });
	}
	const count = rows[0]?.total ?? 0;
	return {
		view: { unconfirmed: asked.unconfirmed, page },
		requests: await withEvidence(client, index, rows),
		pageCount: lastPageOf(count),
		counts: asked.unconfirmed
			? { ready: otherCount, unconfirmed: count }
			: { ready: count, unconfirmed: otherCount }
	};
}

/**
 * Those of the accounts whose request still waits, oldest first.
 * @throws DatabaseError
 */
export async function readRequests(
	client: TypedClient,
	index: DirectoryIndex,
	accountIds: string[]
): Promise<AccountRequest[]> {
	if (accountIds.length === 0) return [];
	const rows = await ask('applicants', client.rpc('applicants', { p_account_ids: accountIds }));
	return withEvidence(client, index, v.parse(v.array(requestRow), rows));
}

async function askPage(client: TypedClient, { unconfirmed, page }: QueueView, limit = REQUESTS_PER_PAGE) {
	const question = client.rpc('account_requests', {
		p_confirmed: !unconfirmed,
		p_limit: limit,
		p_offset: (page - 1) * REQUESTS_PER_PAGE
	});
	return v.parse(v.array(pageRow), await ask('account_requests', question));
}

async function countOf(client: TypedClient, unconfirmed: boolean): Promise<number> {
	const [first] = await askPage(client, { unconfirmed, page: 1 }, 1);
	return first?.total ?? 0;
}

async function withEvidence(
	client: TypedClient,
	index: DirectoryIndex,
	rows: RequestRow[]
): Promise<AccountRequest[]> {
	if (rows.length === 0) return [];
	const [owners, participation] = await Promise.all([
		ask('email_domain_owners', client.rpc('email_domain_owners')),
		readParticipation(client, [...new Set(rows.flatMap((row) => row.local_government_id ?? []))])
	]);
	const judge = emailJudge(
		owners.map((owner) => ({ domain: owner.domain, localGovernmentId: owner.local_government_id })),
		isFreeProvider
	);
	return rows.map((row) => ({
		id: row.account_id,
		fullName: row.full_name,
		jobTitle: row.job_title,
		position: row.position,
		government: governmentLink(index, row.local_government_id),
		motivation: row.motivation,
		email: row.email,
		locale: row.locale,
		registeredAt: row.registered_at,
		confirmedAt: row.confirmed_at,
		evidence: withGovernments(index, judge(row.email, siblingIds(index, row.local_government_id))),
		participation: (row.local_government_id && participation.get(row.local_government_id)) || null,
		approvedThere: row.approved_there,
		duplicates: row.duplicates,
		seen: row.seen
	}));
}

function withGovernments(index: DirectoryIndex, verdict: EmailVerdict): EmailEvidence {
	if (verdict.kind !== 'other') return verdict;
	const { domain, localGovernmentIds } = verdict;
	const names = localGovernmentIds.flatMap((id) => index.governmentById.get(id)?.name ?? []);
	return { kind: 'other', domain, governments: names.sort((a, b) => a.localeCompare(b, 'nl')) };
}
