-- From Auth to a profile: what happens when somebody registers, proves an address, or changes address or password.

-- What the registration form sent comes through `raw_user_meta_data`. It is judged again here, and goes from there: Auth
-- would keep it, and put it in every token.
-- Errors: whatever the constraints of `profile` refuse; UNKNOWN_GOVERNMENT.
create function private.create_profile() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_data constant jsonb := coalesce(new.raw_user_meta_data, '{}');
  v_government constant uuid := nullif(v_data ->> 'local_government_id', '')::uuid;
begin
  if v_government is not null and not exists (
    select
    from public.local_government as government
    join public.municipality on municipality.nis_code = government.nis_code
    where government.id = v_government and municipality.valid_to is null
  ) then
    raise exception 'UNKNOWN_GOVERNMENT';
  end if;
  insert into public.profile
    (id, full_name, job_title, position, local_government_id, motivation, locale, consent_version)
  values (
    new.id, pg_catalog.btrim(v_data ->> 'full_name'), pg_catalog.btrim(v_data ->> 'job_title'),
    v_data ->> 'position', v_government, nullif(pg_catalog.btrim(v_data ->> 'motivation'), ''),
    coalesce(v_data ->> 'locale', 'nl'), v_data ->> 'consent_version'
  );
  if v_data ->> 'contested' = 'true' then
    insert into private.contested_registration (account_id) values (new.id);
  end if;
  perform private.record_audit('registered', new.id, v_government);
  update auth.users set raw_user_meta_data = '{}' where id = new.id;
  return null;
end;
$$;

create trigger profile_is_created after insert on auth.users
  for each row execute function private.create_profile();

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

-- Nor does it stay beside the way to sign in.
create function private.keep_identity_bare() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.identity_data := (
    select coalesce(pg_catalog.jsonb_object_agg(field.key, field.value), '{}')
    from pg_catalog.jsonb_each(new.identity_data) as field
    where field.key in ('sub', 'email', 'email_verified')
  );
  return new;
end;
$$;

create trigger identity_is_kept_bare before insert or update on auth.identities
  for each row execute function private.keep_identity_bare();

-- The request is one from now on: tell the administrators.
create function private.announce_request() returns trigger
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

create trigger request_is_announced after update on auth.users
  for each row when (old.email_confirmed_at is null and new.email_confirmed_at is not null)
  execute function private.announce_request();

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

-- An address or a password that changes is told to the address that was known until now. Whoever had no password is told
-- that there is one now.
create function private.tell_of_change() returns trigger
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

call private.open_doors('service_role', 'disown_password');
