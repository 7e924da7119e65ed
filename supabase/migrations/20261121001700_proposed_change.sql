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

-- Where the site has pages of its own, the page of a desk would not be found.
alter table public.volunteer_desk
  add constraint volunteer_desk_slug_is_no_page check (slug not in ('adres', 'gegevens', 'kaart', 'nakijken'));

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

create function public.version_content(
  p_subject text, p_local_government_id uuid, p_desk_id uuid, p_revision integer
) returns jsonb
language sql
set search_path = ''
begin atomic
  select private.version_content(p_subject, p_local_government_id, p_desk_id, p_revision);
end;

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

-- Saves what somebody wants a desk (`p_desk_id` null: a new one) or a government's page to say. As a draft, or to publish:
-- an editor's is public at once unless changes are reviewed there; anybody else's waits. Nothing is written over a version
-- that the author has not seen.
-- `p_base_revision`: the version seen; 0 for a new desk. `p_change_id`: the draft that goes on; null for none.
-- `p_intent`: 'draft', 'publish', or 'restore', which publishes without confirming.
-- Returns { outcome: 'draft' | 'published' | 'waiting' | 'conflict' | 'gone', changeId, deskId, slug, revision }.
-- Errors: 42501 NOT_YOURS; P0001 INVALID, TOO_OFTEN; 23514 and the like for content that the tables refuse.
create function private.save_change(
  p_subject text, p_local_government_id uuid, p_desk_id uuid, p_change_id uuid, p_base_revision integer,
  p_content jsonb, p_intent text, p_note text
) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.current_account_id();
  v_revision integer;
  v_change public.proposed_change;
  v_was_waiting boolean;
  v_desk uuid := p_desk_id;
begin
  if not private.belongs_to(p_local_government_id) then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  if p_subject is null or p_subject not in ('government', 'desk') or p_intent is null
    or p_intent not in ('draft', 'publish', 'restore') or p_base_revision is null or (p_subject = 'government' and p_desk_id is not null)
    or not private.is_readable_content(p_content)
  then
    raise exception 'INVALID';
  end if;
  if private.hit_rate_limit('edit:' || v_me, 200, interval '1 hour') > 0 then
    raise exception 'TOO_OFTEN';
  end if;

  v_revision := private.lock_subject(p_subject, p_local_government_id, p_desk_id);
  select * into v_change
  from public.proposed_change
  where author_id = v_me and local_government_id = p_local_government_id and subject = p_subject
    and desk_id is not distinct from p_desk_id and state in ('draft', 'waiting')
    and (id = p_change_id or p_subject = 'government' or p_desk_id is not null)
  for update;
  -- Decided or thrown away meanwhile: sent again it would make a second desk.
  if v_revision is null or (v_change.id is null and p_change_id is not null and p_subject = 'desk' and p_desk_id is null)
  then
    return pg_catalog.jsonb_build_object('outcome', 'gone');
  end if;
  if p_intent <> 'draft' and p_base_revision <> v_revision then
    return pg_catalog.jsonb_build_object('outcome', 'conflict', 'revision', v_revision);
  end if;

  if p_intent <> 'draft' and private.edits(p_local_government_id) and (
    private.is_admin()
    or not (select review_changes from public.local_government where id = p_local_government_id)
  ) then
    v_desk := private.publish_content(p_subject, p_local_government_id, p_desk_id, p_content, p_intent = 'publish');
    delete from public.proposed_change where id = v_change.id;
    return pg_catalog.jsonb_build_object(
      'outcome', 'published', 'deskId', v_desk,
      'slug', (select slug from public.volunteer_desk where id = v_desk),
      'revision', private.lock_subject(p_subject, p_local_government_id, v_desk)
    );
  end if;

  v_was_waiting := coalesce(v_change.state = 'waiting', false);
  if v_change.id is null then
    insert into public.proposed_change (subject, local_government_id, desk_id, author_id, base_revision, content, note)
    values (p_subject, p_local_government_id, p_desk_id, v_me, p_base_revision, p_content, nullif(pg_catalog.btrim(p_note), ''))
    returning * into v_change;
  end if;
  update public.proposed_change
  set content = p_content, base_revision = p_base_revision, note = nullif(pg_catalog.btrim(p_note), ''),
    state = case p_intent when 'draft' then 'draft' else 'waiting' end
  where id = v_change.id
  returning * into v_change;
  if v_change.state = 'waiting' and not v_was_waiting then
    perform private.tell_editors(
      'change_waiting', p_local_government_id,
      pg_catalog.jsonb_build_object(
        'changeId', v_change.id,
        'government', (select name from public.local_government where id = p_local_government_id),
        'what', case p_subject when 'desk' then p_content ->> 'name' end
      ),
      v_me
    );
  end if;
  return pg_catalog.jsonb_build_object(
    'outcome', v_change.state, 'changeId', v_change.id, 'deskId', p_desk_id, 'revision', v_revision
  );
