/** The list of themes, kept by administrators. Everything runs as the administrator who is signed in. */
import * as v from 'valibot';
import { NO_DETAILS, type AuditEntry } from '../audit/auditEntry';
import type { ManagedTopic } from './managedTopic';
import { LOCALES, type Locale } from '$lib/domain/directory/directory';
import { slugOf } from '$lib/domain/text/slug';
import { ask } from '$lib/base/database/ask.server';
import { unlessChanged } from '$lib/base/database/fingerprints.server';
import { mention, namesOf } from '../names.server';
import { instant, number } from '$lib/base/database/row.server';
import { DatabaseError, type TypedClient } from '$lib/base/database/supabase.server';
import { TOPIC_ACTIONS, topicChange, topicDetails, topicNames } from './topicChange.server';

const CHANGES_READ = 500;

const useRow = v.object({ topic_id: v.string(), offered: number, sought: number });

/**
 * The themes that can be chosen, by name, with what became part of each.
 * @throws DatabaseError
 */
export async function readManagedTopics(client: TypedClient, locale: Locale): Promise<ManagedTopic[]> {
	const [rows, used] = await Promise.all([
		ask(
			'expertise_topic',
			client.from('expertise_topic').select('id, slug, name_nl, name_fr, name_en, merged_into, updated_at')
		),
		ask('topic_use', client.rpc('topic_use'))
	]);
	const use = new Map(v.parse(v.array(useRow), used).map((row) => [row.topic_id, row]));
	const name = (row: (typeof rows)[number]) => ({ nl: row.name_nl, fr: row.name_fr, en: row.name_en });
	const partsOf = (id: string): typeof rows =>
		rows.filter((row) => row.merged_into === id).flatMap((row) => [row, ...partsOf(row.id)]);
	return rows
		.filter((row) => row.merged_into === null)
		.map((row) => ({
			id: row.id,
			slug: row.slug,
			name: name(row),
			edition: row.updated_at,
			offered: use.get(row.id)?.offered ?? 0,
			sought: use.get(row.id)?.sought ?? 0,
			former: partsOf(row.id).map((part) => ({ slug: part.slug, name: name(part) }))
		}))
		.sort((a, b) => a.name[locale].localeCompare(b.name[locale], locale));
}

const changeRow = v.object({
	id: number,
	happened_at: instant,
	action: v.picklist(TOPIC_ACTIONS),
	actor_id: v.nullable(v.string()),
	details: v.object(topicDetails)
});

/**
 * What happened to a theme and to what became part of it, newest first.
 * @throws DatabaseError
 */
export async function readTopicHistory(
	client: TypedClient,
	{ slug, former }: Pick<ManagedTopic, 'slug' | 'former'>
): Promise<AuditEntry[]> {
	const family = new Set([slug, ...former.map((part) => part.slug)]);
	const rows = v
		.parse(
			v.array(changeRow),
			await ask(
				'audit_entry',
				client
					.from('audit_entry')
					.select('id, happened_at, action, actor_id, details')
					.in('action', TOPIC_ACTIONS)
					.order('id', { ascending: false })
					.limit(CHANGES_READ)
			)
		)
		.filter(({ details }) => family.has(details.topic ?? ''));
	const [people, themes] = await Promise.all([
		namesOf(
			client,
			rows.map((row) => row.actor_id)
		),
		topicNames(client, rows)
	]);
	return rows.map((row) => ({
		...NO_DETAILS,
		id: row.id,
		happenedAt: row.happened_at,
		action: row.action,
		actor: mention(row.actor_id, people),
		topic: topicChange(row.action, row.details, themes)
	}));
}

export type SaveTopicOutcome =
	| { kind: 'saved'; slug: string }
	/** Another theme has that name, in this language. */
	| { kind: 'taken'; locale: Locale }
	| { kind: 'outdated' }
	| { kind: 'gone' };

/**
 * Makes a theme, or gives one other names.
 * @param id null for a new one
 * @param edition of the theme that was looked at
 * @throws DatabaseError
 */
export async function saveTopic(
	client: TypedClient,
	id: string | null,
	edition: string,
	name: Record<Locale, string>
): Promise<SaveTopicOutcome> {
	try {
		const slug = await ask(
			'save_expertise_topic',
			client.rpc('save_expertise_topic', {
				p_id: id,
				p_seen: edition,
				// A name in another alphabet leaves nothing that an address can hold.
				p_slug: slugOf(name.nl) || 'thema',
				p_name_nl: name.nl,
				p_name_fr: name.fr,
				p_name_en: name.en
			})
		);
		return { kind: 'saved', slug };
	} catch (cause) {
		if (!(cause instanceof DatabaseError)) throw cause;
		if (cause.reason === 'OUTDATED') return { kind: 'outdated' };
		if (cause.reason === 'UNKNOWN_TOPIC') return { kind: 'gone' };
		const locale = LOCALES.find((one) => cause.message.includes(`expertise_topic_name_${one}`));
		if (cause.code === '23505' && locale) return { kind: 'taken', locale };
		throw cause;
	}
}

/**
 * Makes one theme part of another.
 * @param seen the fingerprints of both, as they were shown
 * @returns 'gone' when one of the two is no theme of today, or both are the same
 * @throws DatabaseError
 */
export async function mergeTopics(
	client: TypedClient,
	from: string,
	into: string,
	seen: [string, string]
): Promise<'merged' | 'gone' | 'changed'> {
	try {
		return await unlessChanged(async () => {
			const merged = client.rpc('merge_expertise_topics', { p_from: from, p_into: into, p_seen: seen });
			await ask('merge_expertise_topics', merged);
			return 'merged' as const;
		});
	} catch (cause) {
		if (cause instanceof DatabaseError && cause.reason === 'UNKNOWN_TOPIC') return 'gone';
		throw cause;
	}
}
