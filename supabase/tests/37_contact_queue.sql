begin;
select no_plan();

create function pg_temp.send(p_sender text, p_kind text, p_operator text) returns integer
language sql as $$
  select public.submit_contact_message(
    'Noor', 'noor@voorbeeld.example', 'Welke gegevens hebben jullie?', 'fr', p_sender, p_kind, p_operator
  );
$$;
grant execute on function pg_temp.send to service_role;
select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('abe', 'approved', 'admin');
select tests.make_account('eva', 'approved', 'editor');
delete from public.email_outbox;

-- Whoever runs the site hears of it, once for a few minutes, and nothing of what is in it
select tests.serve();
select is(pg_temp.send('een', 'privacy', 'wij@voorbeeld.example'), 0, 'a message is stored');
select is(pg_temp.send('een', 'question', 'wij@voorbeeld.example'), 0, 'and another');
select tests.own();
select results_eq(
  $$ select to_address, recipient_id, params from public.email_outbox where template = 'contact_message' $$,
  $$ values ('wij@voorbeeld.example', null::uuid, '{"count": 2, "privacy": 1}'::jsonb) $$,
  'two messages are one mail to the operator, without their text'
);
select results_eq(
  $$ select kind, state, due_at = created_at + interval '1 month' from public.contact_message order by kind $$,
  $$ values ('privacy', 'new', true), ('question', 'new', null) $$,
  'what is about data has to be answered within a month'
);
delete from public.email_outbox;
update public.profile set notifications = '{new_request}';
select tests.serve();
select pg_temp.send('twee', 'security', null);
select tests.own();
select is(
  (select count(*)::int from public.email_outbox where template = 'contact_message' and topic = 'new_request'), 2,
  'without an address of theirs, every administrator hears of it'
);
delete from public.contact_message where kind = 'security';
select throws_ok(
  $$ select public.submit_contact_message('X', 'x@voorbeeld.example', 'Een bericht.', 'nl', 'k', 'gossip') $$,
  '23514', null, 'there are only so many kinds'
);

-- Nobody but administrators
create function pg_temp.message(p_kind text) returns uuid language sql security definer as $$
  select id from public.contact_message where kind = p_kind;
$$;
grant execute on function pg_temp.message to anon, authenticated;
select tests.authenticate_as(tests.account('eva'));
select is_empty($$ select * from public.contact_messages(null, null, 200, 0) $$, 'an editor reads no messages');
select throws_ok($$ select * from public.contact_message $$, '42501', null, 'nor the table');
select throws_ok($$ select * from public.contact_answer $$, '42501', null, 'nor what was answered');
select throws_ok(
  $$ select public.handle_contact_message(pg_temp.message('privacy'), 1, 'closed') $$, '42501', 'ADMIN_ONLY',
  'closes none'
);
select throws_ok(
  $$ select public.sort_contact_message(pg_temp.message('privacy'), 1, 'question') $$, '42501', 'ADMIN_ONLY',
  'sorts none'
);
select throws_ok(
  $$ select public.answer_contact_message(pg_temp.message('privacy'), 1, 'Een lang antwoord.') $$, '42501',
  'ADMIN_ONLY', 'answers none'
);
select throws_ok($$ select * from public.work_waiting() $$, '42501', 'ADMIN_ONLY', 'and counts none');

