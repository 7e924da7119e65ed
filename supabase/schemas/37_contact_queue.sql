-- What becomes of messages from the contact form: who is told, who handles them, and how they are answered. For
-- administrators alone, by functions: nobody has a right on the tables.

create table public.contact_answer (
  id uuid primary key default gen_random_uuid(),
  message_id uuid not null references public.contact_message (id) on delete cascade,
  answer text not null check (
    char_length(btrim(answer)) between 10 and 5000
    and translate(answer, E'\n\t', '') !~ '[[:cntrl:]\u202A-\u202E\u2066-\u2069]'
  ),
  answered_by uuid references public.profile (id) on delete set null,
  answered_at timestamptz not null default now(),
  -- The mail that brings it, until that left.
  mail_id uuid references public.email_outbox (id) on delete set null,
  -- Null as long as it has not left; with no mail any more it never did.
  mailed_at timestamptz
);

comment on table public.contact_answer is 'What administrators answered to messages from the contact form.';

create index contact_answer_message on public.contact_answer (message_id);
create index contact_answer_answered_by on public.contact_answer (answered_by);
create index contact_answer_mail on public.contact_answer (mail_id);

alter table public.contact_answer enable row level security;
revoke all on public.contact_answer from anon, authenticated, service_role;
create policy "no one reads or writes answers" on public.contact_answer
  for all to anon, authenticated using (false) with check (false);

-- A mail goes from the outbox once it is sent, and only then while somebody sends it.
create function private.note_answer_mailed() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.contact_answer set mailed_at = pg_catalog.now() where mail_id = old.id;
  return old;
end;
$$;

create trigger answer_is_mailed before delete on public.email_outbox
  for each row when (old.template = 'contact_answer' and old.status = 'sending')
  execute function private.note_answer_mailed();

-- Many messages in a few minutes are one mail. Not the one that was tried before and waits again.
create unique index email_outbox_one_contact_message on public.email_outbox (to_address)
  where template = 'contact_message' and status = 'queued' and attempts = 0;

-- Tells whoever runs the site that there is a message, and nothing of what is in it; without an address of theirs, the
-- administrators. Not in anybody's language but the site's own: an address has none.
create function private.announce_contact_message(p_operator_email text, p_kind text) returns void
language sql
security definer
set search_path = ''
as $$
  with reached as (
    select p.id, p.full_name, p.locale, u.email
    from public.profile as p
    join auth.users as u on u.id = p.id
    where p_operator_email is null and p.role = 'admin' and p.status = 'approved' and p.paused_at is null
      and 'new_request' = any (p.notifications)
    order by p.id
    -- Somebody who leaves at this moment is waited for, and skipped.
    for key share of u
  ),
  told as (
    select id, locale, email, 'new_request' as topic, pg_catalog.jsonb_build_object('name', full_name) as params
    from reached
    union all
    select null, 'nl', p_operator_email, null, '{}' where p_operator_email is not null
  )
  insert into public.email_outbox as mail
    (template, locale, recipient_id, to_address, params, topic, next_attempt_at)
  select 'contact_message', locale, id, email,
    params || pg_catalog.jsonb_build_object('count', 1, 'privacy', (p_kind = 'privacy')::integer),
    topic, pg_catalog.now() + interval '5 minutes'
  from told
  on conflict (to_address) where template = 'contact_message' and status = 'queued' and attempts = 0
    do update set params = mail.params || pg_catalog.jsonb_build_object(
      'count', (mail.params ->> 'count')::integer + 1,
      'privacy', (mail.params ->> 'privacy')::integer + (p_kind = 'privacy')::integer
    );
$$;

grant execute on function private.announce_contact_message(text, text) to service_role;

-- One message, or those in a state ('open' for what is still to do), most urgent first and of what is done the latest:
-- nothing for who is no administrator. `forgotten_at`: when it is deleted, if nothing happens to it.
create function private.contact_messages(p_id uuid, p_state text, p_limit integer, p_offset integer) returns table (
  id uuid, name text, email text, message text, locale text, kind text, state text, created_at timestamptz,
  due_at timestamptz, settled_at timestamptz, forgotten_at timestamptz, handled_by uuid, handler_name text,
  revision integer, answers jsonb, total bigint
)
language sql
stable
security definer
set search_path = ''
as $$
  with page as materialized (
    select message.*, count(*) over () as total
    from public.contact_message as message
    where (select private.is_admin())
      and (p_id is null or message.id = p_id)
      and (
        p_state is null or message.state = p_state
        or (p_state = 'open' and message.state in ('new', 'in_hand'))
      )
    order by message.settled_at desc nulls first, message.due_at nulls last, message.created_at, message.id
    limit least(greatest(p_limit, 1), 200) offset greatest(p_offset, 0)
  )
  select
    page.id, page.name, page.email, page.message, page.locale::text, page.kind, page.state, page.created_at,
    page.due_at, page.settled_at,
    least(page.created_at + interval '1 year', page.settled_at + interval '90 days'),
    page.handled_by, handler.full_name, page.revision,
    coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object(
          'id', given.id, 'answer', given.answer, 'at', given.answered_at, 'by', given.answered_by,
          'byName', author.full_name, 'mailedAt', given.mailed_at, 'mail', mail.status
        )
        order by given.answered_at
      )
      from public.contact_answer as given
      left join public.profile as author on author.id = given.answered_by
      left join public.email_outbox as mail on mail.id = given.mail_id
      where given.message_id = page.id
    ), '[]'),
    page.total
  from page
  left join public.profile as handler on handler.id = page.handled_by
  order by page.settled_at desc nulls first, page.due_at nulls last, page.created_at, page.id;