end;
$$;

create function public.save_change(
  p_subject text, p_local_government_id uuid, p_desk_id uuid, p_change_id uuid, p_base_revision integer,
  p_content jsonb, p_intent text, p_note text
) returns jsonb
language sql
set search_path = ''
begin atomic
  select private.save_change(
    p_subject, p_local_government_id, p_desk_id, p_change_id, p_base_revision, p_content, p_intent, p_note
  );
end;

-- A second person decides: another editor, or an administrator. `p_seen_revision` is the public version that the change
-- was compared with.
-- Returns 'published', 'rejected', 'conflict' (it is another version by now), 'already_decided', 'own_change', 'not_found'
-- or 'gone'.
-- Errors: 42501 NOT_YOURS; P0001 REASON_REQUIRED, INVALID; 23514 and the like for content that the tables refuse.
create function private.review_change(p_change_id uuid, p_decision text, p_reason text, p_seen_revision integer)
returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.current_account_id();
  v_reason constant text := nullif(pg_catalog.btrim(p_reason), '');
  v_change public.proposed_change;
  v_revision integer;
begin
  if not private.is_admin() and private.edited_government() is null then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  select * into v_change from public.proposed_change where id = p_change_id;
  if not found or v_change.state = 'draft' or not private.edits(v_change.local_government_id) then
    return 'not_found';
  end if;
  if p_decision is null or p_decision not in ('approve', 'reject') then
    raise exception 'INVALID';
  end if;
  if v_change.author_id = v_me then
    return 'own_change';
  end if;
  -- The subject before the change, as who saves does: nobody waits for one another.
  v_revision := private.lock_subject(v_change.subject, v_change.local_government_id, v_change.desk_id);
  select * into v_change from public.proposed_change where id = p_change_id for update;
  if not found then
    return 'gone';
  end if;
  if v_change.state <> 'waiting' then
    return 'already_decided';
  end if;
  if p_decision = 'reject' then
    if v_reason is null then
      raise exception 'REASON_REQUIRED';
    end if;
  else
    if v_revision is null then
      return 'gone';
    end if;
    if v_revision is distinct from p_seen_revision then
      return 'conflict';
    end if;
    v_change.desk_id := private.publish_content(
      v_change.subject, v_change.local_government_id, v_change.desk_id, private.rebased_content(v_change), true
    );
  end if;
  update public.proposed_change
  set state = case p_decision when 'approve' then 'published' else 'rejected' end, reason = v_reason,
    reviewed_by = v_me, reviewed_at = pg_catalog.now(), desk_id = v_change.desk_id
  where id = p_change_id;
  perform private.queue_mail(
    'change_reviewed', v_change.author_id,
    pg_catalog.jsonb_build_object(
      'changeId', p_change_id,
      'decision', p_decision,
      'reason', coalesce(v_reason, ''),
      'government', (select name from public.local_government where id = v_change.local_government_id),
      'what', case v_change.subject when 'desk' then v_change.content ->> 'name' end
    )
  );
  return case p_decision when 'approve' then 'published' else 'rejected' end;
end;
$$;

create function public.review_change(p_change_id uuid, p_decision text, p_reason text, p_seen_revision integer)
returns text
language sql
set search_path = ''
begin atomic
  select private.review_change(p_change_id, p_decision, p_reason, p_seen_revision);
end;

