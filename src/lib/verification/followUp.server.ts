/** Desks that administrators follow up. Everything runs as the administrator who is signed in. */
import * as v from 'valibot';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { ASK_OUTCOMES, ASKED_WHOM, type AskOutcome, type FollowUpDesk } from './followUp';
import { FOLLOW_UP_LISTS, type FollowUpFilter } from './followUpFilter';
import { ask } from '$lib/base/database/ask.server';
import { governmentLink } from '$lib/directory/governmentLink.server';
import { instant, number, rowSchema } from '$lib/base/database/row.server';
import type { TypedClient } from '$lib/base/database/supabase.server';

export const DESKS_PER_PAGE = 25;

const row = rowSchema({
	deskId: v.string(),
	slug: v.string(),
	name: v.string(),
	place: v.string(),
	localGovernmentId: v.string(),
	published: v.boolean(),
	locationApproximate: v.boolean(),
	verifiedAt: v.nullable(instant),
	unconfirmedSince: v.nullable(instant),
	asked: v.number(),
	lastAskedAt: v.nullable(instant),
	askedWhom: v.nullable(v.picklist(ASKED_WHOM)),
	answers: v.array(v.string()),
	total: number
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
		desks: rows.map(({ deskId, localGovernmentId, published, locationApproximate, total: _, ...desk }) => ({
			...desk,
			id: deskId,
			government: governmentLink(index, localGovernmentId),
			governmentSlug: index.governmentById.get(localGovernmentId)?.slug ?? null,
			isPublished: published,
			isApproximate: locationApproximate
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
