/** The desks of a government as its editors see them: also those that the public does not. */
import * as v from 'valibot';
import { deskContent, type DeskContent } from '$lib/upkeep/content';
import { ask, instant } from '../accounts/ask';
import type { TypedClient } from '../supabase';

export interface KeptDesk {
	id: string;
	slug: string;
	localGovernmentId: string;
	published: boolean;
	revision: number;
	/** ISO instants. */
	verifiedAt: string | null;
	unconfirmedSince: string | null;
	updatedAt: string;
	content: DeskContent;
}

const COLUMNS =
	'id, slug, local_government_id, published, revision, verified_at, unconfirmed_since, updated_at, name, street, postcode, place, lon, lat, location_approximate, phone, email, website, opening_hours, languages, wheelchair, description';

const row = v.pipe(
	v.object({
		id: v.string(),
		slug: v.string(),
		local_government_id: v.string(),
		published: v.boolean(),
		revision: v.number(),
		verified_at: v.nullable(instant),
		unconfirmed_since: v.nullable(instant),
		updated_at: instant,
		...deskContent.entries
	}),
	v.transform(
		({
			id,
			slug,
			local_government_id: localGovernmentId,
			published,
			revision,
			verified_at: verifiedAt,
			unconfirmed_since: unconfirmedSince,
			updated_at: updatedAt,
			...content
		}): KeptDesk => ({
			id,
			slug,
			localGovernmentId,
			published,
			revision,
			verifiedAt,
			unconfirmedSince,
			updatedAt,
			content
		})
	)
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

/** Takes a desk off the site, or puts it back. @throws DatabaseError */
export const showDesk = (client: TypedClient, id: string, published: boolean): Promise<boolean> =>
	ask('show_desk', client.rpc('show_desk', { p_desk_id: id, p_published: published }));

/** A second pair of eyes for every change, or none. @throws DatabaseError */
export const setReview = (client: TypedClient, localGovernmentId: string, on: boolean): Promise<boolean> =>
	ask('set_review', client.rpc('set_review', { p_local_government_id: localGovernmentId, p_on: on }));
