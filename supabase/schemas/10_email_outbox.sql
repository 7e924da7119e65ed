-- Mail that must not get lost: written in the transaction of what it tells about, sent by the server afterwards. A row goes
-- once its mail is sent, so an address stays here no longer than it is needed.

create table public.email_outbox (
  id uuid primary key default gen_random_uuid(),
  template text not null check (template in (
    'already_registered', 'account_approved', 'account_rejected', 'account_suspended', 'account_restored', 'role_changed',
    'email_changed', 'password_changed', 'account_ends', 'account_left', 'new_request', 'evidence_changed',
    'new_colleague', 'change_waiting', 'change_reviewed', 'page_changed', 'desk_report', 'desk_check', 'first_message',
    'first_message_copy', 'colleague_report', 'digest', 'contact_message', 'contact_answer',
    'auth_confirmation', 'auth_recovery', 'auth_magic_link', 'auth_email_change', 'password_chosen'
  )),
  locale public.locale not null,
  -- Mail to somebody who leaves goes with them; null for mail that must reach an address without account.
  recipient_id uuid references auth.users (id) on delete cascade,
  to_address text not null check (char_length(to_address) <= 320),
  params jsonb not null default '{}',
  -- What the recipient can switch off; null for mail about the account itself.
  topic text check (topic in ('new_request', 'new_colleague', 'desk_work', 'first_message', 'digest')),
  status text not null default 'queued' check (status in ('queued', 'sending', 'dead')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  -- Of the server that is sending it now.
  lease uuid,
  locked_until timestamptz,
  last_error text check (char_length(last_error) <= 500),
  created_at timestamptz not null default now(),
  -- Of a mail with a link of Auth: from then on that link leads nowhere, so it is forgotten and not sent any more.
  expires_at timestamptz,
  check ((status = 'sending') = (lease is not null and locked_until is not null))
);

comment on table public.email_outbox is 'Mail waiting to be sent; one row a mail, gone once sent.';

-- Mail to somebody with an account goes with that; this is about mail to an address alone.
insert into private.address_column (kept_in, column_name, on_leaving, given_at, told_as)
values ('public.email_outbox', 'to_address', 'row', 'created_at', 'waitingMail');

create index email_outbox_recipient on public.email_outbox (recipient_id);
create index email_outbox_due on public.email_outbox (next_attempt_at) where status = 'queued';

-- Many requests in a few minutes are one mail to each administrator, and so is what members changed about themselves. Not the
-- one that was tried before and waits again.
create unique index email_outbox_one_for_administrators on public.email_outbox (recipient_id, template)
  where template in ('new_request', 'evidence_changed') and status = 'queued' and attempts = 0;

alter table public.email_outbox enable row level security;
revoke all on public.email_outbox from anon, authenticated, service_role;
grant select (
  id, template, locale, recipient_id, to_address, topic, status, attempts, next_attempt_at, locked_until, last_error,
  created_at, expires_at
) on public.email_outbox to authenticated;
create policy "administrators read the outbox" on public.email_outbox
  for select to authenticated using ((select private.is_admin()));

-- Mail to an account, in its language. Returns the row, or null for a notification that is not wanted.
create function private.queue_mail(
  p_template text, p_account_id uuid, p_params jsonb default '{}', p_topic text default null,
  p_delay interval default '0'
) returns uuid
language sql
security definer
set search_path = ''
as $$
  insert into public.email_outbox (template, locale, recipient_id, to_address, params, topic, next_attempt_at)
  select
    p_template, p.locale, p.id, u.email,
    pg_catalog.jsonb_build_object('name', p.full_name) || p_params, p_topic, pg_catalog.now() + p_delay
  from public.profile as p
  join auth.users as u on u.id = p.id
  where p.id = p_account_id
    and (p_topic is null or (p_topic = any (p.notifications) and p.paused_at is null and p.status = 'approved'))
  returning id;
$$;

-- A link of Auth lets somebody in, so it is not kept any longer than it works. The row stays: administrators are to see
-- who got no mail.
create function private.forget_expired_links() returns void
language sql
security definer
set search_path = ''
as $$
  update public.email_outbox
  set status = 'dead', params = '{}', lease = null, locked_until = null, last_error = 'Its link has expired.'
  where expires_at <= pg_catalog.now()
    and (params <> '{}' or status <> 'dead')
    and (status <> 'sending' or locked_until <= pg_catalog.now());
$$;

-- A mail of Auth itself: `p_type` is confirmation, recovery, magic_link or email_change, `p_email` that of the account,
-- `p_to` where it goes, `p_token` what its link holds, `p_new_address` where an account would move to. Auth may still be
-- making the account, which is not seen here then.
-- Asked again for the same link it does nothing; an earlier link of the kind works no longer, so its mail goes.
-- Errors: P0001 NOT_PERMITTED for another address that the site did not judge.
create function private.queue_auth_mail(
  p_type text, p_email text, p_to text, p_token text, p_new_address text, p_locale text
) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_template constant text := 'auth_' || p_type;
  -- Auth has one place for these two.
  v_kinds constant text[] := case
    when p_type in ('recovery', 'magic_link') then array['auth_recovery', 'auth_magic_link']
    else array[v_template]
  end;
  v_account uuid;
  v_locale text;
  v_is_known boolean;
begin
  perform private.forget_expired_links();
  if exists (
    select from public.email_outbox
    where template = v_template and to_address = p_to and params ->> 'token' = p_token
  ) then
    return;
  end if;
  select u.id, p.locale, p_token in (
    u.confirmation_token, u.recovery_token, u.email_change_token_new, u.email_change_token_current
  )
  into v_account, v_locale, v_is_known
  from auth.users as u
  join public.profile as p on p.id = u.id
  where pg_catalog.lower(u.email) = pg_catalog.lower(p_email);
  -- Auth mails before it changes anything: whoever asks it directly would have mail sent to anybody.
  if p_type = 'email_change' and v_is_known is not true and not exists (
    select from private.auth_permission
    where account_id = v_account and change = 'email' and until > pg_catalog.clock_timestamp()
  ) then
    raise exception 'NOT_PERMITTED';
  end if;
  delete from public.email_outbox where template = any (v_kinds) and to_address = p_to and status <> 'sending';
  insert into public.email_outbox (template, locale, recipient_id, to_address, params, next_attempt_at, expires_at)
  values (
    v_template, coalesce(v_locale, p_locale),
    -- In what its owner takes along, a mail to another address would tell that nobody else has that one.
    case when p_type <> 'email_change' then v_account end,
    p_to,
    pg_catalog.jsonb_strip_nulls(pg_catalog.jsonb_build_object('token', p_token, 'newAddress', p_new_address)),
    -- Once it is sent Auth is told so, and has to know the link by then.
    pg_catalog.now() + case when v_is_known then interval '0' else interval '1 second' end,
    pg_catalog.now() + interval '24 hours'
  );
end;
$$;

-- The time that a link works begins when its mail leaves, however long that took: a day for proving an address, as Auth
-- is set to, and an hour for what lets somebody in.
create function private.begin_link(p_token text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_for_an_hour constant timestamptz := pg_catalog.now() - interval '23 hours';
begin
  update auth.users set confirmation_sent_at = pg_catalog.now() where confirmation_token = p_token;
  update auth.users set recovery_sent_at = v_for_an_hour where recovery_token = p_token;
  update auth.users set email_change_sent_at = v_for_an_hour
  where p_token in (email_change_token_new, email_change_token_current);
end;
$$;

-- Whether mail stays here longer than people expect. That one mailbox refuses says nothing of other mail.
create function private.mail_is_slow() returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select from public.email_outbox
    where (status = 'queued' and next_attempt_at < pg_catalog.now() - interval '1 minute')
      or (status = 'sending' and locked_until < pg_catalog.now())
      or (status = 'queued' and attempts > 0 and last_error !~ '^(EENVELOPE|EMESSAGE) ')
  );
$$;

-- Hands due mail to one server, for as long as the lease lasts; a server that dies loses nothing. A mail that no server
-- ever came back from is left for an administrator: it may be what ends them.
create function private.claim_mail(p_limit integer, p_lease_seconds integer) returns table (
  id uuid, lease uuid, template text, locale text, to_address text, params jsonb, topic text, recipient_id uuid,
  attempts integer
)
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.email_outbox as mail
  set status = 'dead', lease = null, locked_until = null, last_error = 'Its server did not come back.'
  where mail.status = 'sending' and mail.locked_until < pg_catalog.now() and mail.attempts > 5;

  perform private.freshen_digests();
  perform private.forget_expired_links();

  return query
  update public.email_outbox as mail
  set status = 'sending',
    attempts = mail.attempts + 1,
    lease = pg_catalog.gen_random_uuid(),
    locked_until = pg_catalog.now() + pg_catalog.make_interval(secs => p_lease_seconds)
  -- An array is made once; a plain subquery may be run, and lock its limit of rows, again and again.
  where mail.id = any (array(
    select waiting.id
    from public.email_outbox as waiting
    where (waiting.status = 'queued' and waiting.next_attempt_at <= pg_catalog.now())
      or (waiting.status = 'sending' and waiting.locked_until < pg_catalog.now())
    order by waiting.next_attempt_at
    limit least(p_limit, 100)
    for update skip locked
  ))
  returning mail.id, mail.lease, mail.template, mail.locale::text, mail.to_address, mail.params, mail.topic,
    mail.recipient_id, mail.attempts;
end;
$$;

-- `p_error` null or empty: sent. Otherwise tried again after 1, 5 and 30 minutes, 2 and 8 hours (a link of Auth, which
-- somebody waits for, sooner), and then left for an administrator. Returns 'sent', 'retry', 'dead', or 'lost' when another server has the mail by now.
create function private.settle_mail(p_mail_id uuid, p_lease uuid, p_error text) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_pauses interval[] := array['1 minute', '5 minutes', '30 minutes', '2 hours', '8 hours'];
  v_attempts integer;
  v_token text;
  v_expires_at timestamptz;
begin
  -- First the decision, as whoever undoes it or leaves does: nobody waits for one another.
  perform from public.account_decision where mail_id = p_mail_id for update;
  select attempts, params ->> 'token', expires_at into v_attempts, v_token, v_expires_at
  from public.email_outbox
  where id = p_mail_id and lease = p_lease and status = 'sending'
  for update;
  if not found then
    return 'lost';
  end if;
  if coalesce(p_error, '') = '' then
    update public.account_decision set mailed_at = pg_catalog.now(), mail_id = null where mail_id = p_mail_id;
    delete from public.email_outbox where id = p_mail_id;
    if v_expires_at is not null then
      perform private.begin_link(v_token);
    end if;
    return 'sent';
  end if;
  if v_expires_at is not null then
    v_pauses := array['1 minute', '5 minutes', '10 minutes', '15 minutes', '30 minutes', '1 hour', '4 hours', '8 hours'];
  end if;
  update public.email_outbox
  set status = case when v_attempts > pg_catalog.cardinality(v_pauses) then 'dead' else 'queued' end,
    next_attempt_at = pg_catalog.now() + coalesce(v_pauses[v_attempts], '0'),
    lease = null,
    locked_until = null,
    last_error = pg_catalog.left(p_error, 500)
  where id = p_mail_id;
  return case when v_attempts > pg_catalog.cardinality(v_pauses) then 'dead' else 'retry' end;
end;
$$;

-- When the next mail is due; null when none waits.
create function private.next_mail_at() returns timestamptz
language sql
stable
security definer
set search_path = ''
as $$
  select min(case when status = 'queued' then next_attempt_at else locked_until end)
  from public.email_outbox
  where status <> 'dead';
$$;

-- Sends now what waits or was given up. False when it is gone or on its way.
create function private.send_mail_now(p_mail_id uuid) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_account uuid;
begin
  perform private.require_admin();
  update public.email_outbox
  set status = 'queued',
    -- The ones that gather what comes in have 0, and there may be one.
    attempts = case when template in ('new_request', 'desk_report', 'contact_message') then 1 else 0 end,
    next_attempt_at = pg_catalog.now()
  where id = p_mail_id and status in ('queued', 'dead')
  returning recipient_id into v_account;
  if not found then
    return false;
  end if;
  perform private.record_audit('mail_resent', v_account);
  return true;
end;
$$;

-- From the link in a notification: no session, so the server answers for the signature of the link.
create function private.unsubscribe(p_account_id uuid, p_topic text) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from public.email_outbox where recipient_id = p_account_id and topic = p_topic and status <> 'sending';
  update public.profile set notifications = pg_catalog.array_remove(notifications, p_topic) where id = p_account_id;
  return found;
end;
$$;

-- Somebody registers with an address that has an account: the mail tells its owner, the page tells nobody.
create function private.queue_already_registered_mail(p_email text, p_locale text) returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.email_outbox (template, locale, recipient_id, to_address)
  select 'already_registered', p_locale, u.id, u.email
  from auth.users as u
  where pg_catalog.lower(u.email) = pg_catalog.lower(p_email) and u.email_confirmed_at is not null;
$$;

-- For `export_my_account`: mail that waits, without what lets somebody in.
create function private.export_mail(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'waitingMail', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('template', mail.template, 'to', mail.to_address, 'contents', mail.params - 'token')
        order by mail.created_at
      )
      from public.email_outbox as mail
      where mail.recipient_id = p_account_id
        or (mail.recipient_id is null and private.who_proved(mail.to_address, mail.created_at) = p_account_id)
    ), '[]')
  );
$$;

call private.open_doors(
  'service_role',
  'claim_mail', 'settle_mail', 'next_mail_at', 'unsubscribe', 'queue_already_registered_mail', 'queue_auth_mail',
  'mail_is_slow'
);
call private.open_doors('authenticated', 'send_mail_now');
