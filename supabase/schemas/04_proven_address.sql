-- Which addresses an account has proved to be its own, and what is tied to a person by an address alone: it is told to them
-- and forgotten with them, also when it came from an address that they have changed since.

create table private.proven_address (
  account_id uuid not null references auth.users (id) on delete cascade,
  address text not null check (address = lower(address)),
  since timestamptz not null default now(),
  -- Null for the address of now. What comes from it later is of whoever has the mailbox then.
  until timestamptz,
  primary key (account_id, since, address)
);

comment on table private.proven_address is 'The addresses that each account proved, for as long as it exists.';

create index proven_address_address on private.proven_address (address);

create function private.keep_proven_address() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update private.proven_address set until = pg_catalog.now()
  where account_id = new.id and until is null and address <> pg_catalog.lower(new.email);
  insert into private.proven_address (account_id, address)
  select new.id, pg_catalog.lower(new.email)
  where not exists (select from private.proven_address where account_id = new.id and until is null)
  on conflict (account_id, since, address) do update set until = null;
  return null;
end;
$$;

create trigger proven_address_is_kept after insert or update on auth.users
  for each row when (new.email is not null and new.email_confirmed_at is not null)
  execute function private.keep_proven_address();

-- Whose address this was at that moment; before anybody proved it, whoever was the first to.
create function private.who_proved(p_address text, p_at timestamptz) returns uuid
language sql
stable
set search_path = ''
as $$
  select account_id
  from private.proven_address
  where address = pg_catalog.lower(p_address) and (until is null or until >= p_at)
  order by since
  limit 1;
$$;

-- Every column that holds an address, which its table enters here. A test compares this with the columns that there are.
create table private.address_column (
  kept_in regclass not null,
  column_name name not null,
  -- What becomes of it with the account of who proved the address: the row goes, or only the address; or it hangs on the
  -- account by a key of its own; or it is the public address of a desk or a government, and stays.
  on_leaving text not null check (on_leaving in ('row', 'value', 'key', 'stays')),
  -- The column that says when somebody gave the address, for what they may have given without an account.
  given_at name,
  -- Where `export_my_account` tells it.
  told_as text,
  primary key (kept_in, column_name),
  check ((on_leaving in ('row', 'value')) = (given_at is not null and told_as is not null))
);

comment on table private.address_column is 'Where addresses are kept, and what becomes of them when somebody leaves.';

insert into private.address_column (kept_in, column_name, on_leaving) values
  ('public.local_government', 'email', 'stays'),
  -- Domains, of no person.
  ('public.local_government', 'email_domains', 'stays'),
  ('private.proven_address', 'address', 'key');

-- Whoever deletes the account.
create function private.forget_addresses() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_column private.address_column;
begin
  for v_column in
    select * from private.address_column where on_leaving in ('row', 'value') order by kept_in::text, column_name
  loop
    execute pg_catalog.format(
      case v_column.on_leaving when 'row' then 'delete from %1$s' else 'update %1$s set %2$I = null' end
        || ' where pg_catalog.lower(%2$I) in (select address from private.proven_address where account_id = $1)'
        || ' and private.who_proved(%2$I, %3$I) = $1',
      v_column.kept_in, v_column.column_name, v_column.given_at
    ) using old.id;
  end loop;
  return old;
end;
$$;

create trigger addresses_are_forgotten before delete on auth.users
  for each row execute function private.forget_addresses();

-- For `export_my_account`.
create function private.export_proven_addresses(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'provenAddresses', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('address', proven.address, 'since', proven.since, 'until', proven.until)
        order by proven.since
      )
      from private.proven_address as proven where proven.account_id = p_account_id
    ), '[]')
  );
$$;
