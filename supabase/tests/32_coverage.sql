begin;
select no_plan();

-- Nothing is counted yet.
delete from public.coverage_snapshot;
select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('eva', 'approved', 'editor');
select tests.make_account('ann');
select tests.make_municipality('99002');
select tests.make_local_government('99002', '2024-01-01');
select tests.make_municipality('99003');
select tests.make_local_government('99003', '2024-01-01', '2025-01-01');
select tests.make_municipality('99004');
update public.municipality set valid_to = '2025-01-01', succeeded_by = '99000' where nis_code = '99004';
select tests.make_local_government('99004', '2024-01-01');
create function pg_temp.at(p_nis text) returns uuid language sql as $$
  select id from public.local_government where nis_code = p_nis;
$$;
create function pg_temp.counted() returns table (month date, more integer, participating integer, with_desk integer)
language sql as $$
  select snapshot.month, snapshot.municipalities - (
    select count(*) from public.municipality where province_code = '40000' and valid_to is null and nis_code not like '99%'
  )::integer, snapshot.participating, snapshot.with_desk
  from public.coverage_snapshot as snapshot
  where province_code = '40000';
$$;
grant execute on function pg_temp.counted() to authenticated;
select tests.make_desk(pg_temp.at('99002'), 'loket-verborgen', false);
select tests.make_desk(pg_temp.at('99003'), 'loket-gestopt', true);

-- Who counts, and who reads
select tests.visit();
select throws_ok('select public.record_coverage()', '42501', null, 'a visitor records nothing');
select throws_ok('select from public.coverage_snapshot', '42501', null, 'nor reads it');
select throws_ok('select public.sought_expertise()', '42501', null, 'nor what is looked for');
select tests.authenticate_as(tests.account('ada'));
select throws_ok('select public.record_coverage()', '42501', null, 'an administrator does not record either');
select tests.serve();
select lives_ok('select public.record_coverage()', 'the server does');
select throws_ok('select from public.coverage_snapshot', '42501', null, 'and does not read it');
select throws_ok('select public.sought_expertise()', '42501', null, 'nor what is looked for');
select tests.authenticate_as(tests.account('eva'));
select is_empty('select from public.coverage_snapshot', 'an editor reads none');
select is_empty('select public.sought_expertise()', 'nor what is looked for');
select tests.authenticate_as(tests.account('ann'));
select is_empty('select from public.coverage_snapshot', 'nor does who waits');
select is_empty('select public.sought_expertise()', 'who learns nothing of others');
select tests.authenticate_as(tests.account('ada'));
select is((select count(*) from public.coverage_snapshot), 6::bigint, 'an administrator reads a row a province');
select throws_ok('delete from public.coverage_snapshot', '42501', null, 'and changes none');
select throws_ok('update public.coverage_snapshot set with_desk = 0', '42501', null, 'in no way');
select results_eq(
  'select * from pg_temp.counted()',
  $$ values (date_trunc('month', now() at time zone 'Europe/Brussels')::date, 3, 2, 0) $$,
  'municipalities of today, those that take part, and none with a desk that nobody sees'
);

-- Counted anew within the month
select tests.own();
update public.volunteer_desk set published = true;
update public.local_government set participating_until = null where nis_code = '99003';
update public.coverage_snapshot set is_example = true;
select tests.make_desk(pg_temp.at('99002'), 'loket-tweede', true);
select tests.serve();
select public.record_coverage();
select tests.authenticate_as(tests.account('ada'));
select results_eq(
  'select more, participating, with_desk from pg_temp.counted()', $$ values (3, 3, 2) $$,
  'a month has one count: the last, where two desks are one municipality'
);
select is_empty('select from public.coverage_snapshot where is_example', 'which is no example any more');
select tests.own();
select throws_ok(
  $$ insert into public.coverage_snapshot (month, province_code, municipalities, participating, with_desk)
     values ('2026-01-02', '40000', 1, 1, 1) $$,
  '23514', null, 'a month begins on its first day'
);
select throws_ok(
  $$ insert into public.coverage_snapshot (month, province_code, municipalities, participating, with_desk)
     values ('2026-01-01', '40000', 2, 1, 2) $$,
  '23514', null, 'and who has a desk takes part'
);

-- Looked for, and offered in the same province: of who chose to show it
select tests.make_account(name, status, 'member', pg_temp.at(nis))
from (values
  ('zoe', 'approved', '99002'), ('zed', 'approved', '99002'), ('nel', 'approved', '99000'), ('pau', 'approved', '99000'),
  ('hid', 'approved', '99000'), ('sus', 'suspended', '99000'), ('kim', 'approved', '99000')
) as person (name, status, nis);
update public.profile set listed = true where id <> tests.account('hid');
update public.profile set paused_at = now() where id = tests.account('pau');
update public.profile set visible_fields = '{}' where id = tests.account('kim');
insert into public.profile_expertise (profile_id, topic_id, direction)
select tests.account(name), topic.id, direction
from (values
  ('zoe', 'crisis', 'sought'), ('zed', 'crisis', 'sought'), ('zoe', 'beleid', 'sought'), ('nel', 'crisis', 'offered'),
  ('pau', 'crisis', 'offered'), ('hid', 'crisis', 'offered'), ('sus', 'crisis', 'offered'), ('kim', 'crisis', 'offered'),
  ('pau', 'jongeren', 'sought'), ('hid', 'jongeren', 'sought'), ('sus', 'jongeren', 'sought'), ('kim', 'jongeren', 'sought')
) as kept (name, slug, direction)
join public.expertise_topic as topic using (slug);
select tests.authenticate_as(tests.account('ada'));
select set_eq(
  'select * from public.sought_expertise()',
  $$ values ('99002', 'crisis', 2::bigint, 1::bigint), ('99002', 'beleid', 1, 0) $$,
  'an administrator sees what is looked for, and how many offer it near; nobody hidden counts, either way'
);
select tests.own();
update public.municipality set province_code = '10000' where nis_code = '99000';
select tests.authenticate_as(tests.account('ada'));
select set_eq(
  'select * from public.sought_expertise()',
  $$ values ('99002', 'crisis', 2::bigint, 0::bigint), ('99002', 'beleid', 1, 0) $$, 'not in another province'
);

select tests.own();
select * from finish();
rollback;
