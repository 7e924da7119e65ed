-- What everything else stands on: extensions outside `public`, the schema that the Data API does not expose, and nothing
-- that can be called unless somebody says for whom.

create schema if not exists extensions;
create extension if not exists postgis with schema extensions;

-- Security-definer helpers and operational tables live here. Only the server enters, and the database's own roles.
create schema if not exists private;
revoke all on schema private from public;
grant usage on schema private to service_role;

-- What PUBLIC may do with new functions can only be taken away from everywhere at once: a revoke for one schema has no
-- effect by itself.
alter default privileges revoke execute on functions from public;
-- What Supabase grants on its own.
alter default privileges in schema public revoke execute on functions from anon, authenticated;

-- A language of the site.
create domain public.locale as text check (value in ('nl', 'fr', 'en'));

-- Without control characters, so on one line, or marks that turn the direction of what follows.
create domain public.one_line as text check (value !~ '[[:cntrl:]\u202A-\u202E\u2066-\u2069]');

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

-- What somebody was shown, part by part (an object), as a text that tells which parts say something else by now, and not what
-- they say. A decision brings it along, and is refused when another text comes out of what is decided about.
create function private.fingerprint(p_shown jsonb) returns text
language sql
immutable
set search_path = ''
as $$
  select pg_catalog.string_agg(
    part.key || ':' || pg_catalog.left(
      pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(part.value::text, 'UTF8')), 'hex'), 32
    ),
    ' ' order by part.key collate "C"
  )
  from pg_catalog.jsonb_each(p_shown) as part;
$$;

-- The doors of the Data API: for each of these functions of `private` one of the same name in `public`, which calls it and
-- does nothing else. Both are for `p_role` alone. The body is bound when it is made: who comes through needs no right to
-- use the schema `private`.
-- Errors: UNKNOWN_FUNCTION when there is none of that name, or more than one.
create procedure private.open_doors(p_role regrole, variadic p_names text[])
language plpgsql
set search_path = ''
as $$
declare
  v_name text;
  v_twin record;
begin
  foreach v_name in array p_names loop
    begin
      select p.oid, p.provolatile, p.proretset, p.proargnames[1:p.pronargs] as arguments into strict v_twin
      from pg_catalog.pg_proc as p
      where p.pronamespace = 'private'::regnamespace and p.proname = v_name and p.prokind = 'f';
    exception when no_data_found or too_many_rows then
      raise exception 'UNKNOWN_FUNCTION' using detail = v_name;
    end;
    execute pg_catalog.format(
      'create function public.%1$I(%2$s) returns %3$s language sql %4$s set search_path = '''' '
        'begin atomic select %5$s private.%1$I(%6$s); end',
      v_name, pg_catalog.pg_get_function_arguments(v_twin.oid), pg_catalog.pg_get_function_result(v_twin.oid),
      case v_twin.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
      case when v_twin.proretset then '* from' else '' end,
      (select pg_catalog.string_agg(pg_catalog.quote_ident(name), ', ' order by place)
        from pg_catalog.unnest(v_twin.arguments) with ordinality as argument (name, place))
    );
    -- Whatever the defaults of who runs this are.
    execute pg_catalog.format(
      'revoke all on function public.%1$I(%2$s) from public, anon, authenticated',
      v_name, pg_catalog.pg_get_function_identity_arguments(v_twin.oid)
    );
    execute pg_catalog.format(
      'grant execute on function public.%1$I(%2$s), private.%1$I(%2$s) to %3$s',
      v_name, pg_catalog.pg_get_function_identity_arguments(v_twin.oid), p_role
    );
  end loop;
end;
$$;