-- Throws away one's own draft, or takes back what waits. False when it is decided or gone.
-- Errors: 42501 NOT_YOURS.
create function private.withdraw_change(p_change_id uuid) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
  if not private.is_approved() then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  delete from public.proposed_change
  where id = p_change_id and author_id = private.current_account_id() and state in ('draft', 'waiting');
  return found;
end;
$$;

create function public.withdraw_change(p_change_id uuid) returns boolean
language sql
set search_path = ''
begin atomic
  select private.withdraw_change(p_change_id);
end;

-- Brings back what a version said, as a change like any other. Answers and errors as `save_change`; 42501 NOT_YOURS also
-- for a version that is not there.
create function private.restore_revision(p_revision_id bigint, p_seen_revision integer) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_version public.directory_revision;
begin
  select * into v_version from public.directory_revision where id = p_revision_id;
  if not found or not private.edits(v_version.local_government_id) then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  return private.save_change(
    v_version.subject, v_version.local_government_id, v_version.desk_id, null, p_seen_revision, v_version.content,
    'restore', null
  );
end;
$$;

create function public.restore_revision(p_revision_id bigint, p_seen_revision integer) returns jsonb
language sql
set search_path = ''
begin atomic
  select private.restore_revision(p_revision_id, p_seen_revision);
end;

-- Takes a desk off the site, or puts it back. False when nothing changed.
-- Errors: 42501 NOT_YOURS.
create function private.show_desk(p_desk_id uuid, p_published boolean) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_government uuid;
begin
  select local_government_id into v_government from public.volunteer_desk where id = p_desk_id;
  if not private.edits(v_government) then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  update public.volunteer_desk set published = p_published where id = p_desk_id and published <> p_published;
  return found;
end;
$$;

create function public.show_desk(p_desk_id uuid, p_published boolean) returns boolean
language sql
set search_path = ''
begin atomic
  select private.show_desk(p_desk_id, p_published);
end;

-- An editor may ask for a second pair of eyes; only an administrator may do without again. False when nothing changed.
-- Errors: 42501 NOT_YOURS, ADMIN_ONLY.
create function private.set_review(p_local_government_id uuid, p_on boolean) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
  if not private.edits(p_local_government_id) then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  if not p_on then
    perform private.require_admin();
  end if;
  update public.local_government set review_changes = p_on
  where id = p_local_government_id and review_changes <> p_on;
  return found;
end;
$$;

create function public.set_review(p_local_government_id uuid, p_on boolean) returns boolean
language sql
set search_path = ''
begin atomic
  select private.set_review(p_local_government_id, p_on);
end;

-- What was decided is history after a year; a draft that nobody came back to in that time is none of anybody's.
create function private.delete_old_changes() returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_count integer;
begin
  delete from public.proposed_change
  where state <> 'waiting' and updated_at < pg_catalog.now() - interval '1 year';
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;

create function public.delete_old_changes() returns integer
language sql
set search_path = ''
begin atomic
  select private.delete_old_changes();
end;

revoke all on function
  public.save_change(text, uuid, uuid, uuid, integer, jsonb, text, text),
  public.review_change(uuid, text, text, integer), public.withdraw_change(uuid),
  public.restore_revision(bigint, integer), public.show_desk(uuid, boolean), public.set_review(uuid, boolean),
  public.version_content(text, uuid, uuid, integer), public.delete_old_changes()
  from public, anon, authenticated;
grant execute on function
  public.save_change(text, uuid, uuid, uuid, integer, jsonb, text, text),
  private.save_change(text, uuid, uuid, uuid, integer, jsonb, text, text),
  public.review_change(uuid, text, text, integer), private.review_change(uuid, text, text, integer),
  public.withdraw_change(uuid), private.withdraw_change(uuid),
  public.restore_revision(bigint, integer), private.restore_revision(bigint, integer),
  public.show_desk(uuid, boolean), private.show_desk(uuid, boolean),
  public.set_review(uuid, boolean), private.set_review(uuid, boolean),
  public.version_content(text, uuid, uuid, integer), private.version_content(text, uuid, uuid, integer)
  to authenticated;
grant execute on function public.delete_old_changes(), private.delete_old_changes() to service_role;
