/** The desks of a government as its editors see them: also those that the public does not. */
import * as v from 'valibot';
import { DESK_PARTS, deskContent, type DeskContent } from '../content';
import { ask } from '$lib/base/database/ask.server';
import { unlessChanged } from '$lib/base/database/fingerprints.server';
import { columnsOf, instant, rowSchema } from '$lib/base/database/row.server';
import type { TypedClient } from '$lib/base/database/supabase.server';

const facts = {
	id: v.string(),
	slug: v.string(),
	localGovernmentId: v.string(),
	published: v.boolean(),
	revision: v.number(),
	verifiedAt: v.nullable(instant),
	unconfirmedSince: v.nullable(instant),
	updatedAt: instant
};
const factsRow = rowSchema(facts);
const COLUMNS = [columnsOf(facts), ...Object.values(DESK_PARTS).flat()].join(', ');

export type KeptDesk = v.InferOutput<typeof factsRow> & { content: DeskContent };

const row = v.pipe(
	v.unknown(),
	v.transform((desk): KeptDesk => ({ ...v.parse(factsRow, desk), content: v.parse(deskContent, desk) }))
);

/** By name; who is no editor gets the published ones. @throws DatabaseError */
export async function readDesks(client: TypedClient, localGovernmentId: string): Promise<KeptDesk[]> {
	const rows = await ask(
		'volunteer_desk',
		client.from('volunteer_desk').select(COLUMNS).eq('local_government_id', localGovernmentId).order('name')
	);
	return v.parse(v.array(row), rows);
}

/** Undefined when there is none with that id, or none that the caller may see. @throws DatabaseError */
export async function readDesk(client: TypedClient, id: string): Promise<KeptDesk | undefined> {
	const rows = await ask('volunteer_desk', client.from('volunteer_desk').select(COLUMNS).eq('id', id));
	return v.parse(v.array(row), rows)[0];
}

/**
 * Takes a desk off the site, or puts it back.
 * @param seen the fingerprint of what was shown
 * @throws DatabaseError
 */
export const showDesk = (
	client: TypedClient,
	id: string,
	published: boolean,
	seen: string
): Promise<boolean | 'changed'> =>
	unlessChanged(() =>
		ask('show_desk', client.rpc('show_desk', { p_desk_id: id, p_published: published, p_seen: seen }))
	);

/** A second pair of eyes for every change, or none. @throws DatabaseError */
export const setReview = (client: TypedClient, localGovernmentId: string, on: boolean): Promise<boolean> =>
	ask('set_review', client.rpc('set_review', { p_local_government_id: localGovernmentId, p_on: on }));
