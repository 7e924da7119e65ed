/** What to do about a version that somebody else published meanwhile. */
import * as v from 'valibot';
import type { Parts } from '../content';
import { wordsOf } from './difference';
import { merge } from './merge';
import type { Conflict } from '../outcome';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { colleagueNames } from './colleagueNames.server';
import { readVersion, readVersionContent } from './history.server';
import type { Keeper } from '../keeper.server';

interface Versions<Content> {
	/** Number of the version that the writer started from; 0 when that is not known. */
	against: number;
	published: { revision: number; content: Content };
	own: Content;
}

/**
 * Who wrote what, part by part. What the other changed alone is `taken`: the caller puts it in the form.
 * @param schema reads a stored version
 * @throws DatabaseError
 */
export async function settle<Content extends object>(
	client: TypedClient,
	{ account, government }: Keeper,
	deskId: string | null,
	parts: Parts<Content>,
	schema: v.GenericSchema<unknown, Content>,
	{ against, published, own }: Versions<Content>
): Promise<Conflict> {
	const kept = {
		subject: deskId === null ? ('government' as const) : ('desk' as const),
		localGovernmentId: government.id,
		deskId
	};
	const [before, latest, nameOf] = await Promise.all([
		readVersionContent(client, kept, against),
		readVersion(client, kept, published.revision),
		colleagueNames(client, account)
	]);
	const base = before === null ? null : v.parse(schema, before);
	const { conflicts, taken } = merge(parts, base, published.content, own);
	return {
		kind: 'conflict',
		rows: conflicts.map((part) => ({
			part,
			base: base && wordsOf(part, base),
			theirs: wordsOf(part, published.content),
			own: wordsOf(part, own)
		})),
		taken,
		by: nameOf(latest?.changedBy ?? null),
		at: latest?.changedAt ?? null
	};
}
