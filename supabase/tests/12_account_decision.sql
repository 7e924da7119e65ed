begin;
select no_plan();

select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('bob', 'approved', 'admin');
select tests.make_account('eva', 'approved', 'editor');
select tests.make_account('mia', 'approved');
select tests.make_account(name) from unnest(array['p1', 'p2', 'p3', 'p4', 'p5']) as name;
select tests.register('onbevestigd', tests.form('Onbevestigd', (
  select local_government_id from public.profile where id = tests.account('p1')
)));
select tests.register('zonder', tests.form('Zonder'), now());
-- Waits, with the rights of an administrator: none.
select tests.make_account('wacht');
delete from public.email_outbox;

create function pg_temp.decide(p_name text, p_decision text default 'approved', p_reason text default null)
returns text language sql as $$
  select outcome from tests.decide_accounts(array[tests.account(p_name)], p_decision, p_reason, 600);
$$;
create function pg_temp.undo(p_name text) returns text language sql as $$
  select public.undo_decision(
    (select id from public.account_decision where account_id = tests.account(p_name) order by decided_at desc limit 1)
  );
$$;
create function pg_temp.state(p_name text) returns text language sql as $$
  select status || ' ' || role from public.profile where id = tests.account(p_name);
$$;
grant execute on function pg_temp.decide, pg_temp.undo, pg_temp.state to anon, authenticated;

-- Who may not
create function pg_temp.refused(p_who text) returns setof text language plpgsql as $$
declare
  v_call text;
begin
  foreach v_call in array array[
    'select public.decide_accounts(array[tests.account(''p1'')], ''{x}'', ''approved'', null, 0)',
    'select public.decide_accounts(null, null, null, null, null)',
    'select public.undo_decision(gen_random_uuid())',
    'select public.change_account(tests.account(''p1''), ''x'', ''make_admin'', null)'
  ] loop
    return next throws_ok(v_call, '42501', null, p_who || ' may not ' || substr(v_call, 15, 16));
  end loop;
end;
$$;
grant execute on function pg_temp.refused to anon, authenticated;
select tests.visit();
select pg_temp.refused('a visitor');
select throws_ok($$ select from public.account_decision $$, '42501', null, 'a visitor reads no decision');
select tests.authenticate_as(tests.account('p1'));
select pg_temp.refused('who waits');
select tests.authenticate_as(tests.account('mia'));
select pg_temp.refused('a member');
select tests.authenticate_as(tests.account('eva'));
select pg_temp.refused('an editor');
select is_empty($$ select from public.account_decision $$, 'an editor reads no decision');
select throws_ok(
  $$ insert into public.account_decision (account_id, decision, previous_status, previous_role, new_status, new_role)
     values (tests.account('eva'), 'approved', 'pending', 'member', 'approved', 'admin') $$,
  '42501', null, 'and writes no decision'
);
select throws_ok($$ select private.is_admin() $$, '42501', null, 'inner functions are out of reach');
select throws_ok(
  $$ select private.decide(null::public.profile, 'approved', 'approved', 'admin', null, null) $$, '42501', null,
  'the one that decides too'
);
select tests.serve();
select throws_ok(
  $$ select public.decide_accounts(array[tests.account('p1')], '{x}', 'approved', null, 0) $$, '42501', null,
  'the server decides nothing on its own'
);
select throws_ok($$ update public.account_decision set reason = 'x' $$, '42501', null, 'and rewrites no decision');

-- Bad input
select tests.authenticate_as(tests.account('ada'));
select throws_ok($$ select pg_temp.decide('p1', 'perhaps') $$, 'P0001', 'UNKNOWN_DECISION', 'a decision is yes or no');
select throws_ok($$ select pg_temp.decide('p1', null) $$, 'P0001', 'UNKNOWN_DECISION', 'and is made');
select throws_ok($$ select pg_temp.decide('p1', 'rejected') $$, 'P0001', 'REASON_REQUIRED', 'a rejection says why');
select throws_ok($$ select pg_temp.decide('p1', 'rejected', '   ') $$, 'P0001', 'REASON_REQUIRED', 'in words');
select throws_ok(
  $$ select pg_temp.decide('p1', 'rejected', repeat('x', 2001)) $$, '23514', null, 'at most 2000 characters of them'
);
select throws_ok(
  $$ select tests.decide_accounts(array_fill(gen_random_uuid(), array[201]), 'approved', null, 0) $$,
  'P0001', 'TOO_MANY', 'at most 200 at once'
);
select is_empty($$ select from tests.decide_accounts(null, 'approved', null, 0) $$, 'nobody is decided on by nothing');
select is_empty($$ select from tests.decide_accounts('{}', 'approved', null, 0) $$, 'or an empty pile');
select is_empty($$ select from tests.decide_accounts(array[null]::uuid[], 'approved', null, null) $$, 'or no id');
select is(pg_temp.state('p1'), 'pending member', 'after all that the request still waits');

