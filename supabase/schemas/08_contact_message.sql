-- Messages from the contact form, and the limit that keeps it usable. Written by the server only (service_role): a
-- visitor holding the publishable key cannot get round the limit. Nobody reads messages through the API yet.

create table public.contact_message (
  id uuid primary key default gen_random_uuid(),
  name text not null check (char_length(btrim(name)) between 1 and 100 and private.is_one_line(name)),
  email text not null check (private.is_mail_address(email)),
  message text not null check (char_length(btrim(message)) between 10 and 5000),
  locale public.locale not null,
  created_at timestamptz not null default now()
);

comment on table public.contact_message is 'What people wrote in the contact form, for the administrators.';

insert into private.address_column (kept_in, column_name, on_leaving, given_at, told_as)
values ('public.contact_message', 'email', 'row', 'created_at', 'contactMessages');

create index contact_message_created_at on public.contact_message (created_at);

alter table public.contact_message enable row level security;
revoke all on public.contact_message from anon, authenticated;
grant insert, select on public.contact_message to service_role;
create policy "no one reads or writes contact messages" on public.contact_message
  for all to anon, authenticated using (false) with check (false);

-- What the privacy page promises: messages go after a year, rate-limit counters after two days, reports about desks and
-- colleagues 90 days after they were handled, and after a year anyway. Cleaned up with every message that comes in, and by
-- the server once a day, so that a quiet form forgets too.
create function private.delete_expired_contact_data() returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from public.contact_message where created_at < pg_catalog.now() - interval '1 year';
  delete from public.desk_report where created_at < pg_catalog.now() - interval '1 year';
  delete from public.desk_report where state = 'done' and handled_at < pg_catalog.now() - interval '90 days';
  delete from public.colleague_report where created_at < pg_catalog.now() - interval '1 year';
  delete from public.colleague_report where state = 'done' and handled_at < pg_catalog.now() - interval '90 days';
  delete from private.rate_limit where window_start < pg_catalog.now() - interval '2 days';
end;
$$;

-- Stores a message, or says after how many seconds the sender may try again. `p_sender_key` identifies the sender
-- without naming them. 5 messages an hour per sender.
create function public.submit_contact_message(
  p_name text, p_email text, p_message text, p_locale text, p_sender_key text
) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_wait constant integer := private.hit_rate_limit('contact:' || p_sender_key, 5, interval '1 hour');
begin
  perform private.delete_expired_contact_data();
  if v_wait = 0 then
    insert into public.contact_message (name, email, message, locale)
    values (pg_catalog.btrim(p_name), pg_catalog.btrim(p_email), pg_catalog.btrim(p_message), p_locale);
  end if;
  return v_wait;
end;
$$;

grant execute on function public.submit_contact_message(text, text, text, text, text) to service_role;

-- For `export_my_account`: what came from an address while it was theirs.
create function private.export_contact_messages(p_account_id uuid) returns jsonb
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

call private.open_doors('service_role', 'delete_expired_contact_data');
