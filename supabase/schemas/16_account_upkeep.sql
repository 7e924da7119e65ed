-- What the server does for accounts: hold back who tries too often, forget in time, appoint the first administrator.

-- Counts one attempt against the sender, and then, unless that has to wait, against the mailbox: who is refused uses up
-- nobody else's limit. An empty mailbox key counts nothing. Returns 0 when it is allowed, otherwise the seconds to wait.
-- Keys are keyed hashes, made by the server.
-- Errors: P0001 UNKNOWN_ACTION.
create function private.count_attempt(p_action text, p_address_key text, p_email_key text) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_limit record;
  v_wait integer;
begin
  for v_limit in
    select allowed, period, p_action || ':' || scope || ':' || case scope
      when 'address' then p_address_key
      when 'both' then p_address_key || ':' || p_email_key
      else p_email_key
    end as key
    -- Whole town halls share an address; nobody shares a mailbox. Nobody keeps somebody else from signing in either:
    -- from one place to one mailbox is what is held back soon.
    from (values
      ('sign_up', 1, 'address', 20, interval '1 hour'),
      ('sign_up', 2, 'email', 3, interval '1 hour'),
      ('sign_in', 1, 'address', 60, interval '15 minutes'),
      ('sign_in', 2, 'both', 10, interval '15 minutes'),
      ('sign_in', 3, 'email', 100, interval '15 minutes'),
      ('reset', 1, 'address', 20, interval '1 hour'),
      ('reset', 2, 'email', 5, interval '1 hour'),
      ('magic_link', 1, 'address', 20, interval '1 hour'),
      ('magic_link', 2, 'email', 5, interval '1 hour'),
      ('change_email', 1, 'address', 20, interval '1 hour'),
      ('change_email', 2, 'email', 5, interval '1 hour'),
      ('confirm', 1, 'address', 60, interval '15 minutes'),
      ('desk_check', 1, 'address', 60, interval '15 minutes'),
      ('hand_over', 1, 'address', 20, interval '1 hour'),
      ('hand_over', 2, 'email', 5, interval '1 hour')
    ) as limits (action, step, scope, allowed, period)
    where action = p_action and (scope = 'address' or p_email_key <> '')
    order by step
  loop
    v_wait := private.hit_rate_limit(v_limit.key, v_limit.allowed, v_limit.period);
    if v_wait > 0 then
      return v_wait;
    end if;
  end loop;
  if not found then
    raise exception 'UNKNOWN_ACTION';
  end if;
  -- Longer than the minute in which Auth mails nobody twice: when it is Auth that says so, that tells whether the address
  -- asked for is free.
  if p_action = 'change_email' and p_email_key <> '' then
    return private.hit_pause('change_email:pause:' || p_email_key, interval '65 seconds');
  end if;
  return 0;
end;
$$;

-- What the privacy page promises: addresses that were never confirmed go after 30 days, rejected requests after a year,
-- mail that has not left after 30 days. An account that cannot go holds up no other. Returns how many accounts went.
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
    for update of p, u
  loop
    begin
      perform private.record_audit(v_account.action, v_account.id, v_account.local_government_id);
      delete from auth.users where id = v_account.id;
      v_count := v_count + 1;
    exception when others then
      raise warning 'An expired account could not be deleted: %', sqlstate;
    end;
  end loop;
  delete from public.email_outbox where created_at < pg_catalog.now() - interval '30 days';
  return v_count;
end;
$$;

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
    perform private.record_audit('superseded', v_account.id, v_account.local_government_id);
    delete from auth.users where id = v_account.id;
  end loop;
end;
$$;

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

call private.open_doors(
  'service_role',
  'count_attempt', 'delete_expired_accounts', 'forget_unconfirmed_account', 'grant_admin'
);
