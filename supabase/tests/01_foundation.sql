-- What holds for every table, now and later.
begin;
select no_plan();

select is(
  (select count(*)::int from pg_class
   where relnamespace in ('public'::regnamespace) and relkind in ('r', 'p') and not relrowsecurity),
  0,
  'every table the Data API exposes has row-level security'
);

select is(
  (select coalesce(string_agg(tables.relname, ', '), '') from pg_class as tables
   where tables.relnamespace = 'public'::regnamespace and tables.relkind in ('r', 'p')
     and not exists (select from pg_policy where polrelid = tables.oid)),
  '',
  'every such table has a policy, if only to say no'
);

select is(
  (select coalesce(string_agg(distinct table_name || ' ' || privilege_type, ', '), '')
   from information_schema.role_table_grants
   where table_schema = 'public' and grantee in ('anon', 'authenticated', 'PUBLIC')
     and privilege_type in ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE')),
  '',
  'no visitor or account may write any table'
);

select is(
  (select coalesce(string_agg(proname, ', ' order by proname), '') from pg_proc
   where pronamespace = 'public'::regnamespace and has_function_privilege('anon', oid, 'execute')),
  'resource_page, search_resources',
  'a visitor may call no function but those that read the knowledge base'
);

select is(has_schema_privilege('anon', 'private', 'usage'), false, 'a visitor has no business in schema private');
select is(
  has_schema_privilege('authenticated', 'private', 'usage'), false, 'nor has somebody who has signed in'
);
select is(has_schema_privilege('anon', 'extensions', 'create'), false, 'a visitor adds nothing to schema extensions');

select is(
  (select coalesce(string_agg(proname, ', '), '') from pg_proc
   where pronamespace in ('public'::regnamespace, 'private'::regnamespace, 'gate'::regnamespace) and prokind = 'f'
     and not exists (select from unnest(proconfig) as setting where setting like 'search_path=%')),
  '',
  'every function of ours fixes its search path'
);

select is(
  (select extnamespace::regnamespace::text from pg_extension where extname = 'postgis'),
  'extensions',
  'PostGIS stays out of the exposed schema'
);

-- What PostgREST runs before a request
select ok(
  exists (
    select from pg_db_role_setting
    where setrole = 'authenticator'::regrole and setdatabase = (select oid from pg_database where datname = current_database())
      and 'pgrst.db_pre_request=gate.before_request' = any (setconfig)
  ),
  'PostgREST asks the gate before every request'
);
select tests.visit();
select lives_ok('select gate.before_request()', 'which lets a request without headers pass');
select set_config('request.headers', jsonb_build_object('prefer', prefer)::text, true),
  lives_ok('select gate.before_request()', 'and one that prefers ' || prefer)
from unnest(array['count=exact', 'return=minimal', 'account=planned']) as prefer;
select set_config('request.headers', jsonb_build_object('prefer', prefer)::text, true),
  throws_ok('select gate.before_request()', 'PT400', 'NO_ESTIMATES', 'but not one that prefers ' || prefer)
from unnest(array['count=planned', 'Count=estimated', 'return=representation, count="planned"']) as prefer;
select tests.own();

select * from finish();
rollback;
