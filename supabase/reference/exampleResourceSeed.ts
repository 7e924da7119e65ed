import type { PlacedResource } from './exampleResources.ts';
import { stage } from './sql.ts';

const TEXT = "''::text";

/** The part of `supabase/seeds/example.sql` with the knowledge base. An item of a body that really takes part is left out. */
export function exampleResourceSeed(resources: readonly PlacedResource[]): string {
	const cards = new Map(resources.flatMap(({ card }) => (card ? [[card[0], card] as const] : [])));
	const partners = new Set(resources.flatMap((item) => (item.partners ?? []).map(([name]) => name)));
	return [
		stage('example_card', `${TEXT} as name, ${TEXT} as function, ${TEXT} as email`, [...cards.values()]),
		stage(
			'example_partner',
			`${TEXT} as name`,
			[...partners].map((name) => [name])
		),
		stage(
			'example_resource',
			`owner.nis_code, owner.kind as owner_kind, false as of_operator, item.slug, item.kind, item.title, item.summary, item.body,
  item.language::text, item.visibility, 0 as published_days_ago, 0 as reviewed_days_ago, item.licence, item.website,
  item.year, item.outcome, item.tried, item.cost, item.next_time, 0 as deadline_in_days, item.support, item.audience,
  0 as from_days, 0 as until_days, ${TEXT} as card
from public.resource as item
join public.local_government as owner on true`,
			resources.map((item) => [
				item.owner?.nisCode ?? null,
				item.owner?.kind ?? null,
				item.owner === null,
				item.slug,
				item.kind,
				item.title,
				item.summary,
				item.body,
				item.language ?? 'nl',
				item.isForMembers ? 'members' : 'public',
				item.publishedDaysAgo,
				item.reviewedDaysAgo,
				item.licence,
				item.website ?? null,
				item.year ?? null,
				item.story?.outcome ?? null,
				item.story?.tried ?? null,
				item.story?.cost ?? null,
				item.story?.nextTime ?? null,
				item.call?.deadlineInDays ?? null,
				item.call?.support ?? null,
				item.call?.audience ?? [],
				item.period?.[0] ?? null,
				item.period?.[1] ?? null,
				item.card?.[0] ?? null
			])
		),
		stage(
			'example_resource_topic',
			`${TEXT} as slug, ${TEXT} as topic`,
			resources.flatMap(({ slug, topics }) => topics.map((topic) => [slug, topic]))
		),
		stage(
			'example_resource_link',
			`${TEXT} as slug, ${TEXT} as other, link.role, link.note, link.place from public.resource_link as link`,
			resources.flatMap(({ slug, tools = [], related = [] }) => [
				...tools.map(([other, note], place) => [slug, other, 'tool', note, place + 1] as const),
				...related.map((other, place) => [slug, other, 'see_also', null, place + 1] as const)
			])
		),
		stage(
			'example_resource_use',
			`${TEXT} as slug, body.nis_code, body.kind, used.since, used.note
from public.resource_use as used
join public.local_government as body on body.id = used.local_government_id`,
			resources.flatMap(({ slug, users }) =>
				users.map(({ nisCode, kind, since, note }) => [slug, nisCode, kind, since, note])
			)
		),
		stage(
			'example_resource_block',
			`${TEXT} as slug, block.place, block.title, block.speaker, block.body from public.resource_block as block`,
			resources.flatMap(({ slug, blocks = [] }) =>
				blocks.map(([title, speaker, body], place) => [slug, place + 1, title, speaker, body])
			)
		),
		stage(
			'example_resource_partner',
			`${TEXT} as slug, ${TEXT} as partner, made.role, made.place from public.resource_partner as made`,
			resources.flatMap(({ slug, partners: those = [] }) =>
				those.map(([name, role], place) => [slug, name, role, place + 1])
			)
		),
		merge
	].join('\n\n');
}

const merge = `insert into public.contact_card (name, function, email, known_since, is_example)
select name, function, email, now(), true
from example_card
where name not in (select card.name from public.contact_card as card where card.is_example);

insert into public.partner (name, is_example)
select name, true from example_partner
on conflict (name) do nothing;

insert into public.resource (
  slug, kind, local_government_id, title, summary, body, language, visibility, published_at, reviewed_at, licence, website, year,
  outcome, tried, cost, next_time, deadline, support, audience, period_from, period_until, contact_id, card_id, is_example
)
select
  example.slug, example.kind, owner.id, example.title, example.summary, example.body, example.language, example.visibility,
  now() - make_interval(days => example.published_days_ago), now() - make_interval(days => example.reviewed_days_ago),
  example.licence, example.website, example.year, example.outcome, example.tried, example.cost, example.next_time,
  current_date + example.deadline_in_days, example.support, example.audience, current_date + example.from_days,
  current_date + example.until_days,
  -- Somebody of the same body who can be seen.
  (
    select person.id
    from public.profile as person
    where person.local_government_id = owner.id and person.is_example and person.listed and person.status = 'approved'
      and 'first_message' = any (person.notifications)
    order by person.full_name
    limit 1
  ),
  (select card.id from public.contact_card as card where card.name = example.card and card.is_example),
  true
from example_resource as example
left join public.local_government as owner
  on owner.nis_code = example.nis_code and owner.kind = example.owner_kind and owner.is_example
where example.of_operator or owner.id is not null
on conflict (slug) do nothing;

insert into public.resource_topic (resource_id, topic_id)
select item.id, private.topic_named(example.topic)
from example_resource_topic as example
join public.resource as item on item.slug = example.slug and item.is_example
where private.topic_named(example.topic) is not null
on conflict do nothing;

insert into public.resource_link (from_id, to_id, role, note, place)
select item.id, other.id, example.role, example.note, example.place
from example_resource_link as example
join public.resource as item on item.slug = example.slug and item.is_example
join public.resource as other on other.slug = example.other and other.is_example
on conflict do nothing;

insert into public.resource_use (resource_id, local_government_id, since, note)
select item.id, body.id, example.since, example.note
from example_resource_use as example
join public.resource as item on item.slug = example.slug and item.is_example
join public.local_government as body on body.nis_code = example.nis_code and body.kind = example.kind and body.is_example
on conflict do nothing;

insert into public.resource_block (resource_id, place, title, speaker, body)
select item.id, example.place, example.title, example.speaker, example.body
from example_resource_block as example
join public.resource as item on item.slug = example.slug and item.is_example
on conflict do nothing;

insert into public.resource_partner (resource_id, partner_id, role, place)
select item.id, partner.id, example.role, example.place
from example_resource_partner as example
join public.resource as item on item.slug = example.slug and item.is_example
join public.partner on partner.name = example.partner
on conflict do nothing;`;

/** The part of `supabase/seeds/example_remove.sql`. */
export const exampleResourceRemoval = `do $$
begin
  if exists (select from public.resource where is_example) then
    delete from public.resource where is_example;
  end if;
  delete from public.partner where is_example;
  delete from public.contact_card where is_example;
end;
$$;`;
