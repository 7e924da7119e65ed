/** The themes of expertise, as the database has them. */
import * as v from 'valibot';
import type { Topic } from '$lib/domain/colleague/expertise';
import { ask } from '$lib/base/database/ask.server';
import type { TypedClient } from '$lib/base/database/supabase.server';

const topicRow = v.object({
	id: v.string(),
	slug: v.string(),
	name_nl: v.string(),
	name_fr: v.string(),
	name_en: v.string(),
	merged_into: v.nullable(v.string())
});

export interface Topics {
	/** Those that can be chosen. */
	topics: Topic[];
	/** What a slug means today: its own, or of what it became part of; undefined for none. */
	today(slug: string): string | undefined;
}

/** @throws DatabaseError */
export async function readTopics(client: TypedClient): Promise<Topics> {
	const rows = v.parse(
		v.array(topicRow),
		await ask(
			'expertise_topic',
			client.from('expertise_topic').select('id, slug, name_nl, name_fr, name_en, merged_into')
		)
	);
	const byId = new Map(rows.map((row) => [row.id, row]));
	const bySlug = new Map(rows.map((row) => [row.slug, row]));
	return {
		topics: rows
			.filter((row) => row.merged_into === null)
			.map((row) => ({
				id: row.id,
				slug: row.slug,
				name: { nl: row.name_nl, fr: row.name_fr, en: row.name_en }
			})),
		today(slug) {
			let row = bySlug.get(slug);
			// A chain of mergers has an end: a theme only becomes part of one that is in force.
			while (row && row.merged_into !== null) row = byId.get(row.merged_into);
			return row?.slug;
		}
	};
}
