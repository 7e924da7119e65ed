-- "Klopt er iets niet?": what visitors tell about a desk, for those who keep it. Written by the server only, so that nobody
-- gets round the limit.

create table public.desk_report (
  id uuid primary key default gen_random_uuid(),
  desk_id uuid not null references public.volunteer_desk (id) on delete cascade,
  topic text not null check (topic in ('address', 'hours', 'contact', 'closed', 'other')),
  message text not null check (char_length(btrim(message)) between 10 and 2000),
  -- Only to answer; who gives none gets no answer.
  email text check (private.is_mail_address(email)),
  locale public.locale not null,
  created_at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'done')),
  handled_by uuid references public.profile (id) on delete set null,
  handled_at timestamptz,
  check ((state = 'done') = (handled_at is not null))
);

comment on table public.desk_report is 'What visitors say is wrong about a desk, for the editors of its government.';

-- What somebody said about a desk is about the desk, and stays until it has had its time.
insert into private.address_column (kept_in, column_name, on_leaving, given_at, told_as)
values ('public.desk_report', 'email', 'value', 'created_at', 'deskReports');

create index desk_report_desk on public.desk_report (desk_id);
create index desk_report_created_at on public.desk_report (created_at);
create index desk_report_handled_by on public.desk_report (handled_by);
create index desk_report_handled_at on public.desk_report (handled_at) where state = 'done';

-- Whether the caller keeps this desk, published or not.
create function private.edits_desk(p_desk_id uuid) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select coalesce(
    (select private.edits(desk.local_government_id) from public.volunteer_desk as desk where desk.id = p_desk_id), false
  );
$$;

alter table public.desk_report enable row level security;
revoke all on public.desk_report from anon, authenticated, service_role;
grant select on public.desk_report to authenticated;
create policy "who keeps a desk reads what is reported about it" on public.desk_report
  for select to authenticated using (private.edits_desk(desk_id));

-- Many reports in a few minutes are one mail to each. Not the one that was tried before and waits again.
create unique index email_outbox_one_desk_report on public.email_outbox (recipient_id)
  where template = 'desk_report' and status = 'queued' and attempts = 0;

-- Tells the editors of the desk's government; where none of them gets such mail, the administrators.
create function private.announce_desk_report(p_desk_id uuid, p_topic text) returns void
language sql
security definer
set search_path = ''
as $$
  with reached as (
    select p.id, p.full_name, p.locale, u.email, desk.name as desk, p.role = 'editor' as keeps_desk
    from public.volunteer_desk as desk
    join public.profile as p
      on p.role = 'admin' or (p.role = 'editor' and p.local_government_id = desk.local_government_id)
    join auth.users as u on u.id = p.id
    where desk.id = p_desk_id
      and p.status = 'approved' and p.paused_at is null and 'desk_work' = any (p.notifications)
    order by p.id
    -- Somebody who leaves at this moment is waited for, and skipped.
    for key share of u
  )
  insert into public.email_outbox as mail
    (template, locale, recipient_id, to_address, params, topic, next_attempt_at)
  select 'desk_report', locale, id, email,
    pg_catalog.jsonb_build_object('name', full_name, 'desk', desk, 'topic', p_topic, 'count', 1),
    'desk_work', pg_catalog.now() + interval '5 minutes'
  from reached
  where keeps_desk or not exists (select from reached where keeps_desk)
  order by id
  on conflict (recipient_id) where template = 'desk_report' and status = 'queued' and attempts = 0
    do update set params = pg_catalog.jsonb_set(
      mail.params, '{count}', pg_catalog.to_jsonb((mail.params ->> 'count')::integer + 1)
    );
$$;

-- Stores a report about a desk that the public sees, or says after how many seconds the sender may try again.
-- `p_sender_key` identifies the sender without naming them. 5 reports an hour per sender.
-- Errors: P0001 UNKNOWN_DESK.
create function private.submit_desk_report(
  p_desk_id uuid, p_topic text, p_message text, p_email text, p_locale text, p_sender_key text
) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_wait integer;
begin
  if not exists (
    select
    from public.volunteer_desk as desk
    join public.local_government as owner on owner.id = desk.local_government_id
    where desk.id = p_desk_id and desk.published
      and private.takes_part(owner.participating_since, owner.participating_until)
  ) then
    raise exception 'UNKNOWN_DESK';
  end if;
  v_wait := private.hit_rate_limit('desk_report:' || p_sender_key, 5, interval '1 hour');
  perform private.delete_expired_contact_data();
  if v_wait = 0 then
    insert into public.desk_report (desk_id, topic, message, email, locale)
    values (
      p_desk_id, p_topic, pg_catalog.btrim(p_message), nullif(pg_catalog.btrim(p_email), ''), p_locale
    );
    perform private.announce_desk_report(p_desk_id, p_topic);
  end if;
  return v_wait;
end;
$$;

-- All that is shown of a report, as a fingerprint; null for who does not keep the desk.
create function private.desk_report_seen(p_report_id uuid) returns text
language sql
stable
security definer
set search_path = ''
as $$
  select private.fingerprint(pg_catalog.jsonb_build_object(
    'message', pg_catalog.jsonb_build_array(report.topic, report.message, report.email, report.locale),
    'desk', pg_catalog.jsonb_build_array(desk.id, desk.name, government.name),
    'status', pg_catalog.jsonb_build_array(report.state, extract(epoch from report.handled_at))
  ))
  from public.desk_report as report
  join public.volunteer_desk as desk on desk.id = report.desk_id
  join public.local_government as government on government.id = desk.local_government_id
  where report.id = p_report_id and private.edits(government.id);
$$;

-- Handled, or open again, as it was looked at: `p_seen` is the fingerprint. False when there is no such report for the caller.
-- Who did it first stays named.
-- Errors: 42501 EDITORS_ONLY; P0001 CHANGED_MEANWHILE.
create function private.settle_desk_report(p_report_id uuid, p_done boolean, p_seen text) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.current_account_id();
begin
  if not exists (
    select from public.profile where id = v_me and status = 'approved' and role in ('editor', 'admin')
  ) then
    raise insufficient_privilege using message = 'EDITORS_ONLY';
  end if;
  perform from public.desk_report
  where id = p_report_id and p_done is not null and private.edits_desk(desk_id)
  for update;
  if not found then
    return false;
  end if;
  if p_seen is distinct from private.desk_report_seen(p_report_id) then
    raise exception 'CHANGED_MEANWHILE';
  end if;
  update public.desk_report
  set state = case when p_done then 'done' else 'open' end,
    handled_by = case when not p_done then null when state = 'done' then handled_by else v_me end,
    handled_at = case when not p_done then null when state = 'done' then handled_at else pg_catalog.now() end
  where id = p_report_id;
  return true;
end;
$$;

grant execute on function private.edits_desk(uuid) to authenticated;

-- For `export_my_account`: what came from an address while it was theirs.
create function private.export_desk_reports(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'deskReports', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object(
          'desk', desk.name, 'about', report.topic, 'message', report.message, 'email', report.email,
          'language', report.locale, 'state', report.state, 'at', report.created_at, 'handledAt', report.handled_at
        )
        order by report.created_at
      )
      from public.desk_report as report
      join public.volunteer_desk as desk on desk.id = report.desk_id
      where private.who_proved(report.email, report.created_at) = p_account_id
    ), '[]')
  );
$$;

call private.open_doors('service_role', 'submit_desk_report');
call private.open_doors('authenticated', 'settle_desk_report');
