-- The knowledge base: what is written in it, what hangs on that, and who reads it.

-- The knowledge base: everything that is written, of whatever kind, in one table. Visitors read what is on the site and public,
-- members also what is for members, editors all of their own government.

create table public.resource (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 150)
    -- Where the site has pages of its own, the page of an item would not be found.
    constraint resource_slug_is_no_page check (slug not in ('atom', 'nieuw')),
  kind text not null check (
    kind in ('tool', 'manual', 'story', 'publication', 'report', 'project', 'news', 'call')
  ),
  -- Null: of whoever runs the site.
  local_government_id uuid references public.local_government (id) on delete cascade,
  title public.one_line not null check (
    char_length(title) between 1 and 120 and title = btrim(title) and title ~ '[[:alnum:]]'
  ),
  summary public.one_line not null check (char_length(summary) between 1 and 300 and summary = btrim(summary)),
  -- Markdown, as the parts of a story and the support of a call.
  body text not null check (char_length(body) between 1 and 100000),
  -- Of all of its texts.
  language public.locale not null,
  visibility text not null default 'members' check (visibility in ('public', 'members')),
  published_at timestamptz,
  taken_off_at timestamptz,
  is_shown boolean not null generated always as (published_at is not null and taken_off_at is null) stored,
  licence text check (licence in ('cc0', 'cc-by', 'cc-by-sa', 'cc-by-nc-sa', 'all-rights')),
  website text check (private.is_web_address(website)),
  year smallint check (year between 1900 and 2100),
  -- Of stories.
  outcome text check (outcome in ('good_practice', 'successful_failure')),
  tried text check (char_length(tried) between 1 and 4000),
  cost text check (char_length(cost) between 1 and 4000),
  next_time text check (char_length(next_time) between 1 and 4000),
  -- Of calls: the last day, by the clock in Brussels.
  deadline date,
  support text check (char_length(support) between 1 and 4000),
  audience text[] not null default '{}' check (audience <@ '{local_government,association,citizens}'),
  -- Of projects.
  period_from date,
  period_until date,
  -- When somebody last said that it is still true.
  reviewed_at timestamptz,
  -- Whom members may ask; told by `resource_contact` only.
  contact_id uuid references public.profile (id) on delete set null,
  -- Rises with every change of what its editors keep.
  revision integer not null default 1,
  -- Invented, to show the knowledge base; never on a public installation.
  is_example boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint resource_story_is_whole check (
    case when kind = 'story' then outcome is not null and tried is not null and next_time is not null
    else outcome is null and tried is null and cost is null and next_time is null end
  ),
  constraint resource_call_is_whole check (
    case when kind = 'call' then deadline is not null
    else deadline is null and support is null and audience = '{}' end
  ),
  constraint resource_period_of_project check (
    kind = 'project' or (period_from is null and period_until is null)
  ),
  check (period_from is null or period_until is null or period_from <= period_until)
)
-- A search passes all rows and reads few of their texts: those stand apart.
with (toast_tuple_target = 128);

comment on table public.resource is 'An item of the knowledge base: a tool, manual, story, publication, report, project, news or call.';

create index resource_local_government on public.resource (local_government_id);
create index resource_contact on public.resource (contact_id);

create trigger resource_updated_at before update on public.resource
  for each row execute function private.set_updated_at();

alter table public.resource enable row level security;
revoke all on public.resource from anon, authenticated, service_role;

-- Everything but `contact_id`.
grant select (
  id, slug, kind, local_government_id, title, summary, body, language, visibility, published_at, taken_off_at, is_shown, licence,
  website, year, outcome, tried, cost, next_time, deadline, support, audience, period_from, period_until, reviewed_at, revision,
  is_example, created_at, updated_at
) on public.resource to anon, authenticated;
create policy "visitors read what is public" on public.resource
  for select to anon
  using (is_shown and visibility = 'public');
create policy "members read all that is on the site, editors all of their own" on public.resource
  for select to authenticated
  using (
    (is_shown and (visibility = 'public' or (select private.is_approved())))
    or local_government_id = (select private.edited_government())
    or (select private.is_admin())
  );

-- Where an item stood before it got another address.
create table public.former_resource_slug (
  slug text primary key,
  resource_id uuid not null references public.resource (id) on delete cascade,
  created_at timestamptz not null default now()
);

comment on table public.former_resource_slug is 'Addresses that items of the knowledge base had.';

create index former_resource_slug_resource on public.former_resource_slug (resource_id);

