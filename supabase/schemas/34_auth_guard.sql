-- What only the site judges before Auth does it: whether somebody knows the present password or came by a link in mail, whether
-- a new password is long enough and none that everybody takes, and who may change an address. Auth asks none of that, and
-- whoever holds a session could ask Auth directly. So a password or an address changes only right after the server said so.

create table private.auth_permission (
  account_id uuid not null references auth.users (id) on delete cascade,
  change text not null check (change in ('password', 'email')),
  until timestamptz not null,
  primary key (account_id, change)
);
revoke all on private.auth_permission from public, anon, authenticated, service_role;

-- For a minute, once.
-- Errors: P0001 UNKNOWN_CHANGE; 42501 ACCOUNT_CLOSED: an address changes only while the account is open.
create function private.permit_auth_change(p_account_id uuid, p_change text) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if p_change is null or p_change not in ('password', 'email') then
    raise exception 'UNKNOWN_CHANGE';
  end if;
  if p_change = 'email' and not exists (
    select from public.profile where id = p_account_id and status in ('pending', 'approved')
  ) then
    raise insufficient_privilege using message = 'ACCOUNT_CLOSED';
  end if;
  insert into private.auth_permission (account_id, change, until)
  values (p_account_id, p_change, pg_catalog.clock_timestamp() + interval '1 minute')
  on conflict (account_id, change) do update set until = excluded.until;
end;
$$;

-- Errors: P0001 NOT_PERMITTED.
create function private.use_auth_permission(p_account_id uuid, p_change text) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from private.auth_permission
  where account_id = p_account_id and change = p_change and until > pg_catalog.clock_timestamp();
  if not found then
    raise exception 'NOT_PERMITTED';
  end if;
end;
$$;

-- Not before an address was proved: nobody is in by then. An address that is confirmed is the one that was asked for.
create function private.guard_auth_change() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if new.encrypted_password is distinct from old.encrypted_password then
    perform private.use_auth_permission(new.id, 'password');
  end if;
  if coalesce(new.email_change, '') not in ('', coalesce(old.email_change, ''))
    or (new.email is distinct from old.email and new.email is distinct from nullif(old.email_change, '')) then
    perform private.use_auth_permission(new.id, 'email');
  end if;
  return new;
end;
$$;

create trigger auth_change_is_guarded before update on auth.users
  for each row when (
    old.email_confirmed_at is not null and (
      new.encrypted_password is distinct from old.encrypted_password
      or new.email is distinct from old.email or new.email_change is distinct from old.email_change
    )
  )
  execute function private.guard_auth_change();

-- What somebody writes beside their account later goes as what they registered with does: Auth would put it in every token.
create function private.keep_user_bare() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.raw_user_meta_data := '{}';
  return new;
end;
$$;

create trigger user_is_kept_bare before update on auth.users
  for each row when (new.raw_user_meta_data is distinct from '{}'::jsonb)
  execute function private.keep_user_bare();

call private.open_doors('service_role', 'permit_auth_change');
