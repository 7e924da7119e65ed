-- Every version of what editors keep, and whom to tell about it.

create table public.directory_revision (
  id bigint primary key generated always as identity,
  subject text not null check (subject in ('government', 'desk')),
  local_government_id uuid not null references public.local_government (id) on delete cascade,
  desk_id uuid references public.volunteer_desk (id) on delete cascade,
  revision integer not null,
  content jsonb not null,
  changed_at timestamptz not null default clock_timestamp(),
  -- Null: the server, the database itself, or somebody who left.
  changed_by uuid references public.profile (id) on delete set null,
  check ((subject = 'desk') = (desk_id is not null)),
  unique nulls not distinct (local_government_id, desk_id, revision)
);

comment on table public.directory_revision is 'Every version of what editors keep, written by triggers; to look back and restore.';

create index directory_revision_desk on public.directory_revision (desk_id, revision);
create index directory_revision_changed_by on public.directory_revision (changed_by);

alter table public.directory_revision enable row level security;
revoke all on public.directory_revision from anon, authenticated, service_role;
revoke all on sequence public.directory_revision_id_seq from anon, authenticated, service_role;
grant select on public.directory_revision to authenticated;
create policy "editors read the history of what they keep" on public.directory_revision
  for select to authenticated
  using (local_government_id = (select private.edited_government()) or (select private.is_admin()));

create function private.raise_desk_revision() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if private.desk_content(old) is distinct from private.desk_content(new) then
    new.revision := old.revision + 1;
  end if;
  return new;
end;
$$;

create function private.raise_government_revision() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if private.government_content(old) is distinct from private.government_content(new) then
    new.revision := old.revision + 1;
  end if;
  return new;
end;
$$;

create trigger volunteer_desk_revision before update on public.volunteer_desk
  for each row execute function private.raise_desk_revision();
create trigger local_government_revision before update on public.local_government
  for each row execute function private.raise_government_revision();

-- With the first change the version before it is kept too: what was seeded has no history until then.
create function private.keep_revision(
  p_subject text, p_government uuid, p_desk uuid, p_old_revision integer, p_old jsonb, p_old_at timestamptz,
  p_revision integer, p_content jsonb
) returns void
-- Called for each row of an import: PL/pgSQL plans its statements once, SQL every time.
language plpgsql
security definer
set search_path = ''
as $$
begin
  if p_old is not null then
    insert into public.directory_revision (subject, local_government_id, desk_id, revision, content, changed_at)
    values (p_subject, p_government, p_desk, p_old_revision, p_old, p_old_at)
    on conflict do nothing;
  end if;
  insert into public.directory_revision (subject, local_government_id, desk_id, revision, content, changed_by)
  values (p_subject, p_government, p_desk, p_revision, p_content, private.current_account_id());
end;
$$;

create function private.keep_desk_revision() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform private.keep_revision(
      'desk', new.local_government_id, new.id, null, null, null, new.revision, private.desk_content(new)
    );
  else
    perform private.keep_revision(
      'desk', new.local_government_id, new.id, old.revision, private.desk_content(old), old.updated_at,
      new.revision, private.desk_content(new)
    );
  end if;
  return null;
end;
$$;

create function private.keep_government_revision() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.keep_revision(
    'government', new.id, null, old.revision, private.government_content(old), old.updated_at,
    new.revision, private.government_content(new)
  );
  return null;
end;
$$;

create trigger volunteer_desk_is_kept after update on public.volunteer_desk
  for each row when (old.revision <> new.revision) execute function private.keep_desk_revision();

-- By a person; what is loaded with the database has no history.
create trigger volunteer_desk_is_kept_from_the_start after insert on public.volunteer_desk
  for each row when (private.current_account_id() is not null) execute function private.keep_desk_revision();
create trigger local_government_is_kept after update on public.local_government
  for each row when (old.revision <> new.revision) execute function private.keep_government_revision();

-- Tells editors what others changed of what they keep: an administrator (`p_by` is 'administrator') or a file ('import').
-- `p_what` is the name of a desk; null for the page of the government, or for several.
create function private.tell_of_other_hand(p_local_government_id uuid, p_what text, p_by text) returns void
language sql
security definer
set search_path = ''
as $$
  select private.queue_mail(
    'page_changed', p.id,
    pg_catalog.jsonb_build_object('government', government.name, 'what', p_what, 'by', p_by),
    'desk_work'
  )
  from public.local_government as government
  join public.profile as p on p.local_government_id = government.id
  where government.id = p_local_government_id and p.role = 'editor' and p.status = 'approved'
    and p.id is distinct from private.current_account_id();
$$;

-- Mail to who keeps the pages of a government; where nobody does, or wants it, to the administrators.
create function private.tell_editors(
  p_template text, p_local_government_id uuid, p_params jsonb, p_except uuid default null
) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_count integer;
begin
  select count(private.queue_mail(p_template, p.id, p_params, 'desk_work')) into v_count
  from public.profile as p
  where p.local_government_id = p_local_government_id and p.role = 'editor' and p.status = 'approved'
    and p.id is distinct from p_except;
  if v_count = 0 then
    perform private.queue_mail(p_template, p.id, p_params, 'desk_work')
    from public.profile as p
    where p.role = 'admin' and p.status = 'approved' and p.id is distinct from p_except;
  end if;
end;
$$;
