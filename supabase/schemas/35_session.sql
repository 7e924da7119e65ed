-- Which sessions somebody has, and that they end. How long one lasts is in 04_profile, where everybody is asked who they are.

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

-- Nor does it begin again when its owner is no administrator any more, for whom time is shorter.
create function private.keep_ended_with_role() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update auth.sessions
  set not_after = private.session_end(user_id, created_at, refreshed_at, not_after)
  where user_id = old.id and private.session_end(user_id, created_at, refreshed_at, not_after) <= pg_catalog.now();
  return new;
end;
$$;

create trigger sessions_stay_ended before update on public.profile
  for each row when (
    old.role = 'admin' and old.status = 'approved'
      and (new.role, new.status) is distinct from (old.role, old.status)
  )
  execute function private.keep_ended_with_role();

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
