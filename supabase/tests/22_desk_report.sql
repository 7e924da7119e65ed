begin;
select no_plan();

select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('eva', 'approved', 'editor');
select tests.make_account('eli', 'approved', 'editor');
select tests.make_account('mia', 'approved');
select tests.make_account('ann');
select tests.make_municipality('99002');
select tests.make_account('elsa', 'approved', 'editor', tests.make_local_government('99002', '2024-01-01'));
select tests.make_desk(
  (select id from public.local_government where nis_code = '99000'), 'loket-een', true
);
select tests.make_desk(
  (select id from public.local_government where nis_code = '99000'), 'loket-verborgen', false
);
select tests.make_desk(
  (select id from public.local_government where nis_code = '99002'), 'loket-elders', true
);
create function pg_temp.desk(p_slug text) returns uuid language sql security definer as $$
  select id from public.volunteer_desk where slug = p_slug;
$$;
create function pg_temp.report(p_slug text, p_message text default 'De deur was dicht.', p_key text default 'k')
returns integer language sql as $$
  select public.submit_desk_report(pg_temp.desk(p_slug), 'hours', p_message, ' noor@voorbeeld.example ', 'nl', p_key);
$$;
create function pg_temp.the_report() returns uuid language sql security definer as $$
  select id from public.desk_report where desk_id = pg_temp.desk('loket-een') order by id limit 1;
$$;
grant execute on function pg_temp.desk(text), pg_temp.report(text, text, text), pg_temp.the_report()
  to anon, authenticated, service_role;
delete from public.email_outbox;

-- Only the server reports
select tests.visit();
select throws_ok($$ select pg_temp.report('loket-een') $$, '42501', null, 'a visitor cannot get round the limit');
select tests.authenticate_as(tests.account('eva'));
select throws_ok($$ select pg_temp.report('loket-een') $$, '42501', null, 'nor can an editor');
select throws_ok(
  $$ insert into public.desk_report (desk_id, topic, message, locale)
     values (pg_temp.desk('loket-een'), 'hours', 'De deur was dicht.', 'nl') $$,
  '42501', null, 'or write one directly'
);
select tests.serve();
select is(pg_temp.report('loket-een'), 0, 'the server stores a report');
select throws_ok(
  $$ select pg_temp.report('loket-verborgen') $$, 'P0001', 'UNKNOWN_DESK', 'not about a desk that the public does not see'
);
select throws_ok(
  $$ select public.submit_desk_report(gen_random_uuid(), 'hours', 'De deur was dicht.', null, 'nl', 'k') $$,
  'P0001', 'UNKNOWN_DESK', 'or about none at all'
);
select throws_ok($$ select pg_temp.report('loket-een', 'Kort') $$, '23514', null, 'a report says something');
select throws_ok($$ select pg_temp.report('loket-een', repeat('a', 2001)) $$, '23514', null, 'and no book');
select throws_ok(
  $$ select public.submit_desk_report(pg_temp.desk('loket-een'), 'weather', 'De deur was dicht.', null, 'nl', 'k') $$,
  '23514', null, 'about one of the topics'
);
select throws_ok($$ select from public.desk_report $$, '42501', null, 'the server does not read reports');

-- Who keeps the desk is told, once for all that comes in
select is(pg_temp.report('loket-een', 'Het nummer klopt niet.'), 0, 'a second report is stored');
select tests.own();
select results_eq(
  $$ select recipient_id, params ->> 'desk', (params ->> 'count')::integer, topic
     from public.email_outbox order by recipient_id $$,
  $$ select id, 'Proefloket', 2, 'desk_work'
     from unnest(array[tests.account('eva'), tests.account('eli')]) as id order by id $$,
  'the editors of its government get one mail each'
);
select is_empty(
  $$ select from public.email_outbox where params::text ~ 'deur|noor' $$, 'without the words or the address of the reporter'
);
delete from public.email_outbox;
update public.profile set paused_at = now() where id = tests.account('eva');
update public.profile set notifications = '{}' where id = tests.account('eli');
select tests.serve();
select is(pg_temp.report('loket-een'), 0, 'a third report is stored');
select tests.own();
select results_eq(
  'select recipient_id from public.email_outbox', $$ values (tests.account('ada')) $$,
  'where no editor gets it, the administrators do'
);
update public.profile set paused_at = null where id = tests.account('eva');
update public.email_outbox set attempts = 1, status = 'dead';
select tests.authenticate_as(tests.account('ada'));
select ok(public.send_mail_now(id), 'such a mail can be sent anew') from public.email_outbox;

