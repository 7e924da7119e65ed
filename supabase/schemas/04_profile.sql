-- Who has an account: a person of a local government, waiting for approval or approved. Nobody but that person and the
-- administrators reads the row; colleagues get what the person chose to show through `colleagues()`.

create table public.profile (
  id uuid primary key references auth.users (id) on delete cascade,
  -- With something to read.
  full_name public.one_line not null check (
    char_length(full_name) between 1 and 100 and full_name = btrim(full_name) and full_name ~ '[[:alnum:]]'
  ),
  job_title public.one_line not null check (
    char_length(job_title) between 1 and 150 and job_title = btrim(job_title) and job_title ~ '[[:alnum:]]'
  ),
  -- medewerker or politiek mandataris
  position text not null check (position in ('staff', 'elected')),
  local_government_id uuid references public.local_government (id),
  -- E.164
  phone text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  -- As the lines above, but more of them.
  bio text check (
    char_length(bio) between 1 and 2000
    and translate(bio, E'\n\t', '') !~ '[[:cntrl:]\u202A-\u202E\u2066-\u2069]'
  ),
  -- Written for the administrators, with the request.
  motivation text check (
    char_length(motivation) between 1 and 2000
    and translate(motivation, E'\n\t', '') !~ '[[:cntrl:]\u202A-\u202E\u2066-\u2069]'
  ),
  status text not null default 'pending' check (status in ('pending', 'approved', 'rejected', 'suspended')),
  role text not null default 'member' check (role in ('member', 'editor', 'admin')),
  -- Shown to colleagues at all; only what is in `visible_fields`, beside name and government.
  listed boolean not null default false,
  -- When colleagues of the same government were told; once only.
  announced_at timestamptz,
  visible_fields text[] not null default '{job_title,expertise}' check (
    visible_fields <@ array['job_title', 'phone', 'bio', 'expertise'] and cardinality(visible_fields) <= 4
  ),
  notifications text[] not null default '{new_request,desk_work,first_message,digest}' check (
    notifications <@ array['new_request', 'new_colleague', 'desk_work', 'first_message', 'digest']
    and cardinality(notifications) <= 5
  ),
  locale public.locale not null default 'nl',
  -- Invisible to colleagues and without notifications, until resumed.
  paused_at timestamptz,
  consented_at timestamptz not null default now(),
  -- The date of the privacy statement that was agreed to.
  consent_version text not null check (consent_version ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  -- Invented, to show a queue and a membership; never on a public installation.
  is_example boolean not null default false,
  status_changed_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Nobody is let in without a government, but an administrator of the platform.
  check (local_government_id is not null or role = 'admin' or status <> 'approved'),
  -- Rights go with approval.
  check (role = 'member' or status = 'approved')
);

comment on table public.profile is 'The person behind an account; one per auth user, made by a trigger.';

create index profile_local_government on public.profile (local_government_id);
create index profile_status on public.profile (status, created_at);

create trigger profile_updated_at before update on public.profile
  for each row execute function private.set_updated_at();

-- How long a session may stay without use, as the server has it in its settings: one row.
create table private.session_limit (
  is_the_one boolean primary key default true check (is_the_one),
  admin_idle interval not null default '12 hours' check (admin_idle > '0'),
  other_idle interval not null default '30 days' check (other_idle > '0')
);
revoke all on private.session_limit from public, anon, authenticated, service_role;
insert into private.session_limit default values;

-- When a session ends without being used again. It was used when Auth renewed its token, which happens once an hour of use;
-- Auth notes that moment in UTC.
create function private.session_end(
  p_account_id uuid, p_created_at timestamptz, p_refreshed_at timestamp, p_not_after timestamptz
) returns timestamptz
language sql
stable
security definer
set search_path = ''
as $$
  select least(
    coalesce(p_not_after, 'infinity'),
    greatest(p_created_at, p_refreshed_at at time zone 'UTC') + case
      when exists (
        select from public.profile where id = p_account_id and status = 'approved' and role = 'admin'
      ) then admin_idle
      else other_idle
    end
  )
  from private.session_limit;
$$;

-- Who is asking. An access token stays valid for an hour after signing out; its session does not.
create function private.current_account_id() returns uuid
language sql
stable
security definer
set search_path = ''
as $$
  select session.user_id
  from auth.sessions as session
  where session.id = nullif(auth.jwt() ->> 'session_id', '')::uuid
    and session.user_id = auth.uid()
    and private.session_end(session.user_id, session.created_at, session.refreshed_at, session.not_after)
      > pg_catalog.now();
$$;

-- Status and role are read from the row on every statement, never from the token.
create function private.is_approved() returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select from public.profile where id = private.current_account_id() and status = 'approved'
  );
