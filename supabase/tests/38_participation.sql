begin;
select no_plan();

select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('eva', 'approved', 'editor');
select tests.make_account('mia', 'approved');
create temporary table here as
  select local_government_id as id from public.profile where id = tests.account('eva');
create temporary table elsewhere as
  select id from public.local_government
  where nis_code <> (select nis_code from public.local_government where id = (select id from here)) limit 1;
grant select on here, elsewhere to anon, authenticated, service_role;
update public.local_government set participating_since = null, participating_until = null, email_domains = '{}';
delete from public.email_outbox;

-- Asking
select tests.visit();
select throws_ok($$ select public.ask_to_take_part() $$, '42501', null, 'a visitor asks nothing');
select throws_ok($$ select * from public.participation_request $$, '42501', null, 'and sees no questions');
select tests.authenticate_as(tests.account('mia'));
select throws_ok($$ select public.ask_to_take_part() $$, '42501', 'EDITOR_ONLY', 'nor does a member');
select tests.authenticate_as(tests.account('eva'));
select is(public.ask_to_take_part(), 'asked', 'an editor asks to take part');
select is(public.ask_to_take_part(), 'asked', 'again is the same question');
select results_eq(
  $$ select local_government_id from public.participation_request $$, $$ select id from here $$, 'and sees it'
);
select tests.own();
select results_eq(
  $$ select template, recipient_id, params ->> 'count' from public.email_outbox $$,
  $$ values ('new_request', tests.account('ada'), '1') $$, 'administrators hear of it, once'
);

-- Deciding
select tests.authenticate_as(tests.account('eva'));
select throws_ok(
  $$ select public.set_participation((select id from here), '2026-01-01', null, null, null) $$, '42501', 'ADMIN_ONLY',
  'an editor decides nothing'
);
select tests.authenticate_as(tests.account('ada'));
select is(
  public.set_participation((select id from here), '2020-01-01', null, '2019-01-01', null), 'changed_meanwhile',
  'what was not seen is not decided on'
);
select is(
  public.set_participation((select id from here), current_date + 2, null, null, null), 'not_a_period', 'not from a day to come'
);
select is(
  public.set_participation((select id from here), '2020-01-01', '2019-01-01', null, null), 'not_a_period',
  'nor backwards'
);
select is(public.set_participation(gen_random_uuid(), null, null, null, null), 'not_found', 'nor nothing');
select is(public.set_participation((select id from here), '2020-01-01', null, null, null), 'done', 'it takes part');
select is(
  public.set_participation((select id from here), '2020-01-01', null, '2020-01-01', null), 'unchanged', 'and does already'
);
select is_empty($$ select from public.participation_request $$, 'the question is answered');
select is(
  public.set_participation((select id from here), '2020-01-01', '2021-01-01', '2020-01-01', null), 'done', 'it ends'
);
select is(
  public.set_participation((select id from here), '2022-01-01', null, '2020-01-01', '2021-01-01'), 'done', 'and begins anew'
);
select results_eq(
  $$ select action, actor_id, details from public.audit_entry
     where local_government_id = (select id from here) and action like 'participation%' order by id $$,
  $$ values
    ('participation_asked', tests.account('eva'), '{}'::jsonb),
    (
      'participation_changed', tests.account('ada'),
      '{"since": "2020-01-01", "until": null, "sinceBefore": null, "untilBefore": null}'
    ),
    (
      'participation_changed', tests.account('ada'),
      '{"since": "2020-01-01", "until": "2021-01-01", "sinceBefore": "2020-01-01", "untilBefore": null}'
    ),
    (
      'participation_changed', tests.account('ada'),
      '{"since": "2022-01-01", "until": null, "sinceBefore": "2020-01-01", "untilBefore": "2021-01-01"}'
    ) $$,
  'what was before is kept'
);
select tests.authenticate_as(tests.account('eva'));
select is(public.ask_to_take_part(), 'takes_part', 'who takes part asks nothing more');

-- Domains
select tests.authenticate_as(tests.account('ada'));
select throws_ok(
  $$ select public.assign_domain(tests.account('ada'), (select id from here), 'gmail.com') $$, '42501', null,
  'an administrator assigns none without the server, which knows the free providers'
);
select tests.own();
set local role service_role;
select throws_ok(
  $$ select public.assign_domain(tests.account('eva'), (select id from here), 'proefdorp.example') $$, 'P0001',
  'NO_ADMIN', 'for an editor the server assigns none'
);
select is(
  public.assign_domain(tests.account('ada'), (select id from here), 'proefdorp.example'), 'done', 'for an administrator it does'
);
select is(
  public.assign_domain(tests.account('ada'), (select id from here), 'proefdorp.example'), 'unchanged', 'once'
);
select is(
  public.assign_domain(tests.account('ada'), (select id from elsewhere), v), 'taken', v || ' has an owner'
) from unnest(array['proefdorp.example', 'mail.proefdorp.example']) as v;
select is(
  public.assign_domain(tests.account('ada'), (select id from elsewhere), v), 'not_a_domain', v || ' is none'
) from unnest(array['example', 'xn--gnt-bdd.be', 'Gent.be', 'gеnt.be', 'a b.be', '', '.be']) as v;
select tests.authenticate_as(tests.account('eva'));
select throws_ok(
  $$ select public.withdraw_domain((select id from here), 'proefdorp.example') $$, '42501', 'ADMIN_ONLY',
  'an editor takes none away'
);
select tests.authenticate_as(tests.account('ada'));
select is(public.withdraw_domain((select id from here), 'proefdorp.example'), 'done', 'an administrator takes it away');
select is(public.withdraw_domain((select id from here), 'proefdorp.example'), 'unchanged', 'once');
select results_eq(
  $$ select action, actor_id, details from public.audit_entry
     where local_government_id = (select id from here) and action like 'domain%' order by id $$,
  $$ values ('domain_assigned', tests.account('ada'), '{"domain": "proefdorp.example"}'::jsonb),
    ('domain_withdrawn', tests.account('ada'), '{"domain": "proefdorp.example"}') $$,
  'both are kept'
);

select tests.own();
select * from finish();
rollback;