-- 5 an hour
select tests.serve();
select is(pg_temp.report('loket-elders'), 0, 'reports of one sender count together')
from generate_series(1, 2);
select cmp_ok(pg_temp.report('loket-elders'), '>', 0, 'the sixth in an hour has to wait');
select is(pg_temp.report('loket-elders', p_key => 'other'), 0, 'and somebody else has not');
select tests.own();
select is((select count(*) from public.desk_report), 6::bigint, 'what has to wait is not stored');
select is(
  (select distinct email from public.desk_report), 'noor@voorbeeld.example', 'an address is stored without its spaces'
);

-- Who reads
select tests.visit();
select throws_ok('select from public.desk_report', '42501', null, 'a visitor reads no reports');
select tests.authenticate_as(tests.account('ann'));
select is_empty('select from public.desk_report', 'who waits for approval reads none');
select tests.authenticate_as(tests.account('mia'));
select is_empty('select from public.desk_report', 'nor does a member');
select throws_ok(
  'select public.settle_desk_report(pg_temp.the_report(), true, ''x'')', '42501', 'EDITORS_ONLY', 'who handles none either'
);
select tests.authenticate_as(tests.account('elsa'));
select is(
  (select count(*) from public.desk_report), 3::bigint, 'an editor elsewhere reads those of their own desks'
);
select ok(not tests.settle_desk_report(pg_temp.the_report(), true), 'and does not handle those of others');
select tests.authenticate_as(tests.account('ada'));
select is((select count(*) from public.desk_report), 6::bigint, 'an administrator reads all');
select tests.authenticate_as(tests.account('eva'));
select is((select count(*) from public.desk_report), 3::bigint, 'an editor reads those of the own desks');
select throws_ok(
  $$ update public.desk_report set state = 'done', handled_at = now() $$, '42501', null, 'and changes nothing directly'
);

-- Handled
select ok(tests.settle_desk_report(pg_temp.the_report(), true), 'an editor handles a report');
select results_eq(
  'select state, handled_by, handled_at is not null from public.desk_report where id = pg_temp.the_report()',
  $$ values ('done', tests.account('eva'), true) $$, 'and is named'
);
select tests.authenticate_as(tests.account('eli'));
select ok(tests.settle_desk_report(pg_temp.the_report(), true), 'a colleague who does so too is not refused');
select is(
  (select handled_by from public.desk_report where id = pg_temp.the_report()), tests.account('eva'),
  'the first stays named'
);
select ok(tests.settle_desk_report(pg_temp.the_report(), false), 'it can be opened again');
select results_eq(
  'select state, handled_by, handled_at from public.desk_report where id = pg_temp.the_report()',
  $$ values ('open', null::uuid, null::timestamptz) $$, 'as if it never was handled'
);
select ok(not tests.settle_desk_report(gen_random_uuid(), true), 'one that is gone says so');

-- Forgotten in time
select tests.own();
delete from public.desk_report;
insert into public.desk_report (desk_id, topic, message, locale, created_at, state, handled_at)
select pg_temp.desk('loket-een'), 'other', message, 'nl', now() - age,
  case when handled is null then 'open' else 'done' end, now() - handled
from (values
  ('Ouder dan een jaar', interval '1 year 1 minute', null::interval),
  ('Bijna een jaar open', interval '364 days', null),
  ('Lang geleden klaar', interval '100 days', interval '90 days 1 minute'),
  ('Net klaar geraakt', interval '100 days', interval '89 days')
) as reports (message, age, handled);
select tests.serve();
select lives_ok('select public.delete_expired_contact_data()', 'the server forgets');
select tests.own();
select set_eq(
  'select message from public.desk_report', array['Bijna een jaar open', 'Net klaar geraakt'],
  'what was handled goes after 90 days, and all after a year'
);

-- Who leaves
update public.desk_report set email = 'MIA@proefdorp.example', handled_by = tests.account('eva')
where message = 'Net klaar geraakt';
select tests.authenticate_as(tests.account('mia'));
select ok(
  jsonb_path_exists(public.export_my_account(), '$.deskReports[*] ? (@.message == "Net klaar geraakt")'),
  'what somebody reported is in what they take along'
);
select public.leave_account();
select tests.own();
delete from auth.users where id = tests.account('eva');
select results_eq(
  $$ select email, handled_by from public.desk_report where message = 'Net klaar geraakt' $$,
  $$ values (null::text, null::uuid) $$, 'who leaves takes their address and their name along'
);

-- With the desk
delete from public.volunteer_desk where slug = 'loket-een';
select is_empty('select from public.desk_report', 'reports go with their desk');

select * from finish();
rollback;
