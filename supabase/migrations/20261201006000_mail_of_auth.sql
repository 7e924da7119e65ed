-- The mail of Auth goes through the outbox like all mail, and nobody hears of a password that never was.

alter table public.email_outbox add column expires_at timestamptz;
grant select (expires_at) on public.email_outbox to authenticated;

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
create or replace function private.claim_mail(p_limit integer, p_lease_seconds integer) returns table (
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
create or replace function private.settle_mail(p_mail_id uuid, p_lease uuid, p_error text) returns text
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

-- Auth wants a password of everybody. Whoever chose none has none, so that nobody is told later that it changed.
create function private.keep_no_password() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.encrypted_password := '';
  return new;
end;
$$;

create trigger no_password_is_kept before insert on auth.users
  for each row when (new.raw_user_meta_data ->> 'password' = 'none') execute function private.keep_no_password();

-- An address or a password that changes is told to the address that was known until now. Whoever had no password is told
-- that there is one now.
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
    perform private.queue_mail(
      case when coalesce(old.encrypted_password, '') = '' then 'password_chosen' else 'password_changed' end, new.id
    );
  end if;
  return null;
end;
$$;

drop trigger change_is_told on auth.users;
create trigger change_is_told after update on auth.users
  for each row when (
    old.email_confirmed_at is not null
    and (
      new.email is distinct from old.email
      or (new.encrypted_password is distinct from old.encrypted_password and new.encrypted_password <> '')
    )
  )
  execute function private.tell_of_change();

-- Takes away the password that somebody else may have chosen. Its owner never had one, and hears nothing of it.
create function private.disown_password(p_account_id uuid) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.permit_auth_change(p_account_id, 'password');
  update auth.users set encrypted_password = '' where id = p_account_id;
end;
$$;

call private.open_doors('service_role', 'queue_auth_mail', 'mail_is_slow', 'disown_password');
