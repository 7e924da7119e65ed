-- What was left of leaving and of messages: answers go to whose address it was, the export holds all that is kept of them, what is
-- sorted is recorded; what ended stays ended; what a trail may not hold is taken out of any text.

create or replace function private.without_contacts(p_details jsonb) returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return case pg_catalog.jsonb_typeof(p_details)
    when 'object' then (
      select coalesce(pg_catalog.jsonb_object_agg(part.key, private.without_contacts(part.value)), '{}')
      from pg_catalog.jsonb_each(p_details) as part
    )
    when 'array' then (
      select coalesce(pg_catalog.jsonb_agg(private.without_contacts(part.value) order by part.place), '[]')
      from pg_catalog.jsonb_array_elements(p_details) with ordinality as part (value, place)
    )
    when 'string' then pg_catalog.to_jsonb(pg_catalog.regexp_replace(
      pg_catalog.regexp_replace(p_details #>> '{}', '[^[:space:]"\\@:,]+@[^[:space:]"\\@]+\.[^[:space:]"\\@]+', '…', 'g'),
      '\+[1-9][0-9]{6,14}', '…', 'g'
    ))
    else p_details
  end;
end;
$$;

create or replace function private.answer_contact_message(p_message_id uuid, p_seen_revision integer, p_answer text) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_message constant public.contact_message := private.lock_contact_message(p_message_id, p_seen_revision);
  v_account uuid;
  v_address text;
  v_mail_id uuid;
begin
  if p_answer is null or pg_catalog.char_length(pg_catalog.btrim(p_answer)) not between 10 and 5000
    or pg_catalog.translate(p_answer, E'\n\t', '') ~ '[[:cntrl:]\u202A-\u202E\u2066-\u2069]' then
    raise exception 'BAD_ANSWER';
  end if;
  if v_message.id is null then
    return false;
  end if;
  -- To whose address it was when they wrote, where they read mail now: somebody else may have that mailbox since. It goes with
  -- their account; and it is in what that person takes along.
  select u.id, u.email into v_account, v_address
  from auth.users as u
  where u.id = private.who_proved(v_message.email, v_message.created_at)
  for key share;
  insert into public.email_outbox (template, locale, recipient_id, to_address, params)
  values (
    'contact_answer', v_message.locale, v_account, coalesce(v_address, v_message.email),
    pg_catalog.jsonb_build_object(
      'name', v_message.name, 'message', v_message.message, 'answer', pg_catalog.btrim(p_answer)
    )
  )
  returning id into v_mail_id;
  insert into public.contact_answer (message_id, answer, answered_by, mail_id)
  values (v_message.id, pg_catalog.btrim(p_answer), private.current_account_id(), v_mail_id);
  update public.contact_message
  set state = 'answered', handled_by = private.current_account_id(), settled_at = pg_catalog.now(),
    revision = revision + 1
  where id = v_message.id;
  perform private.record_audit('message_answered', null, null, pg_catalog.jsonb_build_object('about', v_message.kind));
  return true;
end;
$$;

create or replace function private.sort_contact_message(p_message_id uuid, p_seen_revision integer, p_kind text) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_message constant public.contact_message := private.lock_contact_message(p_message_id, p_seen_revision);
begin
  if v_message.id is null then
    return false;
  end if;
  update public.contact_message
  set kind = p_kind, due_at = private.answer_due(p_kind, v_message.created_at), revision = revision + 1
  where id = v_message.id;
  if p_kind <> v_message.kind then
    perform private.record_audit(
      'message_sorted', null, null, pg_catalog.jsonb_build_object('about', p_kind, 'aboutBefore', v_message.kind)
    );
  end if;
  return true;
end;
$$;

create or replace function private.export_contact_messages(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'contactMessages', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object(
          'name', message.name, 'email', message.email, 'about', message.kind, 'message', message.message,
          'language', message.locale, 'state', message.state, 'at', message.created_at, 'dueAt', message.due_at,
          'settledAt', message.settled_at
        )
        order by message.created_at
      )
      from public.contact_message as message
      where private.who_proved(message.email, message.created_at) = p_account_id
    ), '[]')
  );
$$;

create or replace function private.export_desk_reports(p_account_id uuid) returns jsonb
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

create or replace function private.late_mail(p_seconds integer) returns table (mails integer, oldest_seconds integer)
language sql
stable
security definer
set search_path = ''
as $$
  select
    pg_catalog.count(*)::integer,
    coalesce(pg_catalog.max(extract(epoch from pg_catalog.now() - mail.created_at)), 0)::integer
  from public.email_outbox as mail
  where mail.status <> 'dead'
    and mail.created_at < pg_catalog.now() - pg_catalog.make_interval(secs => p_seconds)
    -- Not what one mailbox refuses, nor what is kept back on purpose.
    and coalesce(mail.last_error, '') !~ '^(EENVELOPE|EMESSAGE) '
    and (mail.attempts > 0 or mail.next_attempt_at < pg_catalog.now() - pg_catalog.make_interval(secs => p_seconds));
$$;
