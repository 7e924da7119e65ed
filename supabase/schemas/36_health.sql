-- Whether the database reads and writes, and whether its mail leaves: what `/healthz` asks.

create table private.write_probe (
  id boolean primary key default true check (id),
  tried_at timestamptz not null default now()
);

comment on table private.write_probe is 'One row that is written to find out whether anything can be; nothing of it is kept.';

insert into private.write_probe default values;

-- Writes and takes it back. An error of the database where it cannot write, such as on a full disk.
create function private.try_write() returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
  update private.write_probe set tried_at = pg_catalog.now();
  raise exception 'TAKEN_BACK';
exception when raise_exception then
  return true;
end;
$$;

-- Mail that is due and waits for longer than so many seconds: how many, and how long the oldest.
create function private.late_mail(p_seconds integer) returns table (mails integer, oldest_seconds integer)
language sql
stable
security definer
set search_path = ''
as $$
  select
    pg_catalog.count(*)::integer,
    coalesce(pg_catalog.max(extract(epoch from pg_catalog.now() - mail.created_at)), 0)::integer
  from public.email_outbox as mail
  where mail.status <> 'dead'
    and mail.created_at < pg_catalog.now() - pg_catalog.make_interval(secs => p_seconds)
    -- Not what one mailbox refuses, nor what is kept back on purpose.
    and coalesce(mail.last_error, '') !~ '^(EENVELOPE|EMESSAGE) '
    and (mail.attempts > 0 or mail.next_attempt_at < pg_catalog.now() - pg_catalog.make_interval(secs => p_seconds));
$$;

call private.open_doors('service_role', 'try_write', 'late_mail');
