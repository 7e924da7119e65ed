-- Nobody is told an estimate of how many rows there are that they may not see.

-- What PostgREST runs before every request, as whoever asks. In a schema that is not exposed: nobody calls it otherwise.
create schema gate;
grant usage on schema gate to anon, authenticated, service_role;

-- An estimated count is the planner's, which reckons with rows that a policy hides: it would tell how many there are.
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
