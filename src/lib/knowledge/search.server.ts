/** What the knowledge base has on a subject. The database finds, counts and shows only what who asks may read. */
import * as v from 'valibot';
import { LOCALES, PROVINCES, type Locale } from '$lib/domain/directory/directory';
import { resolveMunicipality, type DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import type { ResourceFacets, ResourceResult } from '$lib/domain/resource/found';
import { OUTCOMES, RESOURCE_KINDS, VISIBILITIES } from '$lib/domain/resource/resource';
import {
	OUTCOME_WORDS,
	RESOURCE_KIND_WORDS,
	type ResourceQuery,
	type ResourceSort
} from '$lib/domain/resource/resourceQuery';
import { ask } from '$lib/base/database/ask.server';
import { instant, number } from '$lib/base/database/row.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { ownerOf } from './owner.server';

export const RESOURCES_PER_PAGE = 20;
/** What somebody types to look for something holds no more words than that mean something. */
const MOST_WORDS = 8;
/** In no country: what is shared or used by a municipality that there is not. */
const NOWHERE = '00000';

const SORTS: Readonly<Record<ResourceSort, string>> = {
	overeenkomst: 'match',
	nieuwste: 'newest',
	'meest-gebruikt': 'used',
	nagekeken: 'reviewed'
};

const counts = v.record(v.string(), v.number());
const foundRow = v.object({
	slug: v.string(),
	kind: v.picklist(RESOURCE_KINDS),
	outcome: v.nullable(v.picklist(OUTCOMES)),
	title: v.string(),
	summary: v.string(),
	snippet: v.nullable(v.string()),
	language: v.picklist(LOCALES),
	visibility: v.picklist(VISIBILITIES),
	localGovernmentId: v.nullable(v.string()),
	topics: v.array(v.string()),
	useCount: v.number(),
	publishedAt: instant,
	reviewedAt: v.nullable(instant),
	deadline: v.nullable(v.string()),
	isExample: v.boolean()
});
const answer = v.object({
	total: number,
	resources: v.array(foundRow),
	facets: v.object({ kinds: counts, topics: counts, outcomes: counts, provinces: counts, languages: counts }),
	places: counts,
	used_in: counts,
	searched: v.nullable(v.array(v.string())),
	said_nothing: v.boolean()
});

const NOTHING: v.InferOutput<typeof answer> = {
	total: 0,
	resources: [],
	facets: { kinds: {}, topics: {}, outcomes: {}, provinces: {}, languages: {} },
	places: {},
	used_in: {},
	searched: null,
	said_nothing: false
};

/**
 * One page of the items that answer the query, with the counts of every filter.
 * @param client acts as who asks: `visitorClient()`, or the client of who is signed in
 * @throws DatabaseError
 */
export async function searchResources(
	client: TypedClient,
	index: DirectoryIndex,
	query: ResourceQuery
): Promise<ResourceResult> {
	const words = wordsOf(query.q);
	const first = await askFor(client, index, query, words, query.page);
	const pageCount = Math.max(1, Math.ceil(first.total / RESOURCES_PER_PAGE));
	const page = Math.min(query.page, pageCount);
	const found = page === query.page ? first : await askFor(client, index, query, words, page);
	return {
		total: found.total,
		page,
		pageCount,
		items: found.resources.map(({ localGovernmentId, ...item }) => ({
			...item,
			owner: ownerOf(index, localGovernmentId)
		})),
		facets: facetsOf(found.facets),
		places: found.places,
		usedIn: found.used_in,
		correction: found.searched && { asked: words.join(' '), shown: found.searched.join(' ') },
		hasNoWords: found.said_nothing
	};
}

const wordsOf = (typed: string): string[] => typed.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);

function facetsOf(facets: v.InferOutput<typeof answer>['facets']): ResourceFacets {
	const byWord = <Word extends string>(
		codes: readonly (readonly [Word, string])[],
		found: Readonly<Record<string, number>>
	) => Object.fromEntries(codes.map(([word, code]) => [word, found[code] ?? 0])) as Record<Word, number>;
	const entries = <Word extends string>(codes: Readonly<Record<Word, string>>) =>
		Object.entries<string>(codes) as [Word, string][];
	return {
		soort: byWord(entries(RESOURCE_KIND_WORDS), facets.kinds),
		thema: facets.topics,
		resultaat: byWord(entries(OUTCOME_WORDS), facets.outcomes),
		provincie: byWord(
			PROVINCES.map(({ slug, code }) => [slug, code] as const),
			facets.provinces
		),
		taal: byWord<Locale>(
			LOCALES.map((locale) => [locale, locale] as const),
			facets.languages
		)
	};
}

const orNothing = <Item>(items: Item[]): Item[] | null => (items.length > 0 ? items : null);

async function askFor(
	client: TypedClient,
	index: DirectoryIndex,
	query: ResourceQuery,
	words: string[],
	page: number
) {
	const nisCodeOf = (slug: string | null) =>
		slug === null ? null : (resolveMunicipality(index, slug)?.entry.municipality.nisCode ?? NOWHERE);
	const rows = v.parse(
		v.array(answer),
		await ask(
			'search_resources',
			client.rpc('search_resources', {
				p_words: orNothing(words),
				p_kinds: orNothing<string>(query.soort.map((word) => RESOURCE_KIND_WORDS[word])),
				p_topics: orNothing(query.thema),
				p_outcomes: orNothing<string>(query.resultaat.map((word) => OUTCOME_WORDS[word])),
				p_nis_code: nisCodeOf(query.bestuur),
				p_provinces: orNothing<string>(
					PROVINCES.filter(({ slug }) => query.provincie.includes(slug)).map(({ code }) => code)
				),
				p_languages: orNothing<string>(query.taal),
				p_used_nis_code: nisCodeOf(query.gebruikt),
				p_literal: query.letterlijk,
				p_sort: SORTS[query.sorteer ?? 'overeenkomst'],
				p_limit: RESOURCES_PER_PAGE,
				p_offset: (page - 1) * RESOURCES_PER_PAGE
			})
		)
	);
	return rows[0] ?? NOTHING;
}