$$;

create function private.is_admin() returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select from public.profile
    where id = private.current_account_id() and status = 'approved' and role = 'admin'
  );
$$;

-- For functions that only administrators may run.
-- Errors: 42501 for anybody else.
create function private.require_admin() returns uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if not private.is_admin() then
    raise insufficient_privilege using message = 'ADMIN_ONLY';
  end if;
  return private.current_account_id();
end;
$$;

-- The local government whose page and desks the caller keeps; null for who is no editor. An administrator keeps all.
create function private.edited_government() returns uuid
language sql
stable
security definer
set search_path = ''
as $$
  select local_government_id
  from public.profile
  where id = private.current_account_id() and status = 'approved' and role = 'editor';
$$;

create function private.edits(p_local_government_id uuid) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select private.is_admin() or coalesce(private.edited_government() = p_local_government_id, false);
$$;

-- Whoever works there may suggest.
create function private.belongs_to(p_local_government_id uuid) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select private.is_admin() or exists (
    select from public.profile
    where id = private.current_account_id() and status = 'approved' and local_government_id = p_local_government_id
  );
$$;

-- Policies run with the rights of who asks.
grant execute on function
  private.current_account_id(),
  private.is_approved(),
  private.is_admin(),
  private.edited_government(),
  private.edits(uuid)
  to authenticated;

alter table public.profile enable row level security;
revoke all on public.profile from anon, authenticated;
grant select on public.profile to authenticated;

-- Never status, role, government, consent or id.
grant update (
  full_name, job_title, position, phone, bio, listed, visible_fields, notifications, locale
) on public.profile to authenticated;
create policy "people read their own profile, administrators all" on public.profile
  for select to authenticated
  using (
    (id = (select private.current_account_id()) and status in ('pending', 'approved'))
    or (select private.is_admin())
  );
create policy "people change their own profile" on public.profile
  for update to authenticated
  using (id = (select private.current_account_id()) and status in ('pending', 'approved'))
  with check (id = (select private.current_account_id()) and status in ('pending', 'approved'));

-- There is always somebody who can approve. Holds for every way in which an administrator can go: leaving, a change of
-- role or status, a deleted auth user. Invented accounts do not count: nobody signs in to them.
-- Errors: P0001 LAST_ADMIN.
create function private.keep_last_admin() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' and new.role = 'admin' and new.status = 'approved' then
    return new;
  end if;
  -- Two administrators who go at the same moment do so one after the other.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('profile.last_admin'));
  if not exists (
    select from public.profile where role = 'admin' and status = 'approved' and not is_example and id <> old.id
  ) then
    raise exception 'LAST_ADMIN';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end;
$$;

create trigger profile_keeps_last_admin before update or delete on public.profile
  for each row when (old.role = 'admin' and old.status = 'approved' and not old.is_example)
  execute function private.keep_last_admin();

-- Your own account, whatever its status: the server asks this with every request of somebody who is signed in.
create type public.own_account as (
  id uuid,
  email text,
  status text,
  role text,
  full_name text,
  job_title text,
  "position" text,
  local_government_id uuid,
  phone text,
  bio text,
  motivation text,
  listed boolean,
  visible_fields text[],
  notifications text[],
  locale text,
  paused_at timestamptz,
  consented_at timestamptz,
  created_at timestamptz
);

create function private.my_account() returns setof public.own_account
language sql
stable
security definer
set search_path = ''
as $$
  select
    p.id, u.email::text, p.status, p.role, p.full_name, p.job_title, p.position,
    p.local_government_id, p.phone, p.bio, p.motivation, p.listed, p.visible_fields, p.notifications, p.locale,
    p.paused_at, p.consented_at, p.created_at
  from public.profile as p
  join auth.users as u on u.id = p.id
  where p.id = private.current_account_id();
$$;

call private.open_doors('authenticated', 'my_account');
