-- Sessions end when they are not used: of administrators sooner than of others.

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
create or replace function private.current_account_id() returns uuid
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

-- The sessions of the caller, the last one used first.
create function private.my_sessions() returns table (
  id uuid, started_at timestamptz, used_at timestamptz, ends_at timestamptz, device text, is_current boolean
)
language sql
stable
security definer
set search_path = ''
as $$
  select session.id, session.created_at, greatest(session.created_at, session.refreshed_at at time zone 'UTC'), ending.at,
    pg_catalog.left(session.user_agent, 500), session.id = nullif(auth.jwt() ->> 'session_id', '')::uuid
  from auth.sessions as session
  cross join lateral (
    select private.session_end(session.user_id, session.created_at, session.refreshed_at, session.not_after) as at
  ) as ending
  where session.user_id = private.current_account_id() and ending.at > pg_catalog.now()
  order by 3 desc, session.id;
$$;

-- Signs out of one of the caller's own. False when there is none such.
-- Errors: 42501 NO_ACCOUNT.
create function private.end_session(p_session_id uuid) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.current_account_id();
begin
  if v_me is null then
    raise insufficient_privilege using message = 'NO_ACCOUNT';
  end if;
  delete from auth.sessions where id = p_session_id and user_id = v_me;
  return found;
end;
$$;

-- Auth renews a token whenever it is asked, also of a session that has ended here: that one stays ended.
create function private.keep_session_ended() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_end constant timestamptz := private.session_end(old.user_id, old.created_at, old.refreshed_at, old.not_after);
begin
  if v_end <= pg_catalog.now() then
    new.not_after := v_end;
  end if;
  return new;
end;
$$;

create trigger session_stays_ended before update on auth.sessions
  for each row execute function private.keep_session_ended();

-- What the settings of the server say, and forgets sessions that ended more than a day ago.
-- Errors: 23514 for what is no time.
create function private.keep_sessions(p_admin_hours integer, p_other_days integer) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  update private.session_limit
  set admin_idle = pg_catalog.make_interval(hours => p_admin_hours),
    other_idle = pg_catalog.make_interval(days => p_other_days);
  delete from auth.sessions
  where private.session_end(user_id, created_at, refreshed_at, not_after) < pg_catalog.now() - interval '1 day';
end;
$$;

call private.open_doors('authenticated', 'my_sessions', 'end_session');
call private.open_doors('service_role', 'keep_sessions');
