/**
 * What a hosted Supabase project has before its first migration: the request roles, the `extensions` schema on the
 * search path, and the default grants on `public`. Does nothing to a database that has migrations: they may have taken
 * default grants away.
 */
export const BOOTSTRAP_SQL = `
do $$
begin
  if to_regclass('supabase_migrations.schema_migrations') is not null then
    return;
  end if;

  if not exists (select from pg_roles where rolname = 'anon') then
    create role anon nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'authenticated') then
    create role authenticated nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'service_role') then
    create role service_role nologin noinherit bypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'authenticator') then
    create role authenticator nologin noinherit;
    grant anon, authenticated, service_role to authenticator;
  end if;

  create schema if not exists extensions;
  grant usage on schema extensions to anon, authenticated, service_role;
  execute format('alter database %I set search_path to "$user", public, extensions', current_database());

  grant usage on schema public to anon, authenticated, service_role;
  alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
  alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
  alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
end;
$$;
`;

/** A setting of the database counts from the next session on; this one needs it too. */
export const SESSION_SQL = `set search_path to "$user", public, extensions`;
