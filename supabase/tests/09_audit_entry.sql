begin;
select no_plan();

select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('eva', 'approved', 'editor');
select tests.make_account('ann');

-- Append-only, for the owner of the database too
select isnt_empty(
  $$ select from public.audit_entry where action = 'registered' and account_id = tests.account('ann') $$,
  'what happens is written down'
);
select throws_ok(
  $$ update public.audit_entry set action = 'left' $$, '42501', 'APPEND_ONLY', 'and changed by nobody'
);
select throws_ok($$ delete from public.audit_entry $$, '42501', 'APPEND_ONLY', 'deleted by nobody');
select throws_ok($$ truncate public.audit_entry $$, '42501', 'APPEND_ONLY', 'emptied by nobody');
select throws_ok(
  $$ insert into public.audit_entry (action) values ('guessed') $$, '23514', null, 'an action is one of those that exist'
);
select throws_ok(
  $$ insert into public.audit_entry (action, details) values ('left', '"text"') $$, '23514', null, 'details are an object'
);
select is(
  private.without_contacts('{"a": "Bel\n+3292101010 of\nfoo@proefdorp.example", "b": ["x@y.be", 1, null], "c": {}}'),
  '{"a": "Bel\n… of\n…", "b": ["…", 1, null], "c": {}}'::jsonb, 'addresses and telephone numbers are taken out of any text'
);
select is_empty(
  $$ select from public.audit_entry as entry, public.profile as person
     where entry.details::text ilike '%' || person.full_name || '%' $$,
  'no entry names a person'
);

select tests.visit();
select throws_ok($$ select from public.audit_entry $$, '42501', null, 'a visitor reads no trail');
select throws_ok(
  $$ select last_value from public.audit_entry_id_seq $$, '42501', null, 'nor how long it is'
);
select throws_ok($$ select private.record_audit('left', null) $$, '42501', null, 'nor writes it');

select tests.authenticate_as(tests.account('eva'));
select is_empty($$ select from public.audit_entry $$, 'an editor reads no trail');
select throws_ok(
  $$ insert into public.audit_entry (action) values ('left') $$, '42501', null, 'and writes none'
);
select throws_ok($$ select last_value from public.audit_entry_id_seq $$, '42501', null, 'nor counts it');

select tests.authenticate_as(tests.account('ada'));
select isnt_empty($$ select from public.audit_entry $$, 'an administrator reads the trail');
select throws_ok($$ insert into public.audit_entry (action) values ('left') $$, '42501', null, 'but writes none');
select throws_ok($$ update public.audit_entry set details = '{}' $$, '42501', null, 'changes none');
select throws_ok($$ delete from public.audit_entry $$, '42501', null, 'deletes none');
select throws_ok($$ truncate public.audit_entry $$, '42501', null, 'and empties it not');

select tests.serve();
select throws_ok($$ select from public.audit_entry $$, '42501', null, 'the server does not read it');
select throws_ok($$ insert into public.audit_entry (action) values ('left') $$, '42501', null, 'nor writes it');

select tests.own();
-- No way to reach anybody
select private.record_audit('imported', null, null, '{"a": "Bel An op +32470123456 of an.peeters@gent.example", "b": ["x@y.example", 7], "c": {"d": "@thuis"}}');
select is(
  (select details from public.audit_entry order by id desc limit 1),
  '{"a": "Bel An op … of …", "b": ["…", 7], "c": {"d": "@thuis"}}'::jsonb, 'addresses and numbers are left out'
);
select throws_ok(
  $$ insert into public.audit_entry (action, details) values ('imported', '{"email": "an@gent.example"}') $$, '23514', null,
  'whoever writes'
);
select throws_ok(
  $$ insert into public.audit_entry (action, details) values ('imported', '{"phone": "+32470123456"}') $$, '23514', null, 'numbers too'
);
select is_empty(
  $$ select proname from pg_proc where prosrc ~ 'insert into public\.audit_entry' and proname <> 'record_audit' $$,
  'and one function writes'
);

select * from finish();
rollback;
