-- What hangs on an item of the knowledge base. Who reads the item reads it.

-- Themes, of the same list as what colleagues know about: up to five an item.
create table public.resource_topic (
  resource_id uuid not null references public.resource (id) on delete cascade,
  topic_id uuid not null references public.expertise_topic (id),
  primary key (resource_id, topic_id)
);

comment on table public.resource_topic is 'What an item of the knowledge base is about.';

create index resource_topic_topic on public.resource_topic (topic_id);

-- `tool`: from a story to a tool or manual, with what it was good for. `see_also`: of the two ends, whichever said so.
create table public.resource_link (
  from_id uuid not null references public.resource (id) on delete cascade,
  to_id uuid not null references public.resource (id) on delete cascade,
  role text not null check (role in ('tool', 'see_also')),
  note public.one_line check (char_length(note) between 1 and 300 and note = btrim(note)),
  -- 1-based, as the page has them.
  place smallint not null default 1 check (place between 1 and 100),
  primary key (from_id, to_id),
  check (from_id <> to_id),
  check (role = 'tool' or note is null)
);

comment on table public.resource_link is 'Items of the knowledge base that belong together.';

create index resource_link_to on public.resource_link (to_id);

-- A government that uses it. Who said so stands in the trail only.
create table public.resource_use (
  resource_id uuid not null references public.resource (id) on delete cascade,
  local_government_id uuid not null references public.local_government (id) on delete cascade,
  since date,
  note public.one_line check (char_length(note) between 1 and 300 and note = btrim(note)),
  created_at timestamptz not null default now(),
  primary key (resource_id, local_government_id)
);

comment on table public.resource_use is 'Governments that use a tool, a manual or what a story tells.';

create index resource_use_local_government on public.resource_use (local_government_id);

-- An organisation with which something was made.
create table public.partner (
  id uuid primary key default gen_random_uuid(),
  name public.one_line not null unique check (char_length(name) between 1 and 150 and name = btrim(name)),
  website text check (private.is_web_address(website)),
  sentence public.one_line check (char_length(sentence) between 1 and 300 and sentence = btrim(sentence)),
  is_example boolean not null default false
);

comment on table public.partner is 'Organisations with which items of the knowledge base were made.';

create table public.resource_partner (
  resource_id uuid not null references public.resource (id) on delete cascade,
  partner_id uuid not null references public.partner (id) on delete cascade,
  role text not null check (role in ('with', 'takes_part', 'supports')),
  place smallint not null default 1 check (place between 1 and 100),
  primary key (resource_id, partner_id)
);

comment on table public.resource_partner is 'Partners of an item, in the order of its page.';

create index resource_partner_partner on public.resource_partner (partner_id);

-- A chapter or interview.
create table public.resource_block (
  resource_id uuid not null references public.resource (id) on delete cascade,
  place smallint not null check (place between 1 and 100),
  title public.one_line not null check (char_length(title) between 1 and 120 and title = btrim(title)),
  -- A role or an organisation; a person only who knows of it.
  speaker public.one_line check (char_length(speaker) between 1 and 150 and speaker = btrim(speaker)),
  -- Markdown
  body text not null check (char_length(body) between 1 and 20000),
  primary key (resource_id, place)
);

comment on table public.resource_block is 'Chapters and interviews of a publication, in their order.';

-- Somebody whom everybody may write to.
create table public.contact_card (
  id uuid primary key default gen_random_uuid(),
  name public.one_line not null check (char_length(name) between 1 and 120 and name = btrim(name)),
  function public.one_line check (char_length(function) between 1 and 150 and function = btrim(function)),
  email text check (private.is_mail_address(email)),
  -- E.164, or a Belgian short number
  phone text check (phone ~ '^(\+[1-9][0-9]{6,14}|1[0-9]{2,3}|116[0-9]{3})$'),
  -- Who enters it says that this person knows that it is public: since when.
  known_since timestamptz not null,
  is_example boolean not null default false,
  check (email is not null or phone is not null)
);

comment on table public.contact_card is 'Whom everybody may write to about an item; the person knows that.';

insert into private.address_column (kept_in, column_name, on_leaving) values ('public.contact_card', 'email', 'stays');

alter table public.resource add column card_id uuid references public.contact_card (id) on delete set null;
create index resource_card on public.resource (card_id);
grant select (card_id) on public.resource to anon, authenticated;

do $$
declare
  v_table text;
begin
  foreach v_table in array array[
    'resource_topic', 'resource_link', 'resource_use', 'partner', 'resource_partner', 'resource_block', 'contact_card'
  ] loop
    execute pg_catalog.format('alter table public.%I enable row level security', v_table);
    execute pg_catalog.format('revoke all on public.%I from anon, authenticated, service_role', v_table);
    execute pg_catalog.format('grant select on public.%I to anon, authenticated', v_table);
  end loop;
end;
$$;

-- Which items those are is said by their own policies: these run with the rights of who asks.
create policy "who reads an item reads its themes" on public.resource_topic
  for select to anon, authenticated
  using (exists (select from public.resource as item where item.id = resource_id));
create policy "who reads both reads that they belong together" on public.resource_link
  for select to anon, authenticated
  using (
    exists (select from public.resource as item where item.id = from_id)
    and exists (select from public.resource as item where item.id = to_id)
  );
create policy "who reads an item reads who uses it" on public.resource_use
  for select to anon, authenticated
  using (exists (select from public.resource as item where item.id = resource_id));
