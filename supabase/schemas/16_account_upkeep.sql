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

-- Who was told that their account goes, and for which wait: a decision in between begins another one.
create table private.ending_account (
  account_id uuid primary key references auth.users (id) on delete cascade,
  waits_since timestamptz not null,
  told smallint not null check (told in (1, 2)),
  told_at timestamptz not null
);

comment on table private.ending_account is 'Suspended accounts and undecided requests whose end has been told.';

-- What the privacy page promises: suspended accounts and proven requests that nobody decides go after so many days. It is
-- told twice, so many days before; however long the server was away, nobody goes sooner after a mail than it says.
-- An account that cannot go holds up no other; invented ones stay. Returns how many accounts went. Errors: P0001 UNKNOWN_PERIOD.
create function private.end_waiting_accounts(
  p_suspended_days integer, p_undecided_days integer, p_first_notice_days integer, p_last_notice_days integer
) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_account record;
  v_told private.ending_account;
  v_first constant interval := pg_catalog.make_interval(days => p_first_notice_days);
  v_last constant interval := pg_catalog.make_interval(days => p_last_notice_days);
  v_count integer := 0;
begin
  if (
    p_last_notice_days >= 1 and p_first_notice_days > p_last_notice_days
    and p_suspended_days > p_first_notice_days and p_undecided_days > p_first_notice_days
  ) is not true then
    raise exception 'UNKNOWN_PERIOD';
  end if;
  for v_account in
    select p.id, p.local_government_id, p.status, waits.since
    from public.profile as p
    join auth.users as u on u.id = p.id
    cross join lateral (
      select greatest(p.status_changed_at, u.email_confirmed_at) as since,
        case p.status when 'suspended' then p_suspended_days else p_undecided_days end as days
    ) as waits
    where not p.is_example
      and (p.status = 'suspended' or (p.status = 'pending' and u.email_confirmed_at is not null))
      and waits.since < pg_catalog.now() - pg_catalog.make_interval(days => waits.days) + v_first
    order by p.id
    for update of p, u
  loop
    begin
      select * into v_told from private.ending_account
      where account_id = v_account.id and waits_since = v_account.since;
      if v_told.told is null then
        perform private.tell_of_end(v_account.id, v_account.since, 1::smallint, v_account.status, v_first);
      elsif v_told.told = 1 and v_told.told_at <= pg_catalog.now() - v_first + v_last then
        perform private.tell_of_end(v_account.id, v_account.since, 2::smallint, v_account.status, v_last);
      elsif v_told.told = 2 and v_told.told_at <= pg_catalog.now() - v_last then
        perform private.record_audit(
          case v_account.status when 'suspended' then 'expired_suspended' else 'expired_undecided' end,
          v_account.id, v_account.local_government_id
        );
        delete from auth.users where id = v_account.id;
        v_count := v_count + 1;
      end if;
    exception when others then
      raise warning 'An account could not be ended: %', sqlstate;
    end;
  end loop;
  return v_count;
end;
$$;

create function private.tell_of_end(
  p_account_id uuid, p_waits_since timestamptz, p_told smallint, p_status text, p_ahead interval
) returns void
language sql
security definer
set search_path = ''
as $$
  insert into private.ending_account (account_id, waits_since, told, told_at)
  values (p_account_id, p_waits_since, p_told, pg_catalog.now())
  on conflict (account_id) do update
  set waits_since = excluded.waits_since, told = excluded.told, told_at = excluded.told_at;
  select private.queue_mail(
    'account_ends', p_account_id,
    pg_catalog.jsonb_build_object(
      'status', p_status, 'on', pg_catalog.to_char(pg_catalog.now() + p_ahead, 'YYYY-MM-DD')
    )
  );
$$;

-- Requests that took the place of another one for the same address, which nobody had proven.
create table private.contested_registration (
  account_id uuid primary key references auth.users (id) on delete cascade
);

comment on table private.contested_registration is 'Requests that replaced an earlier one for the same address.';

-- Whoever registers starts anew: an address that was never proved may have been given, with a password, by somebody else.
-- Returns whether there was one: `create_profile` gets to know, and then the name may be somebody else's as well.
create function private.forget_unconfirmed_account(p_email text) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_account record;
  v_found boolean := false;
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
    v_found := true;
  end loop;
  return v_found;
end;
$$;

-- Whoever proves the address in another browser than the one that asked last may be who asked first. Then the name, the
-- function, the government and the words of the last one are taken off: what is left is what the address says, and the
-- request cannot be approved before its person has said where they work.
-- Returns whether anything was taken off. Errors: 42501 NO_ACCOUNT.
create function private.disown_registration() returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.current_account_id();
  v_address text;
  v_name text;
begin
  if v_me is null then
    raise insufficient_privilege using message = 'NO_ACCOUNT';
  end if;
  perform from public.profile where id = v_me and status = 'pending' for update;
  if not found then
    return false;
  end if;
  delete from private.contested_registration where account_id = v_me;
  if not found then
    return false;
  end if;
  select email into v_address from auth.users where id = v_me;
  v_name := pg_catalog.left(pg_catalog.regexp_replace(pg_catalog.split_part(v_address, '@', 1), '[^[:alnum:].-]', '', 'g'), 100);
  update public.profile
  set full_name = case when v_name ~ '[[:alnum:]]' then v_name else 'x' end,
    job_title = pg_catalog.left(pg_catalog.split_part(v_address, '@', 2), 150),
    local_government_id = null,
    motivation = null
  where id = v_me;
  return true;
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
  'count_attempt', 'delete_expired_accounts', 'end_waiting_accounts', 'forget_unconfirmed_account', 'grant_admin'
);
call private.open_doors('authenticated', 'disown_registration');
