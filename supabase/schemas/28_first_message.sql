-- The first message from one colleague to another: passed on, never kept. And how somebody keeps others away.

create table public.colleague_block (
  blocker_id uuid not null references public.profile (id) on delete cascade,
  -- No foreign key: whether there is such an account is not told to who asks.
  blocked_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (blocker_id, blocked_id),
  check (blocker_id <> blocked_id)
);

comment on table public.colleague_block is 'Whose messages somebody does not want; the other is not told.';

create index colleague_block_blocked on public.colleague_block (blocked_id);

alter table public.colleague_block enable row level security;
revoke all on public.colleague_block from anon, authenticated, service_role;
grant select on public.colleague_block to authenticated;
create policy "people read whom they blocked" on public.colleague_block
  for select to authenticated
  using (blocker_id = (select private.current_account_id()) and (select private.is_approved()));

create table public.colleague_report (
  id uuid primary key default gen_random_uuid(),
  -- What somebody told goes when they leave.
  reporter_id uuid not null references public.profile (id) on delete cascade,
  -- No foreign key: whether there is such an account is not told to who reports.
  reported_id uuid not null,
  reason text not null check (
    char_length(btrim(reason)) between 10 and 2000
    and translate(reason, E'\n\t', '') !~ '[[:cntrl:]\u202A-\u202E\u2066-\u2069]'
  ),
  created_at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'done')),
  handled_by uuid references public.profile (id) on delete set null,
  handled_at timestamptz,
  check ((state = 'done') = (handled_at is not null))
);

comment on table public.colleague_report is 'What members report about how another member writes, for administrators.';

create index colleague_report_reporter on public.colleague_report (reporter_id);
create index colleague_report_reported on public.colleague_report (reported_id);
create index colleague_report_handled_by on public.colleague_report (handled_by);
create index colleague_report_created_at on public.colleague_report (created_at);
create index colleague_report_handled_at on public.colleague_report (handled_at) where state = 'done';

alter table public.colleague_report enable row level security;
revoke all on public.colleague_report from anon, authenticated, service_role;
grant select on public.colleague_report to authenticated;

-- Not what is reported about themselves, or about nobody.
create policy "administrators read reports about others" on public.colleague_report
  for select to authenticated
  using (
    (select private.is_admin()) and reported_id <> (select private.current_account_id())
    and exists (select from public.profile where profile.id = reported_id)
  );

-- What was said about somebody goes with them, and who kept them away need not any more.
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

-- Whether the caller may write to somebody. No to all of these looks the same: not visible, wants no messages, blocked the
-- caller, or is the caller.
create function private.may_write_to(p_id uuid) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select
    from private.visible_colleague as v
    where v.id = p_id and v.takes_messages and v.id <> private.current_account_id()
  ) and not exists (
    select from public.colleague_block where blocker_id = p_id and blocked_id = private.current_account_id()
  );
$$;

-- Approved and not paused: the caller's row, locked, so that two calls count one after the other.
-- Errors: 42501 MEMBERS_ONLY; P0001 PAUSED.
create function private.lock_own_membership() returns public.profile
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me public.profile;
begin
  select * into v_me from public.profile where id = private.current_account_id() and status = 'approved' for update;
  if not found then
    raise insufficient_privilege using message = 'MEMBERS_ONLY';
  end if;
  if v_me.paused_at is not null then
    raise exception 'PAUSED';
  end if;
  return v_me;
end;
$$;