-- Outcomes
select set_eq(
  $$ select account_id, outcome from tests.decide_accounts(array[
       tests.account('p1'), tests.account('p1'), tests.account('p2'), tests.account('onbevestigd'), tests.account('zonder'),
       tests.account('ada'), tests.account('niemand')], 'approved', ' Welkom! ', 600) $$,
  $$ values (tests.account('p1'), 'done'), (tests.account('p2'), 'done'), (tests.account('onbevestigd'), 'unconfirmed'),
       (tests.account('zonder'), 'incomplete'), (tests.account('ada'), 'own_account'), (tests.account('niemand'), 'not_found') $$,
  'many are decided at once, each with its own outcome'
);
select is(pg_temp.state('p1'), 'approved member', 'who is approved is a member');
select is(pg_temp.state('onbevestigd'), 'pending member', 'who has not proved the address is not');
select is(pg_temp.decide('zonder', 'rejected', 'Onvolledig'), 'done', 'a request without a government can be rejected');
select is(pg_temp.decide('onbevestigd', 'rejected', 'Onbekend'), 'done', 'and so can one of an unproved address');
select tests.own();
select is(
  (select count(*)::int from public.email_outbox where recipient_id = tests.account('onbevestigd')), 0,
  'to which no mail goes'
);
select results_eq(
  $$ select template, params, next_attempt_at - now() from public.email_outbox
     where recipient_id = tests.account('p1') $$,
  $$ values ('account_approved', '{"name": "p1", "role": "member", "reason": "Welkom!"}'::jsonb, interval '10 minutes') $$,
  'one mail tells it, when it can no longer be undone'
);
select results_eq(
  $$ select decision, reason, previous_status, previous_role, new_status, new_role, decided_by, mail_id is not null
     from public.account_decision where account_id = tests.account('p1') $$,
  $$ values ('approved', 'Welkom!', 'pending', 'member', 'approved', 'member', tests.account('ada'), true) $$,
  'one decision is kept'
);
select results_eq(
  $$ select actor_id, details from public.audit_entry where action = 'approved' and account_id = tests.account('p1') $$,
  $$ values (tests.account('ada'), '{}'::jsonb) $$, 'one entry is written, without the reason'
);

-- The second administrator
select tests.authenticate_as(tests.account('bob'));
select results_eq(
  $$ select outcome, decision, decided_by_name from tests.decide_accounts(
       array[tests.account('p1')], 'rejected', 'Nee', 600) $$,
  $$ values ('already_decided', 'approved', 'ada') $$, 'the second administrator is told what the first decided'
);
select is(pg_temp.state('p1'), 'approved member', 'and changes nothing');

-- Undo
select is(pg_temp.undo('p1'), 'undone', 'a decision whose mail has not left is undone, by another one too');
select is(pg_temp.state('p1'), 'pending member', 'the request waits again');
select is(pg_temp.undo('p1'), 'already_undone', 'once');
select is(public.undo_decision(gen_random_uuid()), 'not_found', 'if there was one');
select tests.own();
select is_empty($$ select from public.email_outbox where recipient_id = tests.account('p1') $$, 'its mail is gone');
select is(
  (select undone_by from public.account_decision where account_id = tests.account('p1')), tests.account('bob'),
  'who undid it is kept'
);
select is(
  (select array_agg(action order by id) from public.audit_entry where account_id = tests.account('p1')),
  array['registered', 'approved', 'undone'], 'and so is the whole story'
);
select tests.authenticate_as(tests.account('ada'));
select is(pg_temp.decide('p1', 'rejected', 'Toch niet'), 'done', 'it can be decided again');
select tests.own();
update public.email_outbox set next_attempt_at = now();
update public.email_outbox set attempts = 1 where template = 'account_rejected' and recipient_id = tests.account('p1');
select tests.authenticate_as(tests.account('ada'));
select is(pg_temp.undo('p1'), 'mail_left', 'not when its mail was tried, and may have arrived');
select tests.own();
update public.email_outbox set attempts = 0, last_error = 'Verbinding verbroken.' where recipient_id = tests.account('p1');
select tests.authenticate_as(tests.account('ada'));
select is(pg_temp.undo('p1'), 'mail_left', 'nor when it is due anew after that');
select tests.serve();
create temp table mail as select * from public.claim_mail(100, 60);
grant select on mail to authenticated;
select tests.authenticate_as(tests.account('ada'));
select is(pg_temp.undo('p1'), 'mail_left', 'a decision whose mail is on its way stands');
select tests.serve();
select lives_ok($$ select public.settle_mail(id, lease, null) from mail $$, 'and leaves');
select tests.authenticate_as(tests.account('ada'));
select is(pg_temp.undo('p1'), 'mail_left', 'and whose mail has left');
select is(
  (select mailed_at from public.account_decision where account_id = tests.account('p1') and undone_at is null), now(),
  'with its time'
);
select is(pg_temp.state('p1'), 'rejected member', 'for good');
select is(pg_temp.decide('p3'), 'done', 'a decision');
create temp table first_decision as select id from public.account_decision where account_id = tests.account('p3');
select is(tests.change_account(tests.account('p3'), 'suspend', 'Vergissing'), 'done', 'that was followed by another');
select is((select public.undo_decision(id) from first_decision), 'changed_since', 'is not undone beneath it');
select is(tests.change_account(tests.account('p3'), 'restore', null), 'done', 'also when all looks as before');
select is((select public.undo_decision(id) from first_decision), 'changed_since', 'since it was judged again');
select is(pg_temp.undo('p3'), 'not_found', 'only approvals and rejections are undone');
select tests.own();
delete from auth.users where id = tests.account('p2');
select tests.authenticate_as(tests.account('ada'));
select is(pg_temp.undo('p2'), 'not_found', 'and only of accounts that are there');

