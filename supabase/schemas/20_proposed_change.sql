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
  content jsonb not null check (jsonb_typeof(content) = 'object'),
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

-- The parts of a content that its author changed, on top of what the public reads by now: what others published meanwhile
-- stays. All of it where nobody knows what the author started from. `p_kept`: columns that stay as the public reads them, of
-- those that others changed, and with what is read as one with them.
create function private.rebased_content(p_change public.proposed_change, p_kept text[]) returns jsonb
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
    select private.read_subject(p_change.subject, p_change.local_government_id, p_change.desk_id) as content
  ),
  changed as (
    select distinct private.part_of(own.key) as part
    from pg_catalog.jsonb_each(p_change.content) as own, base
    where own.value is distinct from coalesce(base.content -> own.key, 'null')
  ),
  kept as (
    select distinct private.part_of(now.key) as part
    from base, current_content
    cross join lateral pg_catalog.jsonb_each(current_content.content) as now
    where now.value is distinct from coalesce(base.content -> now.key, 'null')
      and private.part_of(now.key) in (select private.part_of(name) from pg_catalog.unnest(p_kept) as name)
  )
  select case
    when current_content.content is null or not exists (select from base) then p_change.content
    else current_content.content || coalesce(
      (
        select pg_catalog.jsonb_object_agg(own.key, own.value)
        from pg_catalog.jsonb_each(p_change.content) as own
        where private.part_of(own.key) in (select part from changed)
          and private.part_of(own.key) not in (select part from kept)
      ),
      '{}'
    )
  end
  from current_content;
$$;

-- Who wrote what the public reads now, since the author of a change began, in the columns that `p_content` says otherwise.
create function private.authors_replaced(p_change public.proposed_change, p_content jsonb) returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
  with version as (
    select revision, changed_by, content, pg_catalog.lag(content) over (order by revision) as previous
    from public.directory_revision
    where subject = p_change.subject and local_government_id = p_change.local_government_id
      and desk_id is not distinct from p_change.desk_id and revision >= p_change.base_revision
  ),
  written as (
    select distinct on (own.key) own.key, version.changed_by
    from version
    cross join lateral pg_catalog.jsonb_each(version.content) as own
    where version.revision > p_change.base_revision and own.value is distinct from version.previous -> own.key
    order by own.key, version.revision desc
  )
  select distinct written.changed_by
  from written
  join pg_catalog.jsonb_each(private.read_subject(p_change.subject, p_change.local_government_id, p_change.desk_id))
    as public_now on public_now.key = written.key
  where public_now.value is distinct from coalesce(p_content -> written.key, 'null') and written.key <> 'published';
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

-- For `export_my_account`.
create function private.export_changes(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'changes', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object(
          'subject', change.subject, 'localGovernment', government.name, 'desk', desk.name, 'content', change.content,
          'note', change.note, 'state', change.state, 'reason', change.reason, 'reviewedAt', change.reviewed_at,
          'createdAt', change.created_at, 'updatedAt', change.updated_at
        )
        order by change.created_at
      )
      from public.proposed_change as change
      join public.local_government as government on government.id = change.local_government_id
      left join public.volunteer_desk as desk on desk.id = change.desk_id
      where change.author_id = p_account_id
    ), '[]')
  );
$$;

call private.open_doors('authenticated', 'version_content');
