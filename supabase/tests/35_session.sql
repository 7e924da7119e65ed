begin;
select no_plan();

select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('abe', 'approved', 'admin');
select tests.make_account('mia', 'approved');
create temporary table one as
select name, tests.open_session(tests.account(name)) as id from unnest(array['ada', 'mia']) as name;
grant select on one to authenticated;

-- Last used so long ago, as Auth would have it
create function pg_temp.used(p_name text, p_ago interval) returns void language sql security definer as $$
  alter table auth.sessions disable trigger session_stays_ended;
  update auth.sessions set created_at = now() - interval '1 year', refreshed_at = (now() - p_ago) at time zone 'UTC',
    not_after = null
  where id = (select one.id from one where one.name = p_name);
  alter table auth.sessions enable trigger session_stays_ended;
$$;
create function pg_temp.is_in(p_name text) returns boolean language plpgsql as $$
declare
  v_is_in boolean;
begin
  perform tests.resume(tests.account(p_name), (select one.id from one where one.name = p_name));
  select exists (select from public.my_account()) into v_is_in;
  perform tests.own();
  return v_is_in;
end;
$$;

select pg_temp.used('ada', '11 hours 59 minutes'), pg_temp.used('mia', '29 days 23 hours');
select ok(pg_temp.is_in('ada'), 'an administrator is in within twelve hours of last use');
select ok(pg_temp.is_in('mia'), 'somebody else within thirty days');
select pg_temp.used('ada', '12 hours'), pg_temp.used('mia', '30 days');
select ok(not pg_temp.is_in('ada'), 'and then no more');
select ok(not pg_temp.is_in('mia'), 'nor somebody else');
update auth.sessions set refreshed_at = now() at time zone 'UTC', updated_at = now() where id in (select id from one);
select ok(not pg_temp.is_in('ada') and not pg_temp.is_in('mia'), 'a token that Auth renews brings no session back');

-- An administrator who is none any more: what ended does not begin again with the longer time
select pg_temp.used('ada', '13 hours');
update public.profile set role = 'member' where id = tests.account('ada');
select ok(not pg_temp.is_in('ada'), 'a session that ended stays so with another role');
update public.profile set role = 'admin' where id = tests.account('ada');
select pg_temp.used('ada', '11 hours');
update public.profile set role = 'member' where id = tests.account('ada');
select ok(pg_temp.is_in('ada'), 'and one that had not goes on');
update public.profile set role = 'admin' where id = tests.account('ada');

-- As the settings say
select pg_temp.used('ada', '2 hours'), pg_temp.used('mia', '2 days');
select tests.serve();
select public.keep_sessions(1, 1);
select tests.own();
select ok(not pg_temp.is_in('ada') and not pg_temp.is_in('mia'), 'the settings of the server count');
select tests.serve();
select throws_ok('select public.keep_sessions(0, 1)', '23514', null, 'but no session ends before it began');
select public.keep_sessions(12, 30);
select tests.own();
select ok(pg_temp.is_in('ada') and pg_temp.is_in('mia'), 'and count again');
select pg_temp.used('mia', '31 days 1 minute');
select tests.serve();
select public.keep_sessions(12, 30);
select tests.own();
select is_empty($$ select from auth.sessions where id = (select id from one where name = 'mia') $$, 'what ended is forgotten');

-- The list
select tests.visit();
select throws_ok('select from public.my_sessions()', '42501', null, 'a visitor has no sessions');
select throws_ok('select public.keep_sessions(1, 1)', '42501', null, 'nor sets how long they last');
select tests.authenticate_as(tests.account('mia'));
select throws_ok('select public.keep_sessions(1, 1)', '42501', null, 'nor does who has one');
select is((select count(*) from public.my_sessions()), 1::bigint, 'somebody sees their own');
select ok((select is_current from public.my_sessions()), 'and which one this is');
select ok(not public.end_session((select id from one where name = 'ada')), 'nobody ends that of somebody else');
select tests.own();
select isnt_empty($$ select from auth.sessions where id = (select id from one where name = 'ada') $$, 'which stays');
create temporary table other as select tests.open_session(tests.account('mia')) as id;
grant select on other to authenticated;
select tests.authenticate_as(tests.account('mia'));
select is((select count(*) from public.my_sessions()), 3::bigint, 'all of their own');
select ok(public.end_session((select id from other)), 'ends one of them');
select is((select count(*) from public.my_sessions()), 2::bigint, 'which is gone');
select tests.resume(tests.account('mia'), (select id from other));
select is_empty('select from public.my_account()', 'and lets nobody in');

select tests.own();
select * from finish();
rollback;
