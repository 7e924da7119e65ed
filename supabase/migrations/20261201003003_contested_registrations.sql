-- A request that replaces another one for the same address does not give its name to who proves that address elsewhere.

-- Requests that took the place of another one for the same address, which nobody had proven.
create table private.contested_registration (
  account_id uuid primary key references auth.users (id) on delete cascade
);

comment on table private.contested_registration is 'Requests that replaced an earlier one for the same address.';

drop function public.forget_unconfirmed_account(text);
drop function private.forget_unconfirmed_account(text);

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

-- What the registration form sent comes through `raw_user_meta_data`. It is judged again here, and goes from there: Auth
-- would keep it, and put it in every token.
-- Errors: whatever the constraints of `profile` refuse; UNKNOWN_GOVERNMENT.
create or replace function private.create_profile() returns trigger
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

call private.open_doors('service_role', 'forget_unconfirmed_account');
call private.open_doors('authenticated', 'disown_registration');
