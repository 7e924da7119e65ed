-- What people do with their own account: pause, move, take everything along, leave.

-- Under which name somebody is known is seen by others, so the trail says that it changed. Not into what.
create function private.record_rename() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.record_audit('renamed', new.id, new.local_government_id);
  return null;
end;
$$;

create trigger rename_is_recorded after update on public.profile
  for each row when (old.full_name <> new.full_name and new.status = 'approved')
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

create function public.pause_account(p_paused boolean) returns void
language sql
set search_path = ''
begin atomic
  select private.pause_account(p_paused);
end;

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
  update public.profile
  set local_government_id = p_local_government_id,
    status = case when v_asks_again then 'pending' else status end,
    role = case when v_asks_again then 'member' else role end,
    status_changed_at = case when v_asks_again then pg_catalog.now() else status_changed_at end
  where id = v_me.id;
  perform private.record_audit('government_changed', v_me.id, p_local_government_id);
  if not v_asks_again then
    return 'changed';
  end if;
  perform private.notify_administrators();
  return 'pending_again';
end;
$$;

create function public.change_my_government(p_local_government_id uuid) returns text
language sql
set search_path = ''
begin atomic
  select private.change_my_government(p_local_government_id);
end;

-- Everything that is held on the caller (GDPR, articles 15 and 20). Not an address that waits to be confirmed: that it is
-- there would tell that it is nobody else's.
-- Errors: 42501 NO_ACCOUNT.
create function private.export_my_account() returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.current_account_id();
  v_email text;
  v_export jsonb;
begin
  select u.email into v_email from auth.users as u where u.id = v_me;
  if not found then
    raise insufficient_privilege using message = 'NO_ACCOUNT';
  end if;
  select pg_catalog.jsonb_build_object(
    'exportedAt', pg_catalog.now(),
    'signIn', pg_catalog.jsonb_build_object(
      'id', u.id, 'email', u.email, 'registeredAt', u.created_at,
      'emailConfirmedAt', u.email_confirmed_at, 'lastSignInAt', u.last_sign_in_at
    ),
    'sessions', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('since', s.created_at, 'browser', s.user_agent, 'address', s.ip)
        order by s.created_at
      )
      from auth.sessions as s where s.user_id = v_me
    ), '[]'),
    'profile', pg_catalog.to_jsonb(p),
    'localGovernment', (
      select government.name from public.local_government as government where government.id = p.local_government_id
    ),
    'decisions', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('decision', d.decision, 'reason', d.reason, 'at', d.decided_at, 'undoneAt', d.undone_at)
        order by d.decided_at
      )
      from public.account_decision as d where d.account_id = v_me
    ), '[]'),
    'decisionsByMe', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('decision', d.decision, 'at', d.decided_at) order by d.decided_at
      )
      from public.account_decision as d where d.decided_by = v_me
    ), '[]'),
    'history', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('action', entry.action, 'at', entry.happened_at, 'byMe', entry.actor_id = v_me)
        order by entry.id
      )
      from public.audit_entry as entry where v_me in (entry.account_id, entry.actor_id)
    ), '[]'),
    'expertise', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object(
          'topic', topic.name_nl, 'direction', e.direction, 'note', e.note, 'since', e.created_at
        )
        order by topic.name_nl
      )
      from public.profile_expertise as e
      join public.expertise_topic as topic on topic.id = e.topic_id
      where e.profile_id = v_me
    ), '[]'),
    'follows', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object(
          'topic', topic.name_nl, 'province', f.province_code, 'municipality', place.name_nl, 'since', f.created_at
        )
        order by f.created_at
      )
      from public.follow as f
      left join public.expertise_topic as topic on topic.id = f.topic_id
      left join public.municipality as place on place.nis_code = f.nis_code
      where f.profile_id = v_me
    ), '[]'),
    -- Whom somebody blocked or reported is known to them; whoever did it to them is not told.
    'blocked', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('account', block.blocked_id, 'since', block.created_at) order by block.created_at
      )
      from public.colleague_block as block where block.blocker_id = v_me
    ), '[]'),
    'colleagueReports', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('account', report.reported_id, 'reason', report.reason, 'at', report.created_at)
        order by report.created_at
      )
      from public.colleague_report as report where report.reporter_id = v_me
    ), '[]'),
    'desks', coalesce((
      select pg_catalog.jsonb_agg(desk.name order by desk.name)
      from public.desk_upkeep as upkeep
      join public.volunteer_desk as desk on desk.id = upkeep.desk_id
      where upkeep.owner_id = v_me
    ), '[]'),
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
      where change.author_id = v_me
    ), '[]'),
    'waitingMail', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('template', mail.template, 'to', mail.to_address, 'contents', mail.params - 'token')
        order by mail.created_at
      )
      from public.email_outbox as mail where mail.recipient_id = v_me
    ), '[]'),
    'contactMessages', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('name', message.name, 'message', message.message, 'at', message.created_at)
        order by message.created_at
      )
      from public.contact_message as message
      where pg_catalog.lower(message.email) = pg_catalog.lower(v_email) and u.email_confirmed_at is not null
    ), '[]'),
    'deskReports', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('desk', desk.name, 'message', report.message, 'at', report.created_at)
        order by report.created_at
      )
      from public.desk_report as report
      join public.volunteer_desk as desk on desk.id = report.desk_id
      where pg_catalog.lower(report.email) = pg_catalog.lower(v_email) and u.email_confirmed_at is not null
    ), '[]')
  )
  into v_export
  from auth.users as u
  join public.profile as p on p.id = u.id
  where u.id = v_me;
  -- Once a day says enough.
  if not exists (
    select from public.audit_entry
    where account_id = v_me and action = 'exported' and happened_at > pg_catalog.now() - interval '1 day'
  ) then
    perform private.record_audit('exported', v_me);
  end if;
  return v_export;
end;
$$;

create function public.export_my_account() returns jsonb
language sql
set search_path = ''
begin atomic
  select private.export_my_account();
end;

-- With the auth user, all that hangs on it goes, and what administrators wrote about the person and what the person wrote
-- to us: whoever deletes it. What remains are ids that lead nowhere.
create function private.forget_traces() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.account_decision set reason = null where account_id = old.id;
  perform private.withdraw_announcement(old.id);
  delete from public.contact_message
  where old.email_confirmed_at is not null and pg_catalog.lower(email) = pg_catalog.lower(old.email);
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
begin
  select * into v_me from public.profile where id = private.current_account_id() for update;
  if not found then
    raise insufficient_privilege using message = 'NO_ACCOUNT';
  end if;
  -- The last mail goes to an address; the account is gone by then.
  insert into public.email_outbox (template, locale, to_address, params)
  select 'account_left', v_me.locale, u.email, pg_catalog.jsonb_build_object('name', v_me.full_name)
  from auth.users as u
  where u.id = v_me.id and u.email_confirmed_at is not null;
  perform private.record_audit('left', v_me.id, v_me.local_government_id);
  delete from auth.users where id = v_me.id;
end;
$$;

create function public.leave_account() returns void
language sql
set search_path = ''
begin atomic
  select private.leave_account();
end;

revoke all on function
  public.pause_account(boolean), public.change_my_government(uuid), public.export_my_account(),
  public.leave_account()
  from public, anon, authenticated;
grant execute on function
  public.pause_account(boolean), private.pause_account(boolean),
  public.change_my_government(uuid), private.change_my_government(uuid),
  public.export_my_account(), private.export_my_account(), public.leave_account(), private.leave_account()
  to authenticated;