-- Suspending, restoring, roles
select is(tests.change_account(tests.account('mia'), 'make_editor', null), 'done', 'a member becomes an editor');
select is(pg_temp.state('mia'), 'approved editor', 'with those rights');
select is(tests.change_account(tests.account('mia'), 'make_editor', null), 'unchanged', 'once');
select throws_ok(
  $$ select tests.change_account(tests.account('mia'), 'suspend', ' ') $$, 'P0001', 'REASON_REQUIRED',
  'a suspension says why'
);
select is(tests.change_account(tests.account('mia'), 'suspend', 'Misbruik'), 'done', 'an editor is suspended');
select is(pg_temp.state('mia'), 'suspended member', 'without the rights');
select is(tests.change_account(tests.account('mia'), 'make_admin', null), 'unchanged', 'a suspended person gets no role');
select is(tests.change_account(tests.account('mia'), 'restore', null), 'done', 'and is restored');
select is(pg_temp.state('mia'), 'approved member', 'as a member');
select is(tests.change_account(tests.account('mia'), 'restore', null), 'unchanged', 'once');
select is(tests.change_account(tests.account('p1'), 'restore', null), 'done', 'a rejection is looked at again');
select is(pg_temp.state('p1'), 'pending member', 'as a request');
select is(tests.change_account(tests.account('p1'), 'make_admin', null), 'changed_meanwhile', 'which gets no role');
select is(tests.change_account(tests.account('niemand'), 'make_admin', null), 'not_found', 'nobody is nobody');
select throws_ok(
  $$ select tests.change_account(tests.account('mia'), 'make_owner', null) $$, 'P0001', 'UNKNOWN_ACTION', 'nor an owner'
);
select throws_ok(
  $$ select tests.change_account(tests.account('mia'), null, null) $$, 'P0001', 'UNKNOWN_ACTION', 'nor changed by nothing'
);
select tests.own();
select set_eq(
  $$ select template from public.email_outbox where recipient_id = tests.account('mia') $$,
  $$ values ('role_changed'), ('account_suspended'), ('account_restored') $$, 'each is told to the person'
);
select results_eq(
  $$ select details from public.audit_entry where action = 'role_changed' and account_id = tests.account('mia') $$,
  $$ values ('{"from": "member", "to": "editor"}'::jsonb) $$, 'and kept, with the roles'
);

-- Nobody decides on themselves, and the last administrator stays
select tests.authenticate_as(tests.account('ada'));
select is(tests.change_account(tests.account('ada'), 'make_member', null), 'own_account', 'nobody changes themselves');
select is(tests.change_account(tests.account('ada'), 'suspend', 'Genoeg'), 'own_account', 'or suspends themselves');
select is(tests.change_account(tests.account('bob'), 'make_member', null), 'done', 'one of two administrators goes');
select throws_ok(
  $$ select private.keep_last_admin() $$, '42501', null, 'what keeps the last one is out of reach'
);
select tests.own();
-- As when the other one was demoted a moment ago, after the question who may do this was answered.
create function pg_temp.demote_last() returns text language plpgsql as $$
begin
  update public.profile set role = 'member' where id = tests.account('ada');
  return 'gone';
exception when raise_exception then
  return sqlerrm;
end;
$$;
select is(pg_temp.demote_last(), 'LAST_ADMIN', 'the other stays, whoever asks');

-- An administrator without a government
select tests.make_account('gov', 'approved', 'admin');
update public.profile set local_government_id = null where id = tests.account('gov');
select tests.authenticate_as(tests.account('ada'));
select is(
  tests.change_account(tests.account('gov'), 'make_member', null), 'incomplete', 'a member belongs to a government'
);
select is(tests.change_account(tests.account('gov'), 'suspend', 'Weg'), 'done', 'suspending needs none');
select is(tests.change_account(tests.account('gov'), 'restore', null), 'incomplete', 'coming back does');

-- What is kept of it
select tests.authenticate_as(tests.account('ada'));
select isnt_empty($$ select from public.account_decision $$, 'decisions are read');
select throws_ok($$ update public.account_decision set reason = 'x' $$, '42501', null, 'and not rewritten');
select throws_ok($$ delete from public.account_decision $$, '42501', null, 'or forgotten');

select tests.own();
select * from finish();
rollback;
