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

-- What PostgREST runs before every request, as whoever asks. In a schema that is not exposed: nobody calls it otherwise.
create schema gate;
grant usage on schema gate to anon, authenticated, service_role;

-- An estimated count is the planner's, which reckons with rows that a policy hides: it would tell how many there are. Of two
-- headers of this name PostgREST hands over the last one only, and counts by the first: what stands before it has to join them.
-- Errors: PT400 NO_ESTIMATES, which is answered with 400.
create function gate.before_request() returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if nullif(pg_catalog.current_setting('request.headers', true), '')::jsonb ->> 'prefer'
    ~* '\mcount\s*=\s*"?(planned|estimated)' then
    raise sqlstate 'PT400' using message = 'NO_ESTIMATES', hint = 'Ask for count=exact.';
  end if;
end;
$$;
grant execute on function gate.before_request() to anon, authenticated, service_role;

-- Where it finds it. The embedded backend has no PostgREST, and refuses the same by itself.
do $$
begin
  execute pg_catalog.format(
    'alter role authenticator in database %I set pgrst.db_pre_request = ''gate.before_request''', current_database()
  );
end;
$$;
notify pgrst, 'reload config';

-- A language of the site.
create domain public.locale as text check (value in ('nl', 'fr', 'en'));

-- The classes below are written out: what POSIX calls a control character or a space follows the locale of the database.

-- Without control characters and line ends, marks that turn the direction of what follows, or anything else that nobody
-- sees: all that Unicode calls Default_Ignorable_Code_Point. `onOneLine` of src/lib/domain/text/text.ts leaves nothing else.
create function private.is_one_line(p_text text) returns boolean
language sql
immutable
set search_path = ''
return p_text !~
  '[\u0001-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFF8\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]';

-- The same rule as `isEmailAddress` of src/lib/domain/account/emailAddress.ts.
create function private.is_mail_address(p_text text) returns boolean
language sql
immutable
set search_path = ''
return pg_catalog.char_length(p_text) <= 254 and p_text ~
  pg_catalog.replace(
    '^(?=[^@]{1,64}@)PART(\.PART)*@PART(\.PART)+$', 'PART',
    '[^\u0001-\u0020"(),.:;<>@[\\\]\u007F-\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFF8\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]+'
  );

-- As `toWebAddress` of src/lib/domain/text/webAddress.ts writes it: nothing in it could be read as anything but an address.
create function private.is_web_address(p_text text) returns boolean
language sql
immutable
set search_path = ''
return pg_catalog.char_length(p_text) <= 300 and p_text ~
  '^https?://[a-z0-9_-]+(\.[a-z0-9_-]+)+\.?(:[0-9]{1,5})?([/?#][][!#$%&''()*+,./0-9:;=?@A-Z_a-z~-]*)?$';

-- Constraints ask with the rights of who writes.
grant execute on function private.is_one_line(text), private.is_mail_address(text), private.is_web_address(text)
  to authenticated, service_role;

create domain public.one_line as text check (private.is_one_line(value));

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

-- What writes is called from here, so that an error of a constraint says which, and not the whole row: with the rights of
-- their owner, functions of `private` would show what nobody may read. Filled by `open_doors`.
create schema if not exists plainly;
revoke all on schema plainly from public;

-- For a function of `private` that writes: one of the same name in `plainly`, which hands on its errors without their detail.
create procedure private.refuse_plainly(p_role regrole, p_twin regprocedure)
language plpgsql
set search_path = ''
as $$
declare
  v_twin pg_catalog.pg_proc;
  v_former regprocedure;
  v_call text;
begin
  select * into strict v_twin from pg_catalog.pg_proc where oid = p_twin;
  for v_former in
    select oid from pg_catalog.pg_proc where pronamespace = 'plainly'::regnamespace and proname = v_twin.proname
  loop
    execute pg_catalog.format('drop function %s', v_former);
  end loop;
  v_call := pg_catalog.format(
    'private.%I(%s)', v_twin.proname,
    (select pg_catalog.string_agg('$' || place, ', ' order by place) from pg_catalog.generate_series(1, v_twin.pronargs) as place)
  );
  execute pg_catalog.format(
    $guard$
      create function plainly.%1$I(%2$s) returns %3$s language plpgsql security definer set search_path = '' as $body$
      declare
        v_code text;
        v_said text;
      begin
        %4$s;
      exception when integrity_constraint_violation or data_exception then
        get stacked diagnostics v_code = returned_sqlstate, v_said = message_text;
        raise exception using errcode = v_code, message = v_said;
      end;
      $body$
    $guard$,
    v_twin.proname, pg_catalog.pg_get_function_arguments(p_twin), pg_catalog.pg_get_function_result(p_twin),
    case
      when v_twin.proretset then 'return query select * from ' || v_call
      when v_twin.prorettype = 'void'::regtype then 'perform ' || v_call
      else 'return ' || v_call
    end
  );
  execute pg_catalog.format(
    'revoke all on function plainly.%1$I(%2$s) from public; grant execute on function plainly.%1$I(%2$s) to %3$s',
    v_twin.proname, pg_catalog.pg_get_function_identity_arguments(p_twin), p_role
  );
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
  v_behind text;
begin
  foreach v_name in array p_names loop
    begin
      select
        p.oid, p.provolatile, p.prosecdef, p.proretset, p.proargnames[1:p.pronargs] as arguments
      into strict v_twin
      from pg_catalog.pg_proc as p
      where p.pronamespace = 'private'::regnamespace and p.proname = v_name and p.prokind = 'f';
    exception when no_data_found or too_many_rows then
      raise exception 'UNKNOWN_FUNCTION' using detail = v_name;
    end;
    -- What works with the rights of who asks shows no more than those allow.
    v_behind := case when v_twin.provolatile = 'v' and v_twin.prosecdef then 'plainly' else 'private' end;
    if v_behind = 'plainly' and pg_catalog.to_regproc(pg_catalog.format('public.%I', v_name)) is null then
      call private.refuse_plainly(p_role, v_twin.oid);
    end if;
    execute pg_catalog.format(
      'create function public.%1$I(%2$s) returns %3$s language sql %4$s set search_path = '''' '
        'begin atomic select %5$s %7$s.%1$I(%6$s); end',
      v_name, pg_catalog.pg_get_function_arguments(v_twin.oid), pg_catalog.pg_get_function_result(v_twin.oid),
      case v_twin.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
      case when v_twin.proretset then '* from' else '' end,
      (select pg_catalog.string_agg(pg_catalog.quote_ident(name), ', ' order by place)
        from pg_catalog.unnest(v_twin.arguments) with ordinality as argument (name, place)),
      v_behind
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
