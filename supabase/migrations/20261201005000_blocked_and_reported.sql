-- Blocking and reporting say the same, and leave the same behind, whomever it is about: somebody who hides, pauses or waits
-- for approval, or nobody at all.

alter table public.colleague_block drop constraint colleague_block_blocked_id_fkey;
alter table public.colleague_report drop constraint colleague_report_reported_id_fkey;

drop policy "administrators read reports about others" on public.colleague_report;
create policy "administrators read reports about others" on public.colleague_report
  for select to authenticated
  using (
    (select private.is_admin()) and reported_id <> (select private.current_account_id())
    and exists (select from public.profile where profile.id = reported_id)
  );

create function private.forget_blocks_and_reports() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from public.colleague_block where blocked_id = old.id;
  delete from public.colleague_report where reported_id = old.id;
  return old;
end;
$$;

create trigger blocks_and_reports_are_forgotten before delete on public.profile
  for each row execute function private.forget_blocks_and_reports();

create or replace function private.block_colleague(p_id uuid, p_blocked boolean) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.current_account_id();
begin
  if not private.is_approved() then
    raise insufficient_privilege using message = 'MEMBERS_ONLY';
  end if;
  if not p_blocked then
    delete from public.colleague_block where blocker_id = v_me and blocked_id = p_id;
    return;
  end if;
  if p_id is null or p_id = v_me then
    return;
  end if;
  if private.hit_rate_limit('colleague_block:' || v_me, 100, interval '1 day') > 0 then
    raise exception 'TOO_OFTEN';
  end if;
  insert into public.colleague_block (blocker_id, blocked_id) values (v_me, p_id) on conflict do nothing;
  delete from public.email_outbox
  where template = 'first_message' and recipient_id = v_me and params ->> 'senderId' = p_id::text;
end;
$$;

create or replace function private.report_colleague(p_id uuid, p_reason text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.current_account_id();
begin
  if not private.is_approved() then
    raise insufficient_privilege using message = 'MEMBERS_ONLY';
  end if;
  -- Before anybody is looked up, so that the answer says nothing about who there is.
  if p_reason is null or pg_catalog.char_length(pg_catalog.btrim(p_reason)) not between 10 and 2000
    or pg_catalog.translate(p_reason, E'\n\t', '') ~ '[[:cntrl:]\u202A-\u202E\u2066-\u2069]' then
    raise exception 'BAD_REASON';
  end if;
  if private.hit_rate_limit('colleague_report:' || v_me, 10, interval '1 day') > 0 then
    raise exception 'TOO_OFTEN';
  end if;
  if p_id is null or p_id = v_me then
    return;
  end if;
  insert into public.colleague_report (reporter_id, reported_id, reason)
  values (v_me, p_id, pg_catalog.btrim(p_reason));
  if exists (select from public.profile where id = p_id) then
    perform private.queue_mail('colleague_report', p.id, '{}', 'new_request')
    from public.profile as p
    where p.role = 'admin' and p.status = 'approved' and p.id <> p_id;
  end if;
end;
$$;
