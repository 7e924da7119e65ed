begin;
select no_plan();

select tests.make_municipality('99001');
select tests.make_municipality('99002');
select tests.make_local_government('99001', '2024-01-01');
select tests.make_local_government('99002', '2024-01-01');
create function pg_temp.government(p_nis text) returns uuid language sql stable as $$
  select id from public.local_government where nis_code = p_nis;
$$;
create function pg_temp.desk(p_slug text) returns uuid language sql stable security definer as $$
  select id from public.volunteer_desk where slug = p_slug;
$$;
grant execute on function pg_temp.government, pg_temp.desk to authenticated;
select tests.make_desk(pg_temp.government('99001'), 'zichtbaar', true);
select tests.make_desk(pg_temp.government('99001'), 'van-de-site', false);
select tests.make_desk(pg_temp.government('99002'), 'elders', false);
select tests.make_account('ada', 'approved', 'admin', pg_temp.government('99002'));
select tests.make_account('eva', 'approved', 'editor', pg_temp.government('99001'));
select tests.make_account('els', 'approved', 'editor', pg_temp.government('99001'));
select tests.make_account('mia', 'approved', 'member', pg_temp.government('99001'));
select tests.make_account('sus', 'suspended', 'member', pg_temp.government('99001'));
select tests.make_account('ann', 'pending', 'member', pg_temp.government('99001'));

create temporary table kept (slug text) on commit drop;
insert into kept values ('van-de-site');
grant select on kept to anon, authenticated;
create function pg_temp.hidden() returns setof text language sql stable as $$
  select slug from public.volunteer_desk where slug in ('van-de-site', 'elders') order by 1;
$$;
grant execute on function pg_temp.hidden to anon, authenticated;

-- Who sees a desk that is off the site
select tests.visit();
select is_empty('select pg_temp.hidden()', 'a visitor does not see a desk that is off the site');
select tests.authenticate_as(tests.account('eva'));
select results_eq('select pg_temp.hidden()', 'select slug from kept', 'an editor sees those of the own government');
select tests.authenticate_as(tests.account('mia'));
select is_empty('select pg_temp.hidden()', 'a member does not');
select tests.authenticate_as(tests.account('sus'));
select is_empty('select pg_temp.hidden()', 'nor does who is suspended');
select tests.authenticate_as(tests.account('ada'));
select results_eq('select pg_temp.hidden()', $$ values ('elders'), ('van-de-site') $$, 'an administrator sees all');
select tests.own();

-- History
select is_empty('select from public.directory_revision', 'what is loaded with the database has no history');
update public.volunteer_desk set verified_at = now(), unconfirmed_since = now() where slug = 'zichtbaar';
select is((select revision from public.volunteer_desk where slug = 'zichtbaar'), 1, 'to confirm is no new version');
update public.volunteer_desk set name = 'Nieuwe naam' where slug = 'zichtbaar';
update public.volunteer_desk set published = false where slug = 'zichtbaar';
update public.volunteer_desk set name = name where slug = 'zichtbaar';
select results_eq(
  $$ select revision, content ->> 'name', (content ->> 'published')::boolean from public.directory_revision
     where desk_id = pg_temp.desk('zichtbaar') order by revision $$,
  $$ values (1, 'Proefloket', true), (2, 'Nieuwe naam', true), (3, 'Nieuwe naam', false) $$,
  'every version is kept, the first one too, and nothing else'
);
update public.local_government set description = 'Wij zoeken vrijwilligers.' where nis_code = '99001';
update public.local_government set participating_since = '2024-02-02' where nis_code = '99001';
select results_eq(
  $$ select revision, content ->> 'description' from public.directory_revision where subject = 'government' order by revision $$,
  $$ values (1, null), (2, 'Wij zoeken vrijwilligers.') $$,
  'those of a government''s page too'
);

create function pg_temp.history() returns bigint language sql stable as $$
  select count(*) from public.directory_revision;
$$;
grant execute on function pg_temp.history to anon, authenticated;
select tests.visit();
select throws_ok('select pg_temp.history()', '42501', null, 'a visitor reads no history');
select tests.authenticate_as(tests.account('mia'));
select is(pg_temp.history(), 0::bigint, 'nor does a member');
select tests.authenticate_as(tests.account('sus'));
select is(pg_temp.history(), 0::bigint, 'or who is suspended');
select tests.authenticate_as(tests.account('eva'));
select is(pg_temp.history(), 5::bigint, 'an editor reads that of the own government');
select throws_ok($$ delete from public.directory_revision $$, '42501', null, 'and does not change it');
select throws_ok($$ update public.volunteer_desk set name = 'x' $$, '42501', null, 'nor the directory itself');
select tests.own();
update public.volunteer_desk set name = 'Elders anders' where slug = 'elders';
select tests.authenticate_as(tests.account('eva'));
select is(pg_temp.history(), 5::bigint, 'not that of another government');
select tests.authenticate_as(tests.account('ada'));
select is(pg_temp.history(), 7::bigint, 'an administrator reads all of it');
select tests.own();

-- Who is told
delete from public.email_outbox;
select private.tell_editors('change_waiting', pg_temp.government('99001'), '{"what": "x"}', tests.account('eva'));
select results_eq(
  $$ select recipient_id, topic from public.email_outbox $$, $$ values (tests.account('els'), 'desk_work') $$,
  'the editors of a government are told, without who did it, and none who is suspended'
);
delete from public.email_outbox;
update public.profile set notifications = '{}' where id in (tests.account('els'), tests.account('eva'));
select private.tell_editors('change_waiting', pg_temp.government('99001'), '{}');
select results_eq(
  $$ select recipient_id from public.email_outbox $$, $$ values (tests.account('ada')) $$,
  'where nobody wants to know, the administrators are'
);

select * from finish();
rollback;
