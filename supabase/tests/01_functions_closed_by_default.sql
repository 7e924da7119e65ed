begin;
select no_plan();

create function public.new_function() returns integer language sql as 'select 1';
create function private.new_function() returns integer language sql as 'select 1';

select is(has_function_privilege('anon', 'public.new_function()', 'execute'), false, 'a visitor calls no new function');
select is(
  has_function_privilege('authenticated', 'public.new_function()', 'execute'), false, 'nor does an account'
);
select is(has_function_privilege('anon', 'private.new_function()', 'execute'), false, 'a visitor calls no inner one');
select is(
  has_function_privilege('authenticated', 'private.new_function()', 'execute'), false, 'nor does an account'
);
select is(
  (select coalesce(string_agg(proname, ', ' order by proname), '') from pg_proc
   where pronamespace = 'private'::regnamespace and prokind = 'f'
     and has_function_privilege('anon', oid, 'execute')),
  'search_resources, takes_part',
  'a visitor calls no function that was there already, but the search and the one that a policy asks'
);

select tests.visit();
select throws_ok('select public.new_function()', '42501', null, 'and is so when it is tried');

select tests.own();
select * from finish();
rollback;
