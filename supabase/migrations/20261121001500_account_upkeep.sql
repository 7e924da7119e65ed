-- What the server does for accounts: hold back who tries too often, forget in time, appoint the first administrator.

-- Counts one attempt against both keys; an empty mailbox key counts nothing. Returns 0 when it is allowed, otherwise
-- the seconds to wait. Keys are keyed hashes, made by the server.
-- Errors: P0001 UNKNOWN_ACTION.
create function private.count_attempt(p_action text, p_address_key text, p_email_key text) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_per_address integer;
  v_per_email integer;
  v_window interval;
  v_wait integer;
begin
  -- Whole town halls share an address; nobody shares a mailbox.
  select per_address, per_email, period into v_per_address, v_per_email, v_window
  from (values
    ('sign_up', 20, 3, interval '1 hour'),
    ('sign_in', 60, 10, interval '15 minutes'),
    ('reset', 20, 5, interval '1 hour'),
    ('magic_link', 20, 5, interval '1 hour'),
    ('change_email', 20, 5, interval '1 hour'),
    ('confirm', 60, 60, interval '15 minutes'),
    ('unsubscribe', 60, 60, interval '1 hour')
  ) as limits (action, per_address, per_email, period)
  where action = p_action;
  if not found then
    raise exception 'UNKNOWN_ACTION';
  end if;
  v_wait := private.hit_rate_limit(p_action || ':address:' || p_address_key, v_per_address, v_window);
  if p_email_key <> '' then
    v_wait := greatest(v_wait, private.hit_rate_limit(p_action || ':email:' || p_email_key, v_per_email, v_window));
  end if;
  return v_wait;
end;
$$;

create function public.count_attempt(p_action text, p_address_key text, p_email_key text) returns integer
language sql
set search_path = ''
begin atomic
  select private.count_attempt(p_action, p_address_key, p_email_key);
end;

-- What the privacy page promises: addresses that were never confirmed go after 30 days, rejected requests after a year,
-- mail that could not be delivered after 30 days. Returns how many accounts went.
create function private.delete_expired_accounts() returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_account record;
  v_count integer := 0;
begin
  for v_account in
    select p.id, p.local_government_id,
      case when p.status = 'rejected' then 'expired_rejected' else 'expired_unconfirmed' end as action
    from public.profile as p
    join auth.users as u on u.id = p.id
    where (p.status = 'pending' and u.email_confirmed_at is null and p.created_at < pg_catalog.now() - interval '30 days')
      or (p.status = 'rejected' and p.status_changed_at < pg_catalog.now() - interval '1 year')
    for update of p
  loop
    perform private.record_audit(v_account.action, v_account.id, v_account.local_government_id);
    perform private.forget_account(v_account.id);
    v_count := v_count + 1;
  end loop;
  delete from public.email_outbox where status = 'dead' and created_at < pg_catalog.now() - interval '30 days';
  return v_count;
end;
$$;

create function public.delete_expired_accounts() returns integer
language sql
set search_path = ''
begin atomic
  select private.delete_expired_accounts();
end;

-- Whoever registers starts anew: an address that was never proved may have been given, with a password, by somebody else.
create function private.forget_unconfirmed_account(p_email text) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_account record;
begin
  for v_account in
    select p.id, p.local_government_id
    from public.profile as p
    join auth.users as u on u.id = p.id
    where pg_catalog.lower(u.email) = pg_catalog.lower(p_email) and u.email_confirmed_at is null
    for update of p, u
  loop
    perform private.record_audit('expired_unconfirmed', v_account.id, v_account.local_government_id);
    perform private.forget_account(v_account.id);
  end loop;
end;
$$;

create function public.forget_unconfirmed_account(p_email text) returns void
language sql
set search_path = ''
begin atomic
  select private.forget_unconfirmed_account(p_email);
end;

-- Appoints an administrator from outside: the first one, by whoever holds the secret key.
-- Returns 'granted', 'already', 'unconfirmed' or 'not_found'.
create function private.grant_admin(p_email text) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_account public.profile;
  v_confirmed boolean;
begin
  select u.email_confirmed_at is not null into v_confirmed
  from auth.users as u where pg_catalog.lower(u.email) = pg_catalog.lower(p_email);
  select p.* into v_account
  from public.profile as p
  join auth.users as u on u.id = p.id
  where pg_catalog.lower(u.email) = pg_catalog.lower(p_email)
  for update of p;
  if not found then
    return 'not_found';
  end if;
  if not v_confirmed then
    return 'unconfirmed';
  end if;
  if v_account.role = 'admin' and v_account.status = 'approved' then
    return 'already';
  end if;
  perform private.decide(v_account, 'role_changed', 'approved', 'admin', null, null);
  perform private.record_audit('admin_granted', v_account.id, v_account.local_government_id);
  return 'granted';
end;
$$;

create function public.grant_admin(p_email text) returns text
language sql
set search_path = ''
begin atomic
  select private.grant_admin(p_email);
end;

revoke all on function
  public.count_attempt(text, text, text), public.delete_expired_accounts(),
  public.forget_unconfirmed_account(text), public.grant_admin(text)
  from public, anon, authenticated;
grant execute on function
  public.count_attempt(text, text, text), private.count_attempt(text, text, text),
  public.delete_expired_accounts(), private.delete_expired_accounts(),
  public.forget_unconfirmed_account(text), private.forget_unconfirmed_account(text),
  public.grant_admin(text), private.grant_admin(text)
  to service_role;