create policy "who reads an item reads with whom it was made" on public.resource_partner
  for select to anon, authenticated
  using (exists (select from public.resource as item where item.id = resource_id));
create policy "who reads an item with them reads of partners" on public.partner
  for select to anon, authenticated
  using (exists (select from public.resource_partner as made where made.partner_id = id));
create policy "who reads an item reads its chapters" on public.resource_block
  for select to anon, authenticated
  using (exists (select from public.resource as item where item.id = resource_id));
create policy "who reads an item reads whom to write to" on public.contact_card
  for select to anon, authenticated
  using (exists (select from public.resource as item where item.card_id = contact_card.id));

-- The page at this address, with the rights of who asks: an item on the site with all that hangs on it, as `Resource` of
-- src/lib/domain/resource/resource.ts has it ("item"); where one went that stood here ("movedTo"); null for neither.
create function public.resource_page(p_slug text) returns jsonb
language sql
stable
set search_path = ''
as $$
  with item as (
    select id, slug, kind, outcome, title, summary, body, language, visibility, local_government_id, published_at, updated_at,
      reviewed_at, revision, licence, website, year, tried, cost, next_time, deadline, support, audience, period_from,
      period_until, is_example, card_id
    from public.resource
    where slug = p_slug and is_shown
  ), linked as (
    select distinct on (way, other.id)
      case
        when link.role = 'see_also' then 'related'
        when link.from_id = item.id then 'tools'
        else 'stories'
      end as way,
      link.place, other.slug,
      pg_catalog.jsonb_build_object(
        'slug', other.slug, 'kind', other.kind, 'outcome', other.outcome, 'title', other.title, 'summary', other.summary,
        'language', other.language, 'note', link.note, 'localGovernmentId', other.local_government_id
      ) as shown
    from item
    join public.resource_link as link on item.id in (link.from_id, link.to_id)
    join public.resource as other
      on other.id = case when link.from_id = item.id then link.to_id else link.from_id end and other.is_shown
    order by way, other.id, link.place
  )
  select coalesce(
    (
      select pg_catalog.jsonb_build_object('item', pg_catalog.jsonb_build_object(
        'id', item.id, 'slug', item.slug, 'kind', item.kind, 'outcome', item.outcome, 'title', item.title,
        'summary', item.summary, 'body', item.body, 'language', item.language, 'visibility', item.visibility,
        'localGovernmentId', item.local_government_id, 'publishedAt', item.published_at, 'updatedAt', item.updated_at,
        'reviewedAt', item.reviewed_at, 'revision', item.revision, 'licence', item.licence, 'website', item.website,
        'year', item.year, 'tried', item.tried, 'cost', item.cost, 'nextTime', item.next_time, 'deadline', item.deadline,
        'support', item.support, 'audience', item.audience, 'periodFrom', item.period_from,
        'periodUntil', item.period_until, 'isExample', item.is_example,
        'topics', (
          select coalesce(pg_catalog.jsonb_agg(topic.slug order by topic.slug), '[]')
          from public.resource_topic as about
          join public.expertise_topic as topic on topic.id = about.topic_id
          where about.resource_id = item.id
        ),
        'tools', (
          select coalesce(pg_catalog.jsonb_agg(linked.shown order by linked.place, linked.slug), '[]')
          from linked where way = 'tools'
        ),
        'stories', (
          select coalesce(pg_catalog.jsonb_agg(linked.shown order by linked.place, linked.slug), '[]')
          from linked where way = 'stories'
        ),
        'related', (
          select coalesce(pg_catalog.jsonb_agg(linked.shown order by linked.place, linked.slug), '[]')
          from linked where way = 'related'
        ),
        'uses', (
          select coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object(
            'localGovernmentId', used.local_government_id, 'since', used.since, 'note', used.note
          )), '[]')
          from public.resource_use as used where used.resource_id = item.id
        ),
        'partners', (
          select coalesce(pg_catalog.jsonb_agg(
            pg_catalog.jsonb_build_object(
              'name', partner.name, 'website', partner.website, 'sentence', partner.sentence, 'role', made.role
            )
            order by made.place, partner.name
          ), '[]')
          from public.resource_partner as made
          join public.partner on partner.id = made.partner_id
          where made.resource_id = item.id
        ),
        'blocks', (
          select coalesce(pg_catalog.jsonb_agg(
            pg_catalog.jsonb_build_object(
              'place', block.place, 'title', block.title, 'speaker', block.speaker, 'body', block.body
            )
            order by block.place
          ), '[]')
          from public.resource_block as block where block.resource_id = item.id
        ),
        'card', (
          select pg_catalog.jsonb_build_object(
            'name', card.name, 'function', card.function, 'email', card.email, 'phone', card.phone
          )
          from public.contact_card as card where card.id = item.card_id
        )
      ))
      from item
    ),
    (
      select pg_catalog.jsonb_build_object('movedTo', there.slug)
      from public.former_resource_slug as former
      join public.resource as there on there.id = former.resource_id and there.is_shown
      where former.slug = p_slug
    )
  );
$$;

grant execute on function public.resource_page(text) to anon, authenticated;

-- For `merge_expertise_topics`: an item that had both has the second once.
create function private.move_resource_topics(p_from uuid, p_into uuid) returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.resource_topic (resource_id, topic_id)
  select resource_id, p_into from public.resource_topic where topic_id = p_from
  on conflict do nothing;
  delete from public.resource_topic where topic_id = p_from;
$$;
