-- What the privacy page promises: messages go after a year, rate-limit counters after two days. Cleaned up with every
-- message that comes in, and by the server once a day, so that a quiet form forgets too.

create index contact_message_created_at on public.contact_message (created_at);
create index rate_limit_window_start on private.rate_limit (window_start);

create function private.delete_expired_contact_data() returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from public.contact_message where created_at < pg_catalog.now() - interval '1 year';
  delete from private.rate_limit where window_start < pg_catalog.now() - interval '2 days';
end;
$$;

revoke all on function private.delete_expired_contact_data () from public;
grant execute on function private.delete_expired_contact_data () to service_role;

-- The server's way in: schema `private` is not part of the Data API.
create function public.delete_expired_contact_data() returns void
language sql
set search_path = ''
as $$
  select private.delete_expired_contact_data();
$$;

revoke all on function public.delete_expired_contact_data () from public, anon, authenticated;
grant execute on function public.delete_expired_contact_data () to service_role;

-- As before, and forgets what is due.
create or replace function public.submit_contact_message(
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
