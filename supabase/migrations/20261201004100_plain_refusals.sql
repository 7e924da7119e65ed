-- An error of a constraint in a function that writes for somebody no longer shows the row.

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

-- The doors of the Data API: for each of these functions of `private` one of the same name in `public`, which calls it and
-- does nothing else. Both are for `p_role` alone. The body is bound when it is made: who comes through needs no right to
-- use the schema `private`.
-- Errors: UNKNOWN_FUNCTION when there is none of that name, or more than one.
create or replace procedure private.open_doors(p_role regrole, variadic p_names text[])
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

-- The doors that are there.
do $$
declare
  v_door record;
begin
  for v_door in
    select
      door.oid::regprocedure as door, door.proname,
      -- The server may whatever anybody may: Supabase grants it that on its own.
      coalesce(
        (
          select pg_catalog.array_agg(role::regrole)
          from pg_catalog.unnest(array['anon', 'authenticated']) as role
          where exists (
            select from pg_catalog.aclexplode(door.proacl) as allowed where allowed.grantee = role::regrole::oid
          )
        ),
        array['service_role'::regrole]
      ) as roles
    from pg_catalog.pg_proc as door
    join pg_catalog.pg_proc as twin
      on twin.pronamespace = 'private'::regnamespace and twin.proname = door.proname and twin.prokind = 'f'
    where door.pronamespace = 'public'::regnamespace and door.prosqlbody is not null
      and twin.provolatile = 'v' and twin.prosecdef
    order by door.proname
  loop
    if pg_catalog.cardinality(v_door.roles) <> 1 then
      raise exception 'UNKNOWN_DOOR' using detail = v_door.proname;
    end if;
    execute pg_catalog.format('drop function %s', v_door.door);
    call private.open_doors(v_door.roles[1], v_door.proname);
  end loop;
end;
$$;
