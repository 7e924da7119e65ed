/** What the audit trail says about themes of expertise. */
import * as v from 'valibot';
import { AUDIT_ACTIONS, type AuditAction, type TopicChange } from '../audit/auditEntry';
import type { Locale } from '$lib/domain/directory/directory';
import { ask } from '$lib/base/database/ask.server';
import type { TypedClient } from '$lib/base/database/supabase.server';

const names = v.object({ nl: v.string(), fr: v.string(), en: v.string() });
type Names = Record<Locale, string>;

/** The details of an entry about a theme; themes by their slug. */
export const topicDetails = {
	topic: v.optional(v.string()),
	names: v.optional(names),
	before: v.optional(names),
	into: v.optional(v.string())
};
export type TopicDetails = v.InferOutput<v.ObjectSchema<typeof topicDetails, undefined>>;

/** Those that an administrator does to themes. */
export const TOPIC_ACTIONS = AUDIT_ACTIONS.filter((action) => action.startsWith('topic'));

const isAboutTopics = (action: AuditAction) => TOPIC_ACTIONS.includes(action);

/**
 * What a theme is called today, by slug, those that merged too: an entry about a merger says no names.
 * @throws DatabaseError
 */
export async function topicNames(
	client: TypedClient,
	entries: readonly { action: AuditAction }[]
): Promise<ReadonlyMap<string, Names>> {
	if (!entries.some(({ action }) => action === 'topics_merged')) return new Map();
	const rows = await ask(
		'expertise_topic',
		client.from('expertise_topic').select('slug, name_nl, name_fr, name_en')
	);
	return new Map(rows.map((row) => [row.slug, { nl: row.name_nl, fr: row.name_fr, en: row.name_en }]));
}

/** @param known of `topicNames` */
export function topicChange(
	action: AuditAction,
	{ topic = '', names, before, into }: TopicDetails,
	known: ReadonlyMap<string, Names>
): TopicChange | null {
	if (!isAboutTopics(action)) return null;
	const named = (slug: string): Names => known.get(slug) ?? { nl: slug, fr: slug, en: slug };
	return {
		name: names ?? named(topic),
		before: before ?? null,
		into: into === undefined ? null : named(into)
	};
}
