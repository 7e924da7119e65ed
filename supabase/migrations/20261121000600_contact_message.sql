-- Messages from the contact form, and the limit that keeps it usable. Written by the server only (service_role): a
-- visitor holding the publishable key cannot get round the limit. Nobody reads messages through the API yet.

create table public.contact_message (
  id uuid primary key default gen_random_uuid(),
  name text not null check (char_length(btrim(name)) between 1 and 100),
  email text not null check (email ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$' and char_length(email) <= 254),
  message text not null check (char_length(btrim(message)) between 10 and 5000),
  locale text not null check (locale in ('nl', 'fr', 'en')),
  created_at timestamptz not null default now()
);

comment on table public.contact_message is 'What people wrote in the contact form, for the administrators.';

alter table public.contact_message enable row level security;
revoke all on public.contact_message from anon, authenticated;
grant insert, select on public.contact_message to service_role;
create policy "no one reads or writes contact messages" on public.contact_message
  for all to anon, authenticated using (false) with check (false);

-- Fixed windows per key. The key is a keyed hash made by the server: no address of a visitor is kept.
create table private.rate_limit (
  key text not null check (char_length(key) between 1 and 200),
  window_start timestamptz not null,
  hits integer not null default 1,
  primary key (key, window_start)
);

comment on table private.rate_limit is 'Hits per hashed key and time window; shared by all server processes.';

-- Counts one hit. Returns 0 when it is allowed, otherwise the seconds until the window ends.
create function private.hit_rate_limit(p_key text, p_limit integer, p_window interval) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_seconds constant double precision := extract(epoch from p_window);
  v_start constant timestamptz := pg_catalog.to_timestamp(
    pg_catalog.floor(extract(epoch from pg_catalog.now()) / v_seconds) * v_seconds
  );
  v_hits integer;
begin
  delete from private.rate_limit where window_start < pg_catalog.now() - interval '2 days';
  insert into private.rate_limit as r (key, window_start) values (p_key, v_start)
  on conflict (key, window_start) do update set hits = r.hits + 1
  returning r.hits into v_hits;
  if v_hits <= p_limit then
    return 0;
  end if;
  return greatest(1, pg_catalog.ceil(extract(epoch from (v_start + p_window - pg_catalog.now()))))::integer;
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
  if v_wait = 0 then
    insert into public.contact_message (name, email, message, locale)
    values (pg_catalog.btrim(p_name), pg_catalog.btrim(p_email), pg_catalog.btrim(p_message), p_locale);
  end if;
  return v_wait;
end;
$$;

revoke all on function public.submit_contact_message (text, text, text, text, text) from public, anon, authenticated;
grant execute on function public.submit_contact_message (text, text, text, text, text) to service_role;
grant usage on schema private to service_role;
revoke all on function private.hit_rate_limit (text, integer, interval) from public;
grant execute on function private.hit_rate_limit (text, integer, interval) to service_role;