$$;

-- One message as the caller looked at it, for them to change. Not found when it is gone.
-- Errors: 42501 ADMIN_ONLY; P0001 CHANGED_MEANWHILE.
create function private.lock_contact_message(p_message_id uuid, p_seen_revision integer) returns public.contact_message
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_message public.contact_message;
begin
  perform private.require_admin();
  select * into v_message from public.contact_message where id = p_message_id for update;
  if v_message.revision is distinct from p_seen_revision and v_message.id is not null then
    raise exception 'CHANGED_MEANWHILE';
  end if;
  return v_message;
end;
$$;

-- The caller takes it in hand, leaves it to others ('new'), or closes it without an answer. False when it is gone.
-- Errors: 42501 ADMIN_ONLY; P0001 CHANGED_MEANWHILE, BAD_STATE.
create function private.handle_contact_message(p_message_id uuid, p_seen_revision integer, p_state text) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_message constant public.contact_message := private.lock_contact_message(p_message_id, p_seen_revision);
begin
  if p_state is null or p_state not in ('new', 'in_hand', 'closed') then
    raise exception 'BAD_STATE';
  end if;
  if v_message.id is null then
    return false;
  end if;
  update public.contact_message
  set state = p_state,
    handled_by = case when p_state <> 'new' then private.current_account_id() end,
    settled_at = case when p_state = 'closed' then coalesce(settled_at, pg_catalog.now()) end,
    revision = revision + 1
  where id = p_message_id;
  if p_state = 'closed' then
    perform private.record_audit('message_closed', null, null, pg_catalog.jsonb_build_object('about', v_message.kind));
  end if;
  return true;
end;
$$;

-- It is about something else than its sender chose; what the law says follows from that, and the trail tells that a deadline
-- came or went. False when it is gone.
-- Errors: 42501 ADMIN_ONLY; P0001 CHANGED_MEANWHILE; 23514 for a kind that there is not.
create function private.sort_contact_message(p_message_id uuid, p_seen_revision integer, p_kind text) returns boolean
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

-- Answers by mail, in the language of the message, and keeps the answer with it. False when it is gone.
-- Errors: 42501 ADMIN_ONLY; P0001 CHANGED_MEANWHILE, BAD_ANSWER.
create function private.answer_contact_message(p_message_id uuid, p_seen_revision integer, p_answer text) returns boolean
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

-- What waits for administrators, in numbers. `late_messages`: the law wanted an answer by now.
-- Errors: 42501 ADMIN_ONLY.
create function private.work_waiting() returns table (
  requests integer, messages integer, late_messages integer, desk_reports integer, colleague_reports integer,
  dead_mails integer
)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.require_admin();
begin
  return query select
    (
      select count(*)::integer from public.profile as p join auth.users as u on u.id = p.id
      where p.status = 'pending' and u.email_confirmed_at is not null
    ),
    (select count(*)::integer from public.contact_message where state in ('new', 'in_hand')),
    (
      select count(*)::integer from public.contact_message
      where state in ('new', 'in_hand') and due_at < pg_catalog.now()
    ),
    (select count(*)::integer from public.desk_report where state = 'open'),
    (select count(*)::integer from public.colleague_report where state = 'open' and reported_id <> v_me),
    (select count(*)::integer from public.email_outbox where status = 'dead');
end;
$$;

-- For `export_my_account`: what was answered to messages from an address that is proved to be theirs.
create function private.export_contact_answers(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'contactAnswers', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('answer', given.answer, 'at', given.answered_at)
        order by given.answered_at
      )
      from public.contact_answer as given
      join public.contact_message as message on message.id = given.message_id
      where private.who_proved(message.email, message.created_at) = p_account_id
    ), '[]')
  );
$$;

call private.open_doors(
  'authenticated',
  'contact_messages', 'handle_contact_message', 'sort_contact_message', 'answer_contact_message', 'work_waiting'
);
