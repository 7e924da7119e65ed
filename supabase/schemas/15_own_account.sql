-- What people do with their own account: pause, move, take everything along, leave.

-- Under which name and in which function somebody is known is seen by others, so the trail says that it changed, not into
-- what; and somebody was let in on both.
create function private.record_rename() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- As often as anything else about an account: nobody fills the trail, which is never emptied.
  if private.hit_rate_limit('renamed:' || new.id, 20, interval '1 hour') = 0 then
    if old.full_name <> new.full_name then
      perform private.record_audit('renamed', new.id, new.local_government_id);
    end if;
    if (old.job_title, old.position) is distinct from (new.job_title, new.position) then
      perform private.record_audit('function_changed', new.id, new.local_government_id);
    end if;
  end if;
  perform private.judge_again(new, (select email from auth.users where id = new.id));
  return null;
end;
$$;

create trigger rename_is_recorded after update on public.profile
  for each row when (
    (old.full_name, old.job_title, old.position) is distinct from (new.full_name, new.job_title, new.position)
    and new.status = 'approved'
  )
  execute function private.record_rename();

-- The caller's own row, locked; only while the account is open.
-- Errors: 42501 NO_ACCOUNT.
create function private.lock_own_profile() returns public.profile
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_profile public.profile;
begin
  select * into v_profile
  from public.profile
  where id = private.current_account_id() and status in ('pending', 'approved')
  for update;
  if not found then
    raise insufficient_privilege using message = 'NO_ACCOUNT';
  end if;
  return v_profile;
end;
$$;

-- Nobody fills the trail, which is never emptied. What is refused here is undone, but for what was allowed before.
-- Errors: P0001 TOO_OFTEN.
create function private.hold_back(p_account_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if private.hit_rate_limit('own:' || p_account_id, 20, interval '1 hour') > 0 then
    raise exception 'TOO_OFTEN';
  end if;
end;
$$;

-- At most 20 changes an hour, with those of `change_my_government`.
-- Errors: 42501 NO_ACCOUNT; P0001 TOO_OFTEN.
create function private.pause_account(p_paused boolean) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant public.profile := private.lock_own_profile();
begin
  if p_paused is null or p_paused = (v_me.paused_at is not null) then
    return;
  end if;
  perform private.hold_back(v_me.id);
  update public.profile set paused_at = case when p_paused then pg_catalog.now() end where id = v_me.id;
  perform private.record_audit(case when p_paused then 'paused' else 'resumed' end, v_me.id, v_me.local_government_id);
end;
$$;

-- Works for another government: the approval was for the old one, so an administrator looks again. An administrator of
-- the platform stays one.
-- Returns 'changed', 'pending_again' or 'unchanged'. Errors: 42501 NO_ACCOUNT; P0001 UNKNOWN_GOVERNMENT, TOO_OFTEN.
create function private.change_my_government(p_local_government_id uuid) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant public.profile := private.lock_own_profile();
  v_asks_again constant boolean := v_me.status = 'approved' and v_me.role <> 'admin';
begin
  if p_local_government_id is not distinct from v_me.local_government_id then
    return 'unchanged';
  end if;
  if not exists (
    select
    from public.local_government as government
    join public.municipality on municipality.nis_code = government.nis_code
    where government.id = p_local_government_id and municipality.valid_to is null
  ) then
    raise exception 'UNKNOWN_GOVERNMENT';
  end if;
  perform private.hold_back(v_me.id);
  -- With the status at once: nobody is a member of a government that they were not let in for.
  update public.profile
  set local_government_id = p_local_government_id, status = case when v_asks_again then 'pending' else status end,
    role = case when v_asks_again then 'member' else role end
  where id = v_me.id;
  perform private.record_audit('government_changed', v_me.id, p_local_government_id);
  if not v_asks_again then
    return 'changed';
  end if;
  perform private.ask_again(v_me.id);
  return 'pending_again';
end;
$$;

-- With the auth user, all that hangs on it goes, and what administrators wrote about the person: whoever deletes it. What
-- the person wrote to us goes by `forget_addresses`. What remains are ids that lead nowhere.
create function private.forget_traces() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.account_decision set reason = null where account_id = old.id;
  perform private.withdraw_announcement(old.id);
  -- Who wrote whom stands in these keys for two days.
  delete from private.rate_limit where key like '%' || old.id || '%';
  -- Auth keeps a log of its own, with addresses, and the steps of signing in.
  delete from auth.audit_log_entries where payload ->> 'actor_id' = old.id::text;
  delete from auth.flow_state where user_id = old.id;
  return old;
end;
$$;

create trigger traces_are_forgotten before delete on auth.users
  for each row execute function private.forget_traces();

-- At once and for good, whatever the status of the account.
-- Errors: 42501 NO_ACCOUNT; P0001 LAST_ADMIN.
create function private.leave_account() returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me public.profile;
  v_address text;
begin
  select * into v_me from public.profile where id = private.current_account_id() for update;
  if not found then
    raise insufficient_privilege using message = 'NO_ACCOUNT';
  end if;
  select email into v_address from auth.users where id = v_me.id and email_confirmed_at is not null;
  perform private.record_audit('left', v_me.id, v_me.local_government_id);
  delete from auth.users where id = v_me.id;
  -- After all mail to that address has gone: the last one.
  insert into public.email_outbox (template, locale, to_address, params)
  select 'account_left', v_me.locale, v_address, pg_catalog.jsonb_build_object('name', v_me.full_name)
  where v_address is not null;
end;
$$;

call private.open_doors('authenticated', 'pause_account', 'change_my_government', 'leave_account');