-- Hands a message on as mail, with the sender's address to answer to, and a copy to the sender. The text is nowhere but in
-- that mail. Ten a day, and not twice in a minute to the same person.
-- Errors: 42501 MEMBERS_ONLY; P0001 PAUSED, BAD_MESSAGE, NOT_REACHABLE, JUST_SENT, TOO_MANY.
create function private.send_first_message(p_to uuid, p_subject text, p_message text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant public.profile := private.lock_own_membership();
  v_letter jsonb;
begin
  if p_to is null or p_subject is null or p_message is null
    or pg_catalog.char_length(pg_catalog.btrim(p_subject)) not between 3 and 120
    or not private.is_one_line(p_subject)
    or pg_catalog.char_length(pg_catalog.btrim(p_message)) not between 20 and 3000
    or pg_catalog.translate(p_message, E'\n\t', '') ~ '[[:cntrl:]\u202A-\u202E\u2066-\u2069]' then
    raise exception 'BAD_MESSAGE';
  end if;
  if not private.may_write_to(p_to) then
    raise exception 'NOT_REACHABLE';
  end if;
  if private.hit_pause('first_message:' || v_me.id || ':' || p_to, interval '1 minute') > 0 then
    raise exception 'JUST_SENT';
  end if;
  if private.hit_rate_limit('first_message:' || v_me.id, 10, interval '1 day') > 0 then
    raise exception 'TOO_MANY';
  end if;
  select pg_catalog.jsonb_build_object(
    'sender', v_me.full_name, 'senderId', v_me.id, 'senderEmail', u.email, 'senderGovernment', government.name,
    'subject', pg_catalog.btrim(p_subject), 'message', pg_catalog.btrim(p_message),
    'recipient', v.full_name, 'recipientId', v.id, 'recipientGovernment', theirs.name
  )
  into v_letter
  from auth.users as u
  left join public.local_government as government on government.id = v_me.local_government_id
  cross join private.visible_colleague as v
  left join public.local_government as theirs on theirs.id = v.local_government_id
  where u.id = v_me.id and v.id = p_to;
  -- Whoever has left, or switched messages off, at this moment gets none.
  if private.queue_mail('first_message', p_to, v_letter, 'first_message') is null then
    raise exception 'NOT_REACHABLE';
  end if;
  perform private.queue_mail('first_message_copy', v_me.id, v_letter);
end;
$$;

-- Wants no messages of somebody any more, or again. Also takes back what is on its way. The same answer, and the same row,
-- whether or not there is such an account or it can be seen. A hundred a day: nobody fills the table with made-up ids.
-- Errors: 42501 MEMBERS_ONLY; P0001 TOO_OFTEN.
create function private.block_colleague(p_id uuid, p_blocked boolean) returns void
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

-- Tells the administrators about somebody. Ten a day. The same answer, and the same row, whether or not there is such an
-- account; administrators meet only what is about somebody.
-- Errors: 42501 MEMBERS_ONLY; P0001 BAD_REASON, TOO_OFTEN.
create function private.report_colleague(p_id uuid, p_reason text) returns void
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

-- All that is shown of a report, as a fingerprint; null for who does not decide about it.
create function private.colleague_report_seen(p_report_id uuid) returns text
language sql
stable
security definer
set search_path = ''
as $$
  select private.fingerprint(pg_catalog.jsonb_build_object(
    'message', report.reason,
    'reported', pg_catalog.jsonb_build_array(reported.id, reported.full_name),
    'reporter', pg_catalog.jsonb_build_array(reporter.id, reporter.full_name),
    'status', pg_catalog.jsonb_build_array(report.state, handler.full_name, extract(epoch from report.handled_at))
  ))
  from public.colleague_report as report
  join public.profile as reported on reported.id = report.reported_id
  join public.profile as reporter on reporter.id = report.reporter_id
  left join public.profile as handler on handler.id = report.handled_by
  where report.id = p_report_id and (select private.is_admin())
    and report.reported_id <> (select private.current_account_id());
$$;

-- Handled, or open again, as it was looked at: `p_seen` is the fingerprint. False when there is no such report. Nobody settles
-- a report about themselves.
-- Errors: 42501 ADMIN_ONLY; P0001 CHANGED_MEANWHILE.
create function private.settle_colleague_report(p_report_id uuid, p_done boolean, p_seen text) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.require_admin();
begin
  perform from public.colleague_report
  where id = p_report_id and p_done is not null and reported_id <> v_me
  for update;
  if not found then
    return false;
  end if;
  -- A report about nobody is shown to nobody.
  if p_seen is null or p_seen is distinct from private.colleague_report_seen(p_report_id) then
    raise exception 'CHANGED_MEANWHILE';
  end if;
  update public.colleague_report
  set state = case when p_done then 'done' else 'open' end,
    handled_by = case when not p_done then null when state = 'done' then handled_by else v_me end,
    handled_at = case when not p_done then null when state = 'done' then handled_at else pg_catalog.now() end
  where id = p_report_id;
  return true;
end;
$$;

-- For `export_my_account`: whom somebody blocked or reported is known to them; whoever did it to them is not told.
create function private.export_blocks_and_reports(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'blocked', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('account', block.blocked_id, 'since', block.created_at)
        order by block.created_at
      )
      from public.colleague_block as block where block.blocker_id = p_account_id
    ), '[]'),
    'colleagueReports', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('account', report.reported_id, 'reason', report.reason, 'at', report.created_at)
        order by report.created_at
      )
      from public.colleague_report as report where report.reporter_id = p_account_id
    ), '[]')
  );
$$;

call private.open_doors(
  'authenticated',
  'send_first_message', 'block_colleague', 'report_colleague', 'settle_colleague_report'
);
