begin;
select no_plan();

select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('eva', 'approved', 'editor');
select tests.make_account('mia', 'approved');
select tests.make_account('lou', 'approved');
select tests.make_account('ann');
select tests.make_account('rik', 'rejected');
select tests.make_account('sus', 'suspended');
update public.profile set phone = '+3291234567', bio = 'Over mij', listed = true where id <> tests.account('lou');
delete from public.email_outbox;

-- Colleagues
select tests.visit();
select throws_ok($$ select public.colleagues() $$, '42501', null, 'a visitor sees no colleagues');
select tests.authenticate_as(tests.account('ann'));
select is_empty($$ select from public.colleagues() $$, 'who waits sees no colleagues');
select tests.authenticate_as(tests.account('rik'));
select is_empty($$ select from public.colleagues() $$, 'nor does who was rejected');
select tests.authenticate_as(tests.account('sus'));
select is_empty($$ select from public.colleagues() $$, 'or suspended');
select tests.authenticate_as(tests.account('mia'));
select set_eq(
  $$ select id from public.colleagues() $$,
  $$ values (tests.account('ada')), (tests.account('eva')), (tests.account('mia')) $$,
  'a member sees approved colleagues who chose to be seen'
);
select results_eq(
  $$ select job_title, phone, bio from public.colleagues() where id = tests.account('eva') $$,
  $$ values ('Vrijwilligerscoach', null::text, null::text) $$, 'with what they chose to show'
);
select tests.authenticate_as(tests.account('eva'));
update public.profile set visible_fields = '{phone}';
select public.pause_account(true);
select tests.authenticate_as(tests.account('mia'));
select is_empty($$ select from public.colleagues() where id = tests.account('eva') $$, 'who pauses is not seen');
select tests.authenticate_as(tests.account('eva'));
select public.pause_account(true);
select public.pause_account(null);
select public.pause_account(false);
select tests.authenticate_as(tests.account('mia'));
select results_eq(
  $$ select job_title, phone, bio from public.colleagues() where id = tests.account('eva') $$,
  $$ values (null::text, '+3291234567', null::text) $$, 'and is after, with another choice'
);
select tests.own();
select is(
  (select array_agg(action order by id) from public.audit_entry
   where account_id = tests.account('eva') and action in ('paused', 'resumed')),
  array['paused', 'resumed'], 'each pause leaves one trace'
);

-- Who shows themselves is announced once, to colleagues of the same government who asked for it
select tests.own();
update public.profile set notifications = '{new_colleague}' where id = tests.account('mia');
delete from public.email_outbox;
select tests.authenticate_as(tests.account('lou'));
update public.profile set listed = true;
select tests.own();
select results_eq(
  $$ select recipient_id, template, params ->> 'colleague' from public.email_outbox $$,
  $$ values (tests.account('mia'), 'new_colleague', 'lou') $$, 'a new colleague is announced to who asked for it'
);
update public.email_outbox set status = 'dead';
select tests.authenticate_as(tests.account('lou'));
update public.profile set listed = false;
select tests.own();
select is_empty($$ select from public.email_outbox $$, 'and no longer once hidden again');

select tests.own();
select * from finish();
rollback;
