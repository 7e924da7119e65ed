/** Desks that administrators follow up. Everything runs as the administrator who is signed in. */
import * as v from 'valibot';
import type { DirectoryIndex } from '$lib/domain/directoryIndex';
import { ASK_OUTCOMES, ASKED_WHOM, type AskOutcome, type FollowUpDesk } from '$lib/verification/followUp';
import { FOLLOW_UP_LISTS, type FollowUpFilter } from '$lib/verification/followUpFilter';
import { ask, instant } from '../accounts/ask';
import { governmentLink } from '../accounts/governmentLink';
import type { TypedClient } from '../supabase';

export const DESKS_PER_PAGE = 25;

const row = v.object({
	desk_id: v.string(),
	slug: v.string(),
	name: v.string(),
	place: v.string(),
	local_government_id: v.string(),
	published: v.boolean(),
	location_approximate: v.boolean(),
	verified_at: v.nullable(instant),
	unconfirmed_since: v.nullable(instant),
	asked: v.number(),
	last_asked_at: v.nullable(instant),
	asked_whom: v.nullable(v.picklist(ASKED_WHOM)),
	answers: v.array(v.string()),
	total: v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.number())
});

interface Page {
	desks: FollowUpDesk[];
	/** On all pages together. */
	total: number;
}

/**
 * One page of a list, the longest unconfirmed first.
 * @throws DatabaseError
 */
export async function readFollowUp(
	client: TypedClient,
	index: DirectoryIndex,
	{ lijst, q, page }: FollowUpFilter
): Promise<Page> {
	const rows = v.parse(
		v.array(row),
		await ask(
			'desks_to_follow_up',
			client.rpc('desks_to_follow_up', {
				p_view: FOLLOW_UP_LISTS[lijst],
				p_search: q || null,
				p_limit: DESKS_PER_PAGE,
				p_offset: (page - 1) * DESKS_PER_PAGE
			})
		)
	);
	return {
		total: rows[0]?.total ?? 0,
		desks: rows.map((desk) => ({
			id: desk.desk_id,
			slug: desk.slug,
			name: desk.name,
			place: desk.place,
			government: governmentLink(index, desk.local_government_id),
			governmentSlug: index.governmentById.get(desk.local_government_id)?.slug ?? null,
			isPublished: desk.published,
			isApproximate: desk.location_approximate,
			verifiedAt: desk.verified_at,
			unconfirmedSince: desk.unconfirmed_since,
			asked: desk.asked,
			lastAskedAt: desk.last_asked_at,
			askedWhom: desk.asked_whom,
			answers: desk.answers
		}))
	};
}

/**
 * Mails the question at once to who answers for the desk.
 * @throws DatabaseError
 */
export async function askNow(client: TypedClient, deskId: string): Promise<AskOutcome> {
	return v.parse(
		v.picklist(ASK_OUTCOMES),
		await ask('ask_desk_now', client.rpc('ask_desk_now', { p_desk_id: deskId }))
	);
}
