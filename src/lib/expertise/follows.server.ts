/** What a member follows. Everything is asked in the member's own name. */
import * as v from 'valibot';
import { PROVINCES } from '$lib/domain/directory/directory';
import type { Follow, Followed } from './follow';
import { ask } from '$lib/base/database/ask.server';
import { DatabaseError, type TypedClient } from '$lib/base/database/supabase.server';

const followRow = v.object({
	id: v.string(),
	topic_id: v.nullable(v.string()),
	province_code: v.nullable(v.picklist(PROVINCES.map(({ code }) => code))),
	nis_code: v.nullable(v.string())
});
const topicRow = v.object({ id: v.string(), slug: v.string() });

const slugOf = (code: string | null) => PROVINCES.find((province) => province.code === code)?.slug ?? null;
const codeOf = (slug: string | null) => PROVINCES.find((province) => province.slug === slug)?.code ?? null;

/**
 * Newest first.
 * @throws DatabaseError
 */
export async function readFollows(client: TypedClient): Promise<Follow[]> {
	const rows = v.parse(
		v.array(followRow),
		await ask(
			'follow',
			client
				.from('follow')
				.select('id, topic_id, province_code, nis_code')
				.order('created_at', { ascending: false })
				.order('id')
		)
	);
	const topicIds = rows.flatMap((row) => row.topic_id ?? []);
	const topics =
		topicIds.length > 0
			? v.parse(
					v.array(topicRow),
					await ask('expertise_topic', client.from('expertise_topic').select('id, slug').in('id', topicIds))
				)
			: [];
	return rows.map((row) => ({
		id: row.id,
		topic: topics.find(({ id }) => id === row.topic_id)?.slug ?? null,
		province: slugOf(row.province_code),
		nisCode: row.nis_code
	}));
}

export type FollowOutcome =
	/** From now on, or already. */
	| { kind: 'followed'; id: string }
	| { kind: 'too_many' }
	| { kind: 'unknown_topic' }
	| { kind: 'unknown_area' };

/** @throws DatabaseError, also for neither a theme nor an area, or for two areas */
export async function follow(
	client: TypedClient,
	{ topic, province, nisCode }: Followed
): Promise<FollowOutcome> {
	try {
		const id = await ask(
			'follow',
			client.rpc('follow', {
				p_topic: topic,
				p_province_code: codeOf(province),
				p_nis_code: nisCode
			})
		);
		return { kind: 'followed', id };
	} catch (cause) {
		const reason = cause instanceof DatabaseError ? cause.reason : undefined;
		switch (reason) {
			case 'TOO_MANY':
				return { kind: 'too_many' };
			case 'UNKNOWN_TOPIC':
				return { kind: 'unknown_topic' };
			case 'UNKNOWN_AREA':
				return { kind: 'unknown_area' };
			default:
				throw cause;
		}
	}
}

/**
 * @returns false when the member does not follow that any more
 * @throws DatabaseError
 */
export async function unfollow(client: TypedClient, id: string): Promise<boolean> {
	return ask('unfollow', client.rpc('unfollow', { p_id: id }));
}
