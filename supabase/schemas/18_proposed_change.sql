-- Drafts, changes that wait for a second pair of eyes, and the one way in which editors change the directory.

create table public.proposed_change (
  id uuid primary key default gen_random_uuid(),
  subject text not null check (subject in ('government', 'desk')),
  local_government_id uuid not null references public.local_government (id) on delete cascade,
  -- Null for a desk that is not there yet.
  desk_id uuid references public.volunteer_desk (id) on delete cascade,
  author_id uuid not null references public.profile (id) on delete cascade,
  -- The version that the author started from; 0 for a new desk.
  base_revision integer not null check (base_revision >= 0),
  content jsonb not null check (jsonb_typeof(content) = 'object' and octet_length(content::text) <= 20000),
  note text check (char_length(note) <= 1000),
  state text not null default 'draft' check (state in ('draft', 'waiting', 'published', 'rejected')),
  reason text check (char_length(reason) <= 2000),
  reviewed_by uuid references public.profile (id) on delete set null,
  reviewed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (subject = 'desk' or desk_id is null)
);

comment on table public.proposed_change is 'What somebody wants a desk or a government''s page to say, until it is public or refused.';

create index proposed_change_government on public.proposed_change (local_government_id, state);
create index proposed_change_desk on public.proposed_change (desk_id);
create index proposed_change_author on public.proposed_change (author_id);
create index proposed_change_reviewed_by on public.proposed_change (reviewed_by);

-- One at a time of each person about each thing; of new desks as many as wanted.
create unique index proposed_change_one_open on public.proposed_change (author_id, local_government_id, subject, desk_id)
  nulls not distinct
  where state in ('draft', 'waiting') and (subject = 'government' or desk_id is not null);

create trigger proposed_change_updated_at before update on public.proposed_change
  for each row execute function private.set_updated_at();

alter table public.proposed_change enable row level security;
revoke all on public.proposed_change from anon, authenticated, service_role;
grant select on public.proposed_change to authenticated;
create policy "authors and editors read proposed changes" on public.proposed_change
  for select to authenticated
  using (
    (author_id = (select private.current_account_id()) and (select private.is_approved()))
    -- A draft is its author's alone.
    or (state <> 'draft' and local_government_id = (select private.edited_government()))
    or (state <> 'draft' and (select private.is_admin()))
  );

-- The first free one of loket, loket-2, loket-3 …
create function private.free_desk_slug(p_slug text) returns text
language sql
stable
security definer
set search_path = ''
as $$
  select candidate
  from (
    select p_slug || case when n = 1 then '' else '-' || n end as candidate, n
    from pg_catalog.generate_series(1, (select count(*)::integer + 2 from public.volunteer_desk)) as n
  ) as candidates
  where candidate not in ('adres', 'gegevens', 'kaart', 'nakijken')
    and not exists (select from public.volunteer_desk where slug = candidate)
  order by n
  limit 1;
$$;

-- Writes the content of a change where the public reads it. Returns the desk, or null for a government.
-- `p_is_seen`: somebody has just looked at all of it; a version that is brought back says nothing about today.
-- Errors: those of the tables' own constraints.
create function private.publish_content(
  p_subject text, p_local_government_id uuid, p_desk_id uuid, p_content jsonb, p_is_seen boolean
) returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  -- Only who keeps the desk can confirm it.
  v_verified_at constant timestamptz :=
    case when p_is_seen and private.edited_government() = p_local_government_id then pg_catalog.now() end;
  v_wanted public.volunteer_desk;
  v_desk uuid := p_desk_id;
begin
  if p_subject = 'government' then
    update public.local_government
    set website = p_content ->> 'website', phone = p_content ->> 'phone', email = p_content ->> 'email',
      description = p_content ->> 'description'
    where id = p_local_government_id;
    return null;
  end if;
  v_wanted := pg_catalog.jsonb_populate_record(null::public.volunteer_desk, p_content);
  if v_desk is null then
    insert into public.volunteer_desk (
      slug, local_government_id, name, street, postcode, place, lon, lat, location_approximate, phone, email, website,
      opening_hours, languages, wheelchair, description, published, verified_at
    )
    values (
      private.free_desk_slug(v_wanted.slug), p_local_government_id, v_wanted.name, v_wanted.street, v_wanted.postcode,
      v_wanted.place, v_wanted.lon, v_wanted.lat, coalesce(v_wanted.location_approximate, false), v_wanted.phone,
      v_wanted.email, v_wanted.website, v_wanted.opening_hours, coalesce(v_wanted.languages, '{nl}'),
      v_wanted.wheelchair, v_wanted.description, true, v_verified_at
    )
    returning id into v_desk;
    return v_desk;
  end if;
  update public.volunteer_desk
  set name = v_wanted.name, street = v_wanted.street, postcode = v_wanted.postcode, place = v_wanted.place,
    lon = v_wanted.lon, lat = v_wanted.lat, location_approximate = coalesce(v_wanted.location_approximate, false),
    phone = v_wanted.phone, email = v_wanted.email, website = v_wanted.website,
    opening_hours = v_wanted.opening_hours, languages = coalesce(v_wanted.languages, '{nl}'),
    wheelchair = v_wanted.wheelchair, description = v_wanted.description,
    verified_at = coalesce(v_verified_at, verified_at),
    unconfirmed_since = case when v_verified_at is null then unconfirmed_since end
  where id = v_desk;
  return v_desk;
