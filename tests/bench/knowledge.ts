/**
 * Whether a search in the knowledge base, with its page, its total and the counts of every filter, stays as quick when there
 * are twenty times as many items: for words that few, some and many of them have, and for none.
 */
import type { Embedded } from '../../src/lib/base/embedded/index.server.ts';
import { bootForTests } from '../../src/lib/base/embedded/embedded.fixture.ts';
import { clientOf, clientWithKey, type AnyClient } from '../policies/actors.ts';
import { makePerson } from '../policies/people.ts';
import { median, report } from './figures.ts';

const SIZES = [1_000, 20_000] as const;
const ROUNDS = 15;

const NO_FILTER = {
	p_words: null,
	p_kinds: null,
	p_topics: null,
	p_outcomes: null,
	p_nis_code: null,
	p_provinces: null,
	p_languages: null,
	p_used_nis_code: null,
	p_literal: false,
	p_sort: 'match',
	p_limit: 20,
	p_offset: 0
};

/** Words as `fillResources` deals them out. */
const QUESTIONS = [
	{ name: 'a word in 40 items', words: ['zeldzaamheid'], atMost: 2 },
	{ name: 'a word in 5 % of all', words: ['twintigste'], atMost: 3 },
	{ name: 'a word in 40 % of all', words: ['tweevijfde'], atMost: 10 },
	{ name: 'no word', words: null, atMost: 15 }
] as const;

export async function measureKnowledge(): Promise<void> {
	const embedded = await bootForTests({ exampleData: false });
	try {
		const { token } = await makePerson(embedded, { name: 'asks' });
		const callers: [string, AnyClient][] = [
			['visitor', clientOf('visitor', embedded)],
			['member', clientWithKey(embedded, embedded.publishableKey, token)]
		];
		const costs = new Map<string, number[]>();
		for (const size of SIZES) {
			await fillResources(embedded, size);
			for (const [caller, client] of callers)
				for (const { name, words } of QUESTIONS) {
					const key = `${caller}: ${name}`;
					costs.set(key, [...(costs.get(key) ?? []), await medianCost(client, words)]);
				}
		}
		for (const [caller] of callers)
			for (const { name, atMost } of QUESTIONS) {
				const [few = NaN, many = NaN] = costs.get(`${caller}: ${name}`) ?? [];
				report({
					name: `search of the knowledge base (${caller}, ${name}) of ${SIZES[1]} against ${SIZES[0]}`,
					value: many / few,
					unit: 'ratio',
					bound: { atMost },
					sides: { own: many, baseline: few }
				});
			}
	} finally {
		await embedded.close();
	}
}

/** Milliseconds that the thread worked, whoever else wants this machine. The first questions warm up. */
async function medianCost(client: AnyClient, words: readonly string[] | null): Promise<number> {
	const costs: number[] = [];
	for (let round = 0; round < ROUNDS + 5; round++) {
		const before = process.threadCpuUsage();
		const { data, error } = await client.rpc('search_resources', { ...NO_FILTER, p_words: words });
		if (error || !(data[0].total > 0)) throw new Error(`A search found nothing: ${JSON.stringify(error)}`);
		const { user, system } = process.threadCpuUsage(before);
		if (round >= 5) costs.push((user + system) / 1000);
	}
	return median(costs);
}

/**
 * Makes it so many items of some 300 words, spread evenly over kinds, themes, languages and governments, of which one in ten is
 * for members. What triggers keep row by row is made at once.
 */
async function fillResources(embedded: Embedded, size: number): Promise<void> {
	await embedded.exclusively((db) =>
		db.exec(`
			set session_replication_role = replica;
			create temporary table bench_word on commit drop as
			select n, 'woord' || translate(n::text, '0123456789', 'bcdfghjklm') as word from generate_series(0, 4999) as n;
			create unique index on bench_word (n);
			create temporary table bench_resource on commit drop as
			select gen_random_uuid() as id, n from generate_series((select count(*) from public.resource), ${size} - 1) as n;
			insert into public.resource (
				id, slug, kind, local_government_id, title, summary, body, language, visibility, published_at, outcome, tried, next_time
			)
			select item.id, 'voorbeeld-' || n, kind.name, government.id, 'Voorbeeld ' || n || ' over ' || told.first,
				'In het kort: ' || told.first, told.text || case when n < 40 then ' zeldzaamheid' else '' end
					|| case when n % 20 = 0 then ' twintigste' else '' end || case when n % 5 < 2 then ' tweevijfde' else '' end,
				(array['nl', 'nl', 'nl', 'fr', 'en'])[1 + n % 5], case when n % 10 = 9 then 'members' else 'public' end,
				now() - make_interval(hours => n::integer),
				case when kind.name = 'story' then (array['good_practice', 'successful_failure'])[1 + n / 8 % 2] end,
				case when kind.name = 'story' then 'Dit.' end, case when kind.name = 'story' then 'Dat.' end
			from bench_resource as item
			cross join lateral (
				select (array['tool', 'manual', 'story', 'publication', 'report', 'tool', 'news', 'story'])[1 + n % 8] as name
			) as kind
			cross join lateral (
				select string_agg(dealt.word, ' ') as text, min(dealt.word) as first
				from generate_series(1, 300) as place
				join bench_word as dealt on dealt.n = (item.n * 7919 + place * place * 31 + place * item.n) % 5000
			) as told
			join (
				select id, row_number() over (order by md5(slug)) - 1 as place, count(*) over () as total
				from public.local_government
			) as government on government.place = item.n % government.total;
			insert into public.resource_topic (resource_id, topic_id)
			select item.id, topic.id
			from bench_resource as item
			cross join generate_series(0, 1) as k
			join (
				select id, row_number() over (order by slug) - 1 as place, count(*) over () as total
				from public.expertise_topic
			) as topic on topic.place = (item.n + 4 * k) % topic.total;
			insert into public.resource_use (resource_id, local_government_id)
			select item.id, government.id
			from bench_resource as item
			join (
				select id, row_number() over (order by slug) - 1 as place, count(*) over () as total
				from public.local_government
			) as government on government.place = (item.n * 13) % government.total
			where item.n % 3 = 0;
			select private.index_resources(array(select id from bench_resource));
			set session_replication_role = origin;
			insert into private.knowledge_word (word, language, plain, stem, public_items, all_items)
			select word, language, private.plain_word(word),
				(tsvector_to_array(to_tsvector(private.text_configuration(language), word)))[1],
				count(*) filter (where is_public), count(*)
			from private.resource_search cross join unnest(words) as word
			group by word, language
			on conflict (word, language) do update
			set public_items = excluded.public_items, all_items = excluded.all_items;
			analyze;
		`)
	);
}