alter table public.former_resource_slug enable row level security;
revoke all on public.former_resource_slug from anon, authenticated, service_role;
grant select on public.former_resource_slug to anon, authenticated;
create policy "who reads an item reads where it stood" on public.former_resource_slug
  for select to anon, authenticated
  using (exists (select from public.resource as item where item.id = resource_id));

create function private.keep_former_resource_slug() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from public.former_resource_slug where slug = new.slug;
  insert into public.former_resource_slug (slug, resource_id) values (old.slug, new.id)
  on conflict (slug) do update set resource_id = excluded.resource_id, created_at = excluded.created_at;
  return null;
end;
$$;

create trigger former_resource_slug_is_kept after update of slug on public.resource
  for each row when (old.slug <> new.slug)
  execute function private.keep_former_resource_slug();

-- Whether what has or had this address was public and was taken off the site. False for what was for members, then or now.
create function private.resource_was_taken_off(p_slug text) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select
    from public.resource as item
    where item.taken_off_at is not null and item.published_at is not null and item.visibility = 'public'
      and (
        item.slug = p_slug
        or exists (
          select from public.former_resource_slug as former
          where former.slug = p_slug and former.resource_id = item.id
        )
      )
  );
$$;

-- The colleague whom the caller may ask about an item: one who chose to be seen and takes messages. Null where there is none,
-- and for an item that is not on the site. Errors: 42501 MEMBERS_ONLY.
create function private.resource_contact(p_slug text) returns uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if not private.is_approved() then
    raise insufficient_privilege using message = 'MEMBERS_ONLY';
  end if;
  return (
    select item.contact_id
    from public.resource as item
    where item.slug = p_slug and item.is_shown and private.may_write_to(item.contact_id)
  );
end;
$$;

call private.open_doors('service_role', 'resource_was_taken_off');
call private.open_doors('authenticated', 'resource_contact');

-- For `export_my_account`: what somebody is asked about.
create function private.export_resources(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'contactOf', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('slug', item.slug, 'title', item.title, 'publishedAt', item.published_at)
        order by item.slug
      )
      from public.resource as item
      where item.contact_id = p_account_id
    ), '[]')
  );
$$;

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

-- One number that rises with every change of what visitors read in the knowledge base, apart from that of the directory: news
-- does not empty the pages of desks. What only members read does not move it, for everybody sees it.

create table public.content_version (
  -- a table of one row
  only_row boolean primary key default true check (only_row),
  version bigint not null default 1
);

comment on table public.content_version is 'Version of the public knowledge base.';

insert into public.content_version default values;

alter table public.content_version enable row level security;
revoke all on public.content_version from anon, authenticated;
grant select on public.content_version to anon, authenticated;
create policy "everyone reads the version of the knowledge base" on public.content_version
  for select to anon, authenticated using (true);

-- Once a transaction says it: nobody sees what is in between.
create function private.next_content_version() returns void
language sql
security definer
set search_path = ''
as $$
  update public.content_version
  set version = version + 1
  where only_row and xmin <> pg_catalog.pg_current_xact_id()::xid;
$$;

create function private.raise_content_version() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.next_content_version();
  return null;
end;
$$;

-- For what hangs on items: whether visitors read them, and of a link both.
create function private.raise_content_version_of_part() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_row jsonb;
  v_items uuid[];
begin
  foreach v_row in array pg_catalog.array_remove(array[
    case when tg_op <> 'INSERT' then pg_catalog.to_jsonb(old) end, case when tg_op <> 'DELETE' then pg_catalog.to_jsonb(new) end
  ], null) loop
    v_items := case tg_table_name
      when 'resource_link' then array[(v_row ->> 'from_id')::uuid, (v_row ->> 'to_id')::uuid]
      when 'contact_card' then
        array(select item.id from public.resource as item where item.card_id = (v_row ->> 'id')::uuid)
      when 'partner' then
        array(select made.resource_id from public.resource_partner as made where made.partner_id = (v_row ->> 'id')::uuid)
      else array[(v_row ->> 'resource_id')::uuid]
    end;
    if (
      select case tg_table_name when 'resource_link' then count(*) = 2 else count(*) > 0 end
      from public.resource as item
      where item.id = any (v_items) and item.is_shown and item.visibility = 'public'
    ) then
      perform private.next_content_version();
    end if;
  end loop;
  return null;
end;
$$;

create trigger new_resource_raises_version after insert on public.resource
  for each row when (new.is_shown and new.visibility = 'public') execute function private.raise_content_version();
