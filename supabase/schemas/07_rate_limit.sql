-- How often something may happen, for who has no account and for who has one.

-- Fixed windows per key. The key is a keyed hash made by the server: no address of a visitor is kept.
create table private.rate_limit (
  key text not null check (char_length(key) between 1 and 200),
  window_start timestamptz not null,
  hits integer not null default 1,
  primary key (key, window_start)
);

comment on table private.rate_limit is 'Hits per hashed key and time window; shared by all server processes.';

create index rate_limit_window_start on private.rate_limit (window_start);

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

grant execute on function private.hit_rate_limit(text, integer, interval) to service_role;
-- Counts one hit, when the last one that was allowed is long enough ago: to the moment, unlike a window. Returns 0 when it
-- is allowed, otherwise the seconds to wait.
create function private.hit_pause(p_key text, p_pause interval) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_last timestamptz;
begin
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext(p_key));
  select max(window_start) into v_last from private.rate_limit where key = p_key;
  if v_last + p_pause > pg_catalog.now() then
    return pg_catalog.ceil(extract(epoch from (v_last + p_pause - pg_catalog.now())));
  end if;
  insert into private.rate_limit (key, window_start) values (p_key, pg_catalog.now()) on conflict do nothing;
  return 0;
end;
$$;
