-- What every later migration stands on: extensions outside `public`, and the schema that the Data API does not expose.

create schema if not exists extensions;
create extension if not exists postgis with schema extensions;

-- Security-definer helpers and operational tables live here. Nobody but the database's own roles enters.
create schema if not exists private;
revoke all on schema private from public;

-- Deny by default: a new function is not callable until its migration says for whom.
alter default privileges in schema public revoke execute on functions from public;
alter default privileges in schema private revoke execute on functions from public;

-- One place that knows how an update time is kept.
create function private.set_updated_at() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.updated_at := pg_catalog.now();
  return new;
end;
$$;
