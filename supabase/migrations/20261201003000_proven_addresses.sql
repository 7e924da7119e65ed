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
  ('private.proven_address', 'address', 'key'),
  ('public.volunteer_desk', 'email', 'stays');
insert into private.address_column (kept_in, column_name, on_leaving, given_at, told_as) values
  ('public.contact_message', 'email', 'row', 'created_at', 'contactMessages'),
  ('public.desk_report', 'email', 'value', 'created_at', 'deskReports'),
  ('public.email_outbox', 'to_address', 'row', 'created_at', 'waitingMail');

-- Which ones an account had before this is known to nobody.
insert into private.proven_address (account_id, address, since)
select id, pg_catalog.lower(email), email_confirmed_at
from auth.users where email is not null and email_confirmed_at is not null;

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

drop trigger reporter_is_forgotten on auth.users;
drop function private.forget_reporter();

-- With the auth user, all that hangs on it goes, and what administrators wrote about the person: whoever deletes it. What
-- the person wrote to us goes by `forget_addresses`. What remains are ids that lead nowhere.
create or replace function private.forget_traces() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.account_decision set reason = null where account_id = old.id;
  perform private.withdraw_announcement(old.id);
  -- Who wrote whom stands in these keys for two days.
  delete from private.rate_limit where key like '%' || old.id || '%';
  -- Auth keeps a log of its own, with addresses, and the steps of signing in.
  delete from auth.audit_log_entries where payload ->> 'actor_id' = old.id::text;
  delete from auth.flow_state where user_id = old.id;
  return old;
end;
$$;

-- At once and for good, whatever the status of the account.
-- Errors: 42501 NO_ACCOUNT; P0001 LAST_ADMIN.
create or replace function private.leave_account() returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me public.profile;
  v_address text;
begin
  select * into v_me from public.profile where id = private.current_account_id() for update;
  if not found then
    raise insufficient_privilege using message = 'NO_ACCOUNT';
  end if;
  select email into v_address from auth.users where id = v_me.id and email_confirmed_at is not null;
  perform private.record_audit('left', v_me.id, v_me.local_government_id);
  delete from auth.users where id = v_me.id;
  -- After all mail to that address has gone: the last one.
  insert into public.email_outbox (template, locale, to_address, params)
  select 'account_left', v_me.locale, v_address, pg_catalog.jsonb_build_object('name', v_me.full_name)
  where v_address is not null;
end;
$$;

-- For `export_my_account`: what came from an address while it was theirs.
create or replace function private.export_contact_messages(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'contactMessages', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('name', message.name, 'message', message.message, 'at', message.created_at)
        order by message.created_at
      )
      from public.contact_message as message
      where private.who_proved(message.email, message.created_at) = p_account_id
    ), '[]')
  );
$$;

-- For `export_my_account`: what came from an address while it was theirs.
create or replace function private.export_desk_reports(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'deskReports', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('desk', desk.name, 'message', report.message, 'at', report.created_at)
        order by report.created_at
      )
      from public.desk_report as report
      join public.volunteer_desk as desk on desk.id = report.desk_id
      where private.who_proved(report.email, report.created_at) = p_account_id
    ), '[]')
  );
$$;

-- For `export_my_account`: mail that waits, without what lets somebody in.
create or replace function private.export_mail(p_account_id uuid) returns jsonb
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

create or replace function private.export_contact_answers(p_account_id uuid) returns jsonb
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

-- Not an address that waits to be confirmed: that it is there would tell that it is nobody else's.
-- Errors: 42501 NO_ACCOUNT.
create or replace function private.export_my_account() returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.current_account_id();
  v_export jsonb;
begin
  if v_me is null then
    raise insufficient_privilege using message = 'NO_ACCOUNT';
  end if;
  v_export := pg_catalog.jsonb_build_object('exportedAt', pg_catalog.now())
    || private.export_account(v_me)
    || private.export_proven_addresses(v_me)
    || private.export_history(v_me)
    || private.export_mail(v_me)
    || private.export_decisions(v_me)
    || private.export_contact_messages(v_me)
    || private.export_contact_answers(v_me)
    || private.export_changes(v_me)
    || private.export_desk_reports(v_me)
    || private.export_desk_upkeep(v_me)
    || private.export_expertise(v_me)
    || private.export_blocks_and_reports(v_me)
    || private.export_follows(v_me);
  -- Once a day says enough.
  if not exists (
    select from public.audit_entry
    where account_id = v_me and action = 'exported' and happened_at > pg_catalog.now() - interval '1 day'
  ) then
    perform private.record_audit('exported', v_me);
  end if;
  return v_export;
end;
$$;
