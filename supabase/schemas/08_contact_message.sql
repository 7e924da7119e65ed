-- Messages from the contact form, and the limit that keeps it usable. Written by the server only (service_role): a
-- visitor holding the publishable key cannot get round the limit. Administrators read them by the functions of
-- `37_contact_queue`.

create table public.contact_message (
  id uuid primary key default gen_random_uuid(),
  name text not null check (char_length(btrim(name)) between 1 and 100 and private.is_one_line(name)),
  email text not null check (private.is_mail_address(email)),
  message text not null check (char_length(btrim(message)) between 10 and 5000),
  locale public.locale not null,
  created_at timestamptz not null default now(),
  kind text not null default 'question' check (kind in ('question', 'privacy', 'accessibility', 'security')),
  state text not null default 'new' check (state in ('new', 'in_hand', 'answered', 'closed')),
  -- Who does something about it, or did.
  handled_by uuid references public.profile (id) on delete set null,
  -- By when the law wants an answer.
  due_at timestamptz,
  settled_at timestamptz,
  -- One more with every change: whoever decides says which one they looked at.
  revision integer not null default 1,
  check ((kind = 'privacy') = (due_at is not null)),
  check ((state in ('answered', 'closed')) = (settled_at is not null))
);

comment on table public.contact_message is 'What people wrote in the contact form, for the administrators.';

insert into private.address_column (kept_in, column_name, on_leaving, given_at, told_as)
values ('public.contact_message', 'email', 'row', 'created_at', 'contactMessages');

create index contact_message_created_at on public.contact_message (created_at);
create index contact_message_settled_at on public.contact_message (settled_at) where settled_at is not null;
create index contact_message_handled_by on public.contact_message (handled_by);

alter table public.contact_message enable row level security;
revoke all on public.contact_message from anon, authenticated;
grant insert, select on public.contact_message to service_role;
create policy "no one reads or writes contact messages" on public.contact_message
  for all to anon, authenticated using (false) with check (false);

-- What the privacy page promises: messages and reports about desks and colleagues go 90 days after they were handled, and
-- after a year anyway; rate-limit counters after two days. Cleaned up with every message that comes in, and by
-- the server once a day, so that a quiet form forgets too.
create function private.delete_expired_contact_data() returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from public.contact_message where created_at < pg_catalog.now() - interval '1 year';
  delete from public.contact_message where settled_at < pg_catalog.now() - interval '90 days';
  delete from public.desk_report where created_at < pg_catalog.now() - interval '1 year';
  delete from public.desk_report where state = 'done' and handled_at < pg_catalog.now() - interval '90 days';
  delete from public.colleague_report where created_at < pg_catalog.now() - interval '1 year';
  delete from public.colleague_report where state = 'done' and handled_at < pg_catalog.now() - interval '90 days';
  delete from private.rate_limit where window_start < pg_catalog.now() - interval '2 days';
end;
$$;

-- By when a message of that kind has to be answered: what the law says about somebody's data, a month. Null for no such day.
create function private.answer_due(p_kind text, p_since timestamptz) returns timestamptz
language sql
stable
set search_path = ''
as $$
  select case when p_kind = 'privacy' then p_since + interval '1 month' end;
$$;

grant execute on function private.answer_due(text, timestamptz) to service_role;

-- Stores a message and tells whoever runs the site, or says after how many seconds the sender may try again.
-- `p_sender_key` identifies the sender without naming them. 5 messages an hour per sender. `p_operator_email`: where whoever
-- runs the site reads mail; the administrators where that is not known.
create function public.submit_contact_message(
  p_name text, p_email text, p_message text, p_locale text, p_sender_key text, p_kind text default 'question',
  p_operator_email text default null
) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_wait constant integer := private.hit_rate_limit('contact:' || p_sender_key, 5, interval '1 hour');
begin
  perform private.delete_expired_contact_data();
  if v_wait = 0 then
    insert into public.contact_message (name, email, message, locale, kind, due_at)
    values (
      pg_catalog.btrim(p_name), pg_catalog.btrim(p_email), pg_catalog.btrim(p_message), p_locale, p_kind,
      private.answer_due(p_kind, pg_catalog.now())
    );
    perform private.announce_contact_message(p_operator_email, p_kind);
  end if;
  return v_wait;
end;
$$;

grant execute on function public.submit_contact_message(text, text, text, text, text, text, text) to service_role;

-- For `export_my_account`: what came from an address while it was theirs.
create function private.export_contact_messages(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'contactMessages', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object(
          'name', message.name, 'email', message.email, 'about', message.kind, 'message', message.message,
          'language', message.locale, 'state', message.state, 'at', message.created_at, 'dueAt', message.due_at,
          'settledAt', message.settled_at
        )
        order by message.created_at
      )
      from public.contact_message as message
      where private.who_proved(message.email, message.created_at) = p_account_id
    ), '[]')
  );
$$;

call private.open_doors('service_role', 'delete_expired_contact_data');
