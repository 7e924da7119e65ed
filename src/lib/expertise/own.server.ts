/** What somebody offers and seeks, as the person keeps it. Everything is asked in that person's own name. */
import * as v from 'valibot';
import { DIRECTIONS, type Expertise, type Topic } from '$lib/domain/colleague/expertise';
import { ask } from '$lib/base/database/ask.server';
import { DatabaseError, type TypedClient } from '$lib/base/database/supabase.server';

const expertiseRow = v.object({
	topic_id: v.string(),
	direction: v.picklist(DIRECTIONS),
	note: v.nullable(v.string())
});

/**
 * In the order of `topics`; nothing for a closed account.
 * @throws DatabaseError
 */
export async function readOwnExpertise(client: TypedClient, topics: readonly Topic[]): Promise<Expertise[]> {
	const rows = v.parse(
		v.array(expertiseRow),
		// Row-level security leaves the rows of whoever asks.
		await ask('profile_expertise', client.from('profile_expertise').select('topic_id, direction, note'))
	);
	const byTopic = new Map(rows.map((row) => [row.topic_id, row]));
	return topics.flatMap(({ id, slug }) => {
		const row = byTopic.get(id);
		return row ? [{ topic: slug, direction: row.direction, note: row.note }] : [];
	});
}

export type ExpertiseOutcome = 'saved' | 'unknown_topic' | 'topic_twice';

/**
 * Replaces all that the caller offers and seeks.
 * @returns `unknown_topic` or `topic_twice` when the themes were changed meanwhile: then nothing is saved
 * @throws DatabaseError
 */
export async function saveOwnExpertise(
	client: TypedClient,
	entries: readonly Expertise[]
): Promise<ExpertiseOutcome> {
	try {
		await ask(
			'save_my_expertise',
			client.rpc('save_my_expertise', {
				p_entries: entries.map(({ topic, direction, note }) => ({ topic, direction, note }))
			})
		);
		return 'saved';
	} catch (cause) {
		const reason = cause instanceof DatabaseError ? cause.reason : undefined;
		if (reason === 'UNKNOWN_TOPIC') return 'unknown_topic';
		if (reason === 'TOPIC_TWICE') return 'topic_twice';
		throw cause;
	}
}
