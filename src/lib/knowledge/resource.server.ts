/** The page of one item of the knowledge base, as who asks may read it; and where it went when it is not there. */
import * as v from 'valibot';
import { LOCALES } from '$lib/domain/directory/directory';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import {
	AUDIENCES,
	LICENCES,
	OUTCOMES,
	PARTNER_ROLES,
	RESOURCE_KINDS,
	VISIBILITIES,
	type Resource
} from '$lib/domain/resource/resource';
import { ask } from '$lib/base/database/ask.server';
import { instant } from '$lib/base/database/row.server';
import { serviceClient, type TypedClient } from '$lib/base/database/supabase.server';
import { ownerOf } from './owner.server';

const text = v.nullable(v.string());
const named = {
	slug: v.string(),
	kind: v.picklist(RESOURCE_KINDS),
	outcome: v.nullable(v.picklist(OUTCOMES)),
	title: v.string(),
	summary: v.string(),
	language: v.picklist(LOCALES),
	localGovernmentId: text
};
const linked = v.array(v.object({ ...named, note: text }));
const item = v.object({
	...named,
	id: v.string(),
	body: v.string(),
	visibility: v.picklist(VISIBILITIES),
	publishedAt: instant,
	updatedAt: instant,
	reviewedAt: v.nullable(instant),
	revision: v.number(),
	licence: v.nullable(v.picklist(LICENCES)),
	website: text,
	year: v.nullable(v.number()),
	tried: text,
	cost: text,
	nextTime: text,
	deadline: text,
	support: text,
	audience: v.array(v.picklist(AUDIENCES)),
	periodFrom: text,
	periodUntil: text,
	isExample: v.boolean(),
	topics: v.array(v.string()),
	tools: linked,
	stories: linked,
	related: linked,
	uses: v.array(v.object({ localGovernmentId: v.string(), since: text, note: text })),
	partners: v.array(
		v.object({ name: v.string(), website: text, sentence: text, role: v.picklist(PARTNER_ROLES) })
	),
	blocks: v.array(v.object({ place: v.number(), title: v.string(), speaker: text, body: v.string() })),
	card: v.nullable(v.object({ name: v.string(), function: text, email: text, phone: text }))
});
const page = v.nullable(v.union([v.object({ item }), v.object({ movedTo: v.string() })]));

/**
 * `found`: the item. `movedTo`: the slug of now, for 308. `gone`: it was public and was taken off the site, for 410.
 * `unknown`: never was, or is not for who asks: 404, and nothing tells these apart.
 */
export type ResourceAnswer = { found: Resource } | { movedTo: string } | 'gone' | 'unknown';

/**
 * @param client acts as who asks
 * @param isMember whether who asks has an approved account: only they are told whom to ask
 * @param asServer acts as the server, which alone knows what was taken off
 * @throws DatabaseError
 */
export async function resourceBySlug(
	client: TypedClient,
	index: DirectoryIndex,
	slug: string,
	isMember: boolean,
	asServer = serviceClient
): Promise<ResourceAnswer> {
	const [answer, contactId] = await Promise.all([
		ask('resource_page', client.rpc('resource_page', { p_slug: slug })),
		isMember ? ask('resource_contact', client.rpc('resource_contact', { p_slug: slug })) : null
	]);
	const read = v.parse(page, answer);
	if (read === null) return (await wasTakenOff(asServer(), slug)) ? 'gone' : 'unknown';
	return 'movedTo' in read ? read : { found: resourceOf(index, read.item, contactId) };
}

/** No role of a visitor is told; what is for members is not known by it either. */
const wasTakenOff = (client: TypedClient, slug: string): Promise<boolean> =>
	ask('resource_was_taken_off', client.rpc('resource_was_taken_off', { p_slug: slug }));

function resourceOf(
	index: DirectoryIndex,
	{ localGovernmentId, periodFrom, periodUntil, ...read }: v.InferOutput<typeof item>,
	contactId: string | null
): Resource {
	const withOwner = (others: v.InferOutput<typeof linked>) =>
		others.map(({ localGovernmentId: id, ...other }) => ({ ...other, owner: ownerOf(index, id) }));
	return {
		...read,
		owner: ownerOf(index, localGovernmentId),
		period: periodFrom || periodUntil ? { from: periodFrom, until: periodUntil } : null,
		tools: withOwner(read.tools),
		stories: withOwner(read.stories),
		related: withOwner(read.related),
		uses: read.uses
			.flatMap(({ localGovernmentId: id, since, note }) => {
				const government = ownerOf(index, id);
				return government ? [{ government, since, note }] : [];
			})
			.toSorted((a, b) => a.government.name.localeCompare(b.government.name, 'nl')),
		contactId
	};
}
