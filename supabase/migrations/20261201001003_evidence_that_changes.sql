-- Whoever was let in on a name, a function and an address is judged again when one of them changes.

drop index public.email_outbox_one_new_request;
create unique index email_outbox_one_for_administrators on public.email_outbox (recipient_id, template)
  where template in ('new_request', 'evidence_changed') and status = 'queued' and attempts = 0;

drop function private.notify_administrators();
-- One waiting mail of a kind each; what comes in before it leaves is counted in it. Nobody is told of themselves.
create function private.notify_administrators(p_template text, p_except uuid default null) returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.email_outbox as mail
    (template, locale, recipient_id, to_address, params, topic, next_attempt_at)
  select p_template, p.locale, p.id, u.email, pg_catalog.jsonb_build_object('name', p.full_name, 'count', 1),
    'new_request', pg_catalog.now() + interval '5 minutes'
  from public.profile as p
  join auth.users as u on u.id = p.id
  where p.role = 'admin' and p.status = 'approved' and p.paused_at is null and 'new_request' = any (p.notifications)
    and p.id is distinct from p_except
  order by p.id
  -- An administrator who leaves at this moment is waited for, and skipped.
  for key share of u
  on conflict (recipient_id, template) where template in ('new_request', 'evidence_changed') and status = 'queued' and attempts = 0
    do update set params = pg_catalog.jsonb_set(
      mail.params, '{count}', pg_catalog.to_jsonb((mail.params ->> 'count')::integer + 1)
    );
$$;

-- Whether an address is of the local government itself: of a domain of gemeente or OCMW there, or below one.
create function private.is_own_address(p_email text, p_local_government_id uuid) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select
    from public.local_government as own
    join public.local_government as sibling on sibling.nis_code = own.nis_code
    cross join lateral pg_catalog.unnest(sibling.email_domains) as domain
    where own.id = p_local_government_id
      and '.' || pg_catalog.lower(pg_catalog.regexp_replace(p_email, '^.*@', '')) like '%.' || domain
  );
$$;

-- The request is one again: the person is a member no more until somebody decides, and keeps what everybody may do with
-- their own account.
create function private.ask_again(p_account_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.profile set status = 'pending', role = 'member', status_changed_at = pg_catalog.now()
  where id = p_account_id;
  perform private.notify_administrators('new_request');
end;
$$;

-- Somebody was let in on a name, a function and an address, and changed one of them. Where the address still proves for whom
-- they work, administrators are told; where it does not, they decide again. An administrator of the platform stays one.
create function private.judge_again(p_account public.profile, p_email text) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if p_account.status <> 'approved' then
    return;
  end if;
  if p_account.role = 'admin' or private.is_own_address(p_email, p_account.local_government_id) then
    perform private.notify_administrators('evidence_changed', p_account.id);
  else
    perform private.ask_again(p_account.id);
  end if;
end;
$$;

-- The request is one from now on: tell the administrators.
create or replace function private.announce_request() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_government uuid;
begin
  select local_government_id into v_government from public.profile where id = new.id;
  perform private.record_audit('confirmed', new.id, v_government);
  perform private.notify_administrators('new_request');
  return null;
end;
$$;

-- An address or a password that changes is told to the address that was known until now.
create or replace function private.tell_of_change() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_account public.profile;
begin
  if new.email is distinct from old.email then
    -- Whoever decides about this account has its row: either they know this address, or they have decided before it.
    select * into v_account from public.profile where id = new.id for update;
    perform private.record_audit('email_changed', new.id);
    insert into public.email_outbox (template, locale, recipient_id, to_address, params)
    select 'email_changed', p.locale, p.id, old.email, pg_catalog.jsonb_build_object(
      'name', p.full_name,
      'newAddress', pg_catalog.regexp_replace(new.email, '^(.)[^@]*', '\1…')
    )
    from public.profile as p
    where p.id = new.id;
    perform private.judge_again(v_account, new.email);
  else
    perform private.record_audit('password_changed', new.id);
    perform private.queue_mail('password_changed', new.id);
  end if;
  return null;
end;
$$;

-- Under which name and in which function somebody is known is seen by others, so the trail says that it changed, not into
-- what; and somebody was let in on both.
create or replace function private.record_rename() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if old.full_name <> new.full_name then
    perform private.record_audit('renamed', new.id, new.local_government_id);
  end if;
  if (old.job_title, old.position) is distinct from (new.job_title, new.position) then
    perform private.record_audit('function_changed', new.id, new.local_government_id);
  end if;
  perform private.judge_again(new, (select email from auth.users where id = new.id));
  return null;
end;
$$;

-- Works for another government: the approval was for the old one, so an administrator looks again. An administrator of
-- the platform stays one.
-- Returns 'changed', 'pending_again' or 'unchanged'. Errors: 42501 NO_ACCOUNT; P0001 UNKNOWN_GOVERNMENT, TOO_OFTEN.
create or replace function private.change_my_government(p_local_government_id uuid) returns text
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

drop trigger rename_is_recorded on public.profile;
create trigger rename_is_recorded after update on public.profile
  for each row when (
    (old.full_name, old.job_title, old.position) is distinct from (new.full_name, new.job_title, new.position)
    and new.status = 'approved'
  )
  execute function private.record_rename();