create trigger changed_resource_raises_version after update on public.resource
  for each row when (
    (old.is_shown and old.visibility = 'public') or (new.is_shown and new.visibility = 'public')
  )
  execute function private.raise_content_version();
create trigger gone_resource_raises_version after delete on public.resource
  for each row when (old.is_shown and old.visibility = 'public') execute function private.raise_content_version();
create trigger renamed_topic_raises_content_version after update on public.expertise_topic
  for each row execute function private.raise_content_version();
create trigger resource_topic_raises_version after insert or update or delete on public.resource_topic
  for each row execute function private.raise_content_version_of_part();
create trigger resource_link_raises_version after insert or update or delete on public.resource_link
  for each row execute function private.raise_content_version_of_part();
create trigger resource_use_raises_version after insert or update or delete on public.resource_use
  for each row execute function private.raise_content_version_of_part();
create trigger partner_raises_version after update on public.partner
  for each row execute function private.raise_content_version_of_part();
create trigger resource_partner_raises_version after insert or update or delete on public.resource_partner
  for each row execute function private.raise_content_version_of_part();
create trigger resource_block_raises_version after insert or update or delete on public.resource_block
  for each row execute function private.raise_content_version_of_part();
create trigger contact_card_raises_version after update on public.contact_card
  for each row execute function private.raise_content_version_of_part();

-- Of themes that become one, and of an account, what the knowledge base has goes along.
create or replace function private.merge_expertise_topics(p_from uuid, p_into uuid, p_seen text[]) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_from text;
  v_into text;
  v_people integer;
begin
  perform private.require_admin();
  perform from public.expertise_topic where id in (p_from, p_into) order by id for update;
  select slug into v_from from public.expertise_topic where id = p_from and merged_into is null;
  select slug into v_into from public.expertise_topic where id = p_into and merged_into is null;
  if v_from is null or v_into is null or p_from = p_into then
    raise exception 'UNKNOWN_TOPIC';
  end if;
  if p_seen is distinct from array[private.topic_seen(p_from), private.topic_seen(p_into)] then
    raise exception 'CHANGED_MEANWHILE';
  end if;
  select count(*) into v_people from public.profile_expertise where topic_id = p_from;
  update public.profile_expertise as kept
  set note = case
    when kept.note is null then gone.note
    when gone.note is null or pg_catalog.char_length(kept.note) + pg_catalog.char_length(gone.note) > 297 then kept.note
    else kept.note || ' – ' || gone.note
  end
  from public.profile_expertise as gone
  where kept.topic_id = p_into and gone.topic_id = p_from and gone.profile_id = kept.profile_id;
  update public.profile_expertise as moved
  set topic_id = p_into
  where moved.topic_id = p_from
    and not exists (
      select from public.profile_expertise as other
      where other.profile_id = moved.profile_id and other.topic_id = p_into
    );
  delete from public.profile_expertise where topic_id = p_from;
  perform private.move_follows(p_from, p_into);
  perform private.move_resource_topics(p_from, p_into);
  update public.expertise_topic set merged_into = p_into where id = p_from;
  perform private.record_audit(
    'topics_merged', null, null,
    pg_catalog.jsonb_build_object('topic', v_from, 'into', v_into, 'people', v_people)
  );
  return v_people;
end;
$$;

create or replace function private.export_my_account() returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.current_account_id();
  v_export jsonb;
begin
  if v_me is null then
    raise insufficient_privilege using message = 'NO_ACCOUNT';
  end if;
  v_export := pg_catalog.jsonb_build_object('exportedAt', pg_catalog.now())
    || private.export_account(v_me)
    || private.export_proven_addresses(v_me)
    || private.export_history(v_me)
    || private.export_mail(v_me)
    || private.export_decisions(v_me)
    || private.export_contact_messages(v_me)
    || private.export_contact_answers(v_me)
    || private.export_changes(v_me)
    || private.export_desk_reports(v_me)
    || private.export_desk_upkeep(v_me)
    || private.export_expertise(v_me)
    || private.export_blocks_and_reports(v_me)
    || private.export_follows(v_me)
    || private.export_resources(v_me);
  -- Once a day says enough.
  if not exists (
    select from public.audit_entry
    where account_id = v_me and action = 'exported' and happened_at > pg_catalog.now() - interval '1 day'
  ) then
    perform private.record_audit('exported', v_me);
  end if;
  return v_export;
end;
$$;
