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