end;
$$;

-- What is read and chosen as one: half an address of each of two people is nobody's.
create function private.part_of(p_key text) returns text
language sql
immutable
set search_path = ''
as $$
  select case
    when p_key in ('street', 'postcode', 'place') then 'address'
    when p_key in ('lon', 'lat', 'location_approximate') then 'pin'
    else p_key
  end;
$$;

-- The parts of a content that its author changed, on top of what the public reads by now: what others published meanwhile
-- stays. All of it where nobody knows what the author started from.
create function private.rebased_content(p_change public.proposed_change) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  with base as (
    select content
    from public.directory_revision
    where subject = p_change.subject and local_government_id = p_change.local_government_id
      and desk_id is not distinct from p_change.desk_id and revision = p_change.base_revision
  ),
  current_content as (
    select case p_change.subject
      when 'desk' then (select private.desk_content(d) from public.volunteer_desk as d where d.id = p_change.desk_id)
      else (
        select private.government_content(g) from public.local_government as g where g.id = p_change.local_government_id
      )
    end as content
  ),
  changed as (
    select distinct private.part_of(own.key) as part
    from pg_catalog.jsonb_each(p_change.content) as own, base
    where own.value is distinct from coalesce(base.content -> own.key, 'null')
  )
  select case
    when current_content.content is null or not exists (select from base) then p_change.content
    else current_content.content || coalesce(
      (
        select pg_catalog.jsonb_object_agg(own.key, own.value)
        from pg_catalog.jsonb_each(p_change.content) as own
        where private.part_of(own.key) in (select part from changed)
      ),
      '{}'
    )
  end
  from current_content;
$$;

-- What a version said, for who suggests: with it, what others changed meanwhile can be told from what they changed
-- themselves. Not who wrote it. Null for a version that is not kept, and for one of a desk that was not on the site.
-- Errors: 42501 NOT_YOURS.
create function private.version_content(
  p_subject text, p_local_government_id uuid, p_desk_id uuid, p_revision integer
) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if not private.belongs_to(p_local_government_id) then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  return (
    select version.content
    from public.directory_revision as version
    left join public.volunteer_desk as desk on desk.id = version.desk_id
    where version.subject = p_subject and version.local_government_id = p_local_government_id
      and version.desk_id is not distinct from p_desk_id and version.revision = p_revision
      and (
        p_subject = 'government'
        or (desk.published and (version.content ->> 'published')::boolean)
        or private.edits(p_local_government_id)
      )
  );
end;
$$;

-- The version of a desk or a government's page that the public reads now, locked until the end of the transaction; 0 for a
-- desk that is not there yet, null for one that is gone.
create function private.lock_subject(p_subject text, p_local_government_id uuid, p_desk_id uuid) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_revision integer;
begin
  select revision into v_revision from public.local_government where id = p_local_government_id for no key update;
  if p_subject = 'desk' and p_desk_id is null then
    return 0;
  end if;
  if p_subject = 'desk' then
    select revision into v_revision
    from public.volunteer_desk
    where id = p_desk_id and local_government_id = p_local_government_id
    for no key update;
  end if;
  return v_revision;
end;
$$;

-- Whether every value is of the kind that people are shown: what a reviewer cannot see must not be published.
create function private.is_readable_content(p_content jsonb) returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(pg_catalog.jsonb_typeof(p_content) = 'object', false) and not exists (
    select
    from pg_catalog.jsonb_each(case pg_catalog.jsonb_typeof(p_content) when 'object' then p_content else '{}' end) as part
    where part.value <> 'null' and case
      when part.key in ('lon', 'lat') then pg_catalog.jsonb_typeof(part.value) <> 'number'
      when part.key in ('location_approximate', 'published') then pg_catalog.jsonb_typeof(part.value) <> 'boolean'
      when part.key = 'languages' then pg_catalog.jsonb_typeof(part.value) <> 'array'
        or pg_catalog.jsonb_path_exists(part.value, 'strict $[*] ? (@.type() != "string")')
      else pg_catalog.jsonb_typeof(part.value) <> 'string'
    end
  );
$$;

call private.open_doors('authenticated', 'version_content');