-- An administrator
select tests.authenticate_as(tests.account('ada'));
select results_eq(
  $$ select kind, total from public.contact_messages(null, 'open', 200, 0) $$,
  $$ values ('privacy', 2::bigint), ('question', 2::bigint) $$, 'sees what is to do, with the most urgent first'
);
select results_eq(
  $$ select messages, late_messages, desk_reports from public.work_waiting() $$, $$ values (2, 0, 0) $$, 'and how many'
);
select ok(
  public.handle_contact_message(pg_temp.message('privacy'), 1, 'in_hand'), 'takes one in hand'
);
select throws_ok(
  $$ select public.handle_contact_message(pg_temp.message('privacy'), 1, 'closed') $$, 'P0001', 'CHANGED_MEANWHILE',
  'not what somebody else took meanwhile'
);
select throws_ok(
  $$ select public.handle_contact_message(pg_temp.message('privacy'), 2, 'answered') $$, 'P0001', 'BAD_STATE',
  'and answered is what has an answer'
);
select throws_ok(
  $$ select public.answer_contact_message(pg_temp.message('privacy'), 2, 'Kort') $$, 'P0001', 'BAD_ANSWER',
  'an answer says something'
);
select ok(
  public.answer_contact_message(pg_temp.message('privacy'), 2, ' Dit is wat we hebben. '), 'answers it'
);
select results_eq(
  $$ select state, handler_name, answers #>> '{0,answer}', answers #>> '{0,mail}', forgotten_at = settled_at + interval '90 days'
     from public.contact_messages(pg_temp.message('privacy'), null, 1, 0) $$,
  $$ select 'answered', full_name::text, 'Dit is wat we hebben.', 'queued', true from public.profile where id = tests.account('ada') $$,
  'keeps the answer with it, and says how long'
);
select ok(
  public.sort_contact_message(pg_temp.message('question'), 1, 'accessibility'), 'says what another is about'
);
select ok(
  not public.handle_contact_message('00000000-0000-4000-8000-00000000dead', 1, 'closed'), 'and hears what is gone'
);
select tests.own();
select results_eq(
  $$ select to_address, locale::text, params from public.email_outbox where template = 'contact_answer' $$,
  $$ values (
    'noor@voorbeeld.example', 'fr',
    '{"name": "Noor", "message": "Welke gegevens hebben jullie?", "answer": "Dit is wat we hebben."}'::jsonb
  ) $$,
  'the answer leaves by mail, in the language of the message'
);
select results_eq(
  $$ select action, actor_id, account_id, details from public.audit_entry where action like 'message%' order by id $$,
  $$ values
    ('message_answered', tests.account('ada'), null::uuid, '{"about": "privacy"}'::jsonb),
    ('message_sorted', tests.account('ada'), null, '{"about": "accessibility", "aboutBefore": "question"}') $$,
  'the trail says who answered and who sorted, and nothing of whom'
);

-- Whether the mail left
update public.email_outbox
set status = 'sending', lease = gen_random_uuid(), locked_until = now() + interval '1 minute'
where template = 'contact_answer';
select is(
  (select private.settle_mail(id, lease, '') from public.email_outbox where template = 'contact_answer'), 'sent',
  'the mail is sent'
);
select ok((select mailed_at is not null and mail_id is null from public.contact_answer), 'and the answer knows');

-- To an account it goes with the account, and is in what they take along
select private.permit_auth_change(tests.account('eva'), 'email');
update auth.users set email = 'noor@voorbeeld.example' where id = tests.account('eva');
update public.contact_message set state = 'new', settled_at = null where kind = 'privacy';
select tests.authenticate_as(tests.account('ada'));
select public.answer_contact_message(pg_temp.message('privacy'), 3, 'En dit ook nog.');
select tests.own();
select is(
  (select recipient_id from public.email_outbox where template = 'contact_answer'), tests.account('eva'),
  'mail to an account is mail of that account'
);
select private.permit_auth_change(tests.account('eva'), 'email');
update auth.users set email = 'eva@elders.example' where id = tests.account('eva');
select is(
  pg_catalog.jsonb_array_length(private.export_contact_answers(tests.account('eva')) -> 'contactAnswers'), 2,
  'whoever wrote takes the answers along, from another address too'
);

-- Kept as long as is told
update public.contact_message set settled_at = now() - interval '90 days 1 minute' where kind = 'privacy';
select private.delete_expired_contact_data();
select is_empty($$ select from public.contact_message where kind = 'privacy' $$, 'what is done goes after 90 days');
select is_empty($$ select from public.contact_answer $$, 'with what was answered');
select is((select count(*)::int from public.contact_message), 1, 'what is to do stays');

select * from finish();
rollback;
