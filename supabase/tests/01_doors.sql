-- How a function of `private` gets its door in `public`.
begin;
select no_plan();

create function private.counted("from" integer, p_times integer default 2) returns table (n integer, "user" text)
language sql stable security definer set search_path = '' as $$
  select "from" * i, current_user::text from pg_catalog.generate_series(1, p_times) as i;
$$;
create function private.said(p_word text) returns text language sql security definer set search_path = '' as $$
  select p_word;
$$;
call private.open_doors('authenticated', 'counted', 'said');

select results_eq($$ select n from public.counted(3) $$, $$ values (3), (6) $$, 'a door gives what is behind it, defaults and all');
select is(public.said('x'), 'x', 'a row or a value');
select results_eq(
  $$
    select provolatile, prosecdef, proargnames, pg_get_function_arguments(oid), pg_get_function_result(oid), proconfig
    from pg_proc where oid = 'public.counted'::regproc
  $$,
  $$
    select provolatile, false, proargnames, pg_get_function_arguments(oid), pg_get_function_result(oid), proconfig
    from pg_proc where oid = 'private.counted'::regproc
  $$,
  'it looks the same from outside, but has no rights of its own'
);
select is(has_function_privilege('authenticated', format('%s.%s', schema, function)::regproc, 'execute'), true, 'an account goes in')
from unnest(array['public', 'private']) as schema, unnest(array['counted', 'said']) as function;
select is(has_function_privilege('anon', format('%s.%s', schema, function)::regproc, 'execute'), false, 'a visitor does not')
from unnest(array['public', 'private']) as schema, unnest(array['counted', 'said']) as function;
select throws_ok(
  $$ call private.open_doors('authenticated', 'made_up') $$, 'P0001', 'UNKNOWN_FUNCTION', 'there is no door to nothing'
);
create function private.said(p_word integer) returns integer language sql set search_path = '' as 'select p_word';
select throws_ok(
  $$ call private.open_doors('authenticated', 'said') $$, 'P0001', 'UNKNOWN_FUNCTION', 'nor to one of two'
);
select throws_ok(
  $$ call private.open_doors('authenticated', 'counted') $$, '42723', null, 'nor a second one'
);

-- What a door leads to judges for itself.
select is(
  (
    select coalesce(string_agg(p.proname, ', ' order by p.proname), '')
    from pg_proc as p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef
  ),
  '',
  'nothing in the exposed schema has rights of its own'
);

select * from finish();
rollback;
