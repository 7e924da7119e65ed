begin;
select no_plan();

select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('bob', 'approved', 'admin');
select tests.make_account('eva', 'approved', 'editor');
select tests.make_account('mia', 'approved');
select tests.make_account(name) from unnest(array['p1', 'p4', 'p5']) as name;
update public.profile set full_name = 'P4' where id = tests.account('p5');
select tests.register('onbevestigd', tests.form('Onbevestigd'));
select tests.authenticate_as(tests.account('bob'));
select tests.change_account(tests.account('ada'), 'make_member', null), tests.change_account(tests.account('eva'), 'suspend', 'Weg');
select tests.change_account(tests.account('ada'), 'make_admin', null), tests.change_account(tests.account('eva'), 'restore', null);
select tests.authenticate_as(tests.account('ada'));
select tests.change_account(tests.account('bob'), 'suspend', 'Weg');
select outcome from tests.decide_accounts(array[tests.account('p1')], 'rejected', 'Onbekend', 600);
select tests.own();
update public.profile set role = 'editor' where id = tests.account('eva');

-- Who may not
select tests.visit();
select throws_ok($$ select public.account_requests(null, 200, 0) $$, '42501', null, 'a visitor reads no request');
select throws_ok($$ select public.members(null, null, null, null, 10, 0) $$, '42501', null, 'nor members');
select throws_ok($$ select public.audit_log(null, null, null, 10) $$, '42501', null, 'nor the trail');
select throws_ok($$ select public.email_domain_owners() $$, '42501', null, 'nor e-mail domains');
select throws_ok($$ select public.applicants(array[tests.account('p1')]) $$, '42501', null, 'nor a known one');
select tests.authenticate_as(tests.account('eva'));
select is_empty($$ select from public.account_requests(null, 200, 0) $$, 'an editor reads no request');
select is_empty($$ select from public.applicants(array[tests.account('p1')]) $$, 'not even a known one');
select is_empty($$ select from public.members(null, null, null, null, 10, 0) $$, 'no member');
select is_empty($$ select from public.audit_log(null, null, null, 10) $$, 'no trail');
select is_empty($$ select from public.email_domain_owners() $$, 'and no e-mail domain');

-- What administrators read
select tests.authenticate_as(tests.account('ada'));
select is(
  (select array_agg(account_id) from public.account_requests(null, 200, 0) where account_id in (tests.account('p4'), tests.account('mia'))),
  array[tests.account('p4')], 'requests are those that wait'
);
select results_eq(
  $$ select email, confirmed_at, 'mia' = any (approved_there), jsonb_path_query_array(duplicates, '$[*].fullName')
     from public.account_requests(null, 200, 0) where account_id = tests.account('p4') $$,
  $$ values ('p4@proefdorp.example', now(), true, '["P4"]'::jsonb) $$, 'with their evidence'
);
select results_eq(
  $$ select to_jsonb(one) from public.applicants(array[tests.account('p4'), tests.account('mia')]) as one $$,
  $$ select to_jsonb(one) - 'total' from public.account_requests(null, 200, 0) as one where account_id = tests.account('p4') $$,
  'the same for a choice of them, as far as they wait'
);
select tests.own();
update public.profile set full_name = 'Ρ 4' where id = tests.account('p5');
select tests.authenticate_as(tests.account('ada'));
select ok(
  (select duplicates @> jsonb_build_array(jsonb_build_object('id', tests.account('p5')))
   from public.applicants(array[tests.account('p4')])),
  'a name that only looks the same is one, here with a Greek letter'
);
select is_empty($$ select from public.applicants(null) $$, 'which may be empty');
select bag_eq(
  $$ select account_id, registered_at from public.account_requests(true, 200, 0) $$,
  $$ select account_id, registered_at from public.account_requests(null, 200, 0) where confirmed_at is not null $$,
  'those who proved their address apart'
);
select bag_eq(
  $$ select account_id, registered_at from public.account_requests(false, 200, 0) $$,
  $$ select account_id, registered_at from public.account_requests(null, 200, 0) where confirmed_at is null $$,
  'from those who did not'
);
select results_eq(
  $$ select account_id, total from public.account_requests(null, 1, 1) $$,
  $$ select account_id, count(*) over () from public.account_requests(null, 200, 0) offset 1 limit 1 $$,
  'a page at a time, with how many there are'
);
select is((select count(*)::int from public.account_requests(null, -5, -5)), 1, 'whatever is asked of it');
select is(
  (select local_government_id from public.email_domain_owners() where domain = 'proefdorp.example'),
  (select id from public.local_government where nis_code = '99000'), 'and whose e-mail domain is whose'
);
select results_eq(
  $$ select email, status, last_reason, total from public.members('MIA@', null, null, null, 10, 0) $$,
  $$ values ('mia@proefdorp.example', 'approved', null::text, 1::bigint) $$, 'members are found by address'
);
select is_empty(
  $$ select from public.members(null, null, null, null, 200, 0) where status = 'pending' $$, 'and are no requests'
);
select is((select count(*)::int from public.members(null, null, null, null, 2, 0)), 2, 'a page at a time');
select is((select count(*)::int from public.members(null, null, null, null, -5, -5)), 1, 'whatever is asked');
select is((select count(*)::int from public.members(null, null, null, null, null, null)), 1, 'or not asked');
select isnt_empty($$ select from public.members(null, 'suspended', null, null, 10, 0) $$, 'by status');
select results_eq(
  $$ select account_id from public.members(null, null, 'admin', null, 10, 0) $$, $$ values (tests.account('ada')) $$,
  'by role'
);
select is_empty($$ select from public.members('%', null, null, null, 10, 0) $$, 'a sign is a sign, no pattern');
select results_eq(
  $$ select action, actor_name, account_name from public.audit_log(null, 'rejected', tests.account('p1'), 10) $$,
  $$ values ('rejected', 'ada', 'p1') $$, 'the trail is read with the names of who is there'
);
select is((select count(*)::int from public.audit_log(null, null, null, null)), 1, 'a part at a time');
select is_empty($$ select from public.audit_log(0, null, null, 10) $$, 'before an entry');

select tests.own();
select * from finish();
rollback;
