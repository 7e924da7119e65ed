begin;
select no_plan();

select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('abe', 'approved', 'admin');
select tests.make_account('mia', 'approved');
select tests.make_account('lou', 'approved');
select tests.make_account('ann');
select tests.make_account('rik', 'rejected');
select tests.make_account('sus', 'suspended');
select tests.make_account('off', 'approved');
select tests.make_account('pau', 'approved');
select tests.make_account('hid', 'approved');
select tests.make_account('many' || n, 'approved') from generate_series(1, 12) as n;
update public.profile set listed = true where id <> tests.account('hid');
update public.profile set notifications = '{new_request}' where id = tests.account('off');
update public.profile set paused_at = now() where id = tests.account('pau');
delete from public.email_outbox;

create function pg_temp.write_to(p_name text, p_subject text default 'Jullie loket', p_message text default null)
returns void language sql as $$
  select public.send_first_message(
    tests.account(p_name), p_subject, coalesce(p_message, 'Hoe zijn jullie eraan begonnen? Ik bel graag eens.')
  );
$$;
create function pg_temp.may_write(p_name text) returns boolean language sql as $$
  select may_write from public.colleague(tests.account(p_name));
$$;
create function pg_temp.waiting() returns text[] language sql security definer as $$
  select coalesce(array_agg(template order by template), '{}') from public.email_outbox;
$$;
create function pg_temp.forget_sending() returns void language sql security definer as $$
  delete from public.email_outbox;
  delete from private.rate_limit;
$$;
grant execute on function pg_temp.write_to(text, text, text), pg_temp.may_write(text), pg_temp.waiting(),
  pg_temp.forget_sending() to anon, authenticated, service_role;

-- Who writes
select tests.visit();
select throws_ok($$ select pg_temp.write_to('mia') $$, '42501', null, 'a visitor writes to nobody');
select tests.serve();
select throws_ok($$ select pg_temp.write_to('mia') $$, '42501', null, 'nor does the server');
select tests.authenticate_as(tests.account('ann'));
select throws_ok($$ select pg_temp.write_to('mia') $$, '42501', 'MEMBERS_ONLY', 'nor who waits');
select tests.authenticate_as(tests.account('rik'));
select throws_ok($$ select pg_temp.write_to('mia') $$, '42501', 'MEMBERS_ONLY', 'or was rejected');
select tests.authenticate_as(tests.account('sus'));
select throws_ok($$ select pg_temp.write_to('mia') $$, '42501', 'MEMBERS_ONLY', 'or suspended');
select tests.authenticate_as(tests.account('pau'));
select throws_ok($$ select pg_temp.write_to('mia') $$, 'P0001', 'PAUSED', 'who pauses does not either');
select tests.authenticate_as(tests.account('hid'));
select lives_ok($$ select pg_temp.write_to('mia') $$, 'who is hidden from colleagues does');
select pg_temp.forget_sending();

-- To whom: all that cannot be reached looks the same
select tests.authenticate_as(tests.account('mia'));
select throws_ok(
  format('select pg_temp.write_to(%L)', name), 'P0001', 'NOT_REACHABLE', 'no message goes to ' || name
)
from unnest(array['ann', 'rik', 'sus', 'off', 'pau', 'hid', 'mia', 'nobody']) as name;
select results_eq(
  $$ select name, pg_temp.may_write(name) from unnest(array['lou', 'off', 'mia', 'ann', 'pau', 'hid']) as name $$,
  $$ values ('lou', true), ('off', false), ('mia', false), ('ann', null::boolean), ('pau', null), ('hid', null) $$,
  'which the colleague’s card says beforehand'
);
select is(pg_temp.waiting(), '{}', 'nothing was sent');

-- What a message is
select throws_ok(
  format('select pg_temp.write_to(%L, %L, %L)', 'lou', subject, message), 'P0001', 'BAD_MESSAGE', 'no message: ' || what
)
from (values
  ('a subject of two letters', 'Ab', null), ('one of spaces', '    ', null), ('one that is too long', repeat('a', 121), null),
  ('one of two lines', E'Een\ntwee', null), ('one that turns around', U&'Een\202Etwee', null),
  ('a text that is too short', 'Loket', 'Bel me.'), ('one that is too long', 'Loket', repeat('a', 3001)),
  ('one with a control character', 'Loket', E'Hoe zijn jullie\u0007 eraan begonnen?')
) as wrong (what, subject, message);
select throws_ok($$ select public.send_first_message(null, 'Loket', repeat('a', 30)) $$, 'P0001', 'BAD_MESSAGE', 'to nobody');
select throws_ok(
  $$ select public.send_first_message(tests.account('lou'), null, repeat('a', 30)) $$, 'P0001', 'BAD_MESSAGE', 'about nothing'
);

-- Passed on
select lives_ok(
  $$ select pg_temp.write_to('lou', ' Jullie loket ', E'Hoe zijn jullie eraan begonnen?\n\n\tIk bel graag eens. ') $$,
  'a member writes to a colleague'
);
select tests.own();
select results_eq(
  $$ select template, recipient_id, to_address, topic, params ->> 'name' from public.email_outbox order by template $$,
  $$ values ('first_message', tests.account('lou'), 'lou@proefdorp.example', 'first_message', 'lou'),
       ('first_message_copy', tests.account('mia'), 'mia@proefdorp.example', null, 'mia') $$,
  'one mail to the colleague, and a copy to who wrote'
);
select is(
  (select params from public.email_outbox where template = 'first_message'),
  jsonb_build_object(
    'name', 'lou', 'sender', 'mia', 'senderId', tests.account('mia'), 'senderEmail', 'mia@proefdorp.example',
    'senderGovernment', 'Gemeente Proefdorp', 'subject', 'Jullie loket',
    'message', E'Hoe zijn jullie eraan begonnen?\n\n\tIk bel graag eens.', 'recipient', 'lou',
    'recipientId', tests.account('lou'), 'recipientGovernment', 'Gemeente Proefdorp'
  ),
  'with the address to answer to'
);
select is_empty(
  $$ select from public.email_outbox where template = 'first_message_copy' and params::text like '%lou@%' $$,
  'the copy does not tell the address of the colleague'
);
select is_empty(
  $$ select from public.audit_entry where details::text ~ 'eraan begonnen|Jullie loket' $$, 'the text is not in the trail'
);

-- Not twice in a minute to one person; ten a day to all
select tests.authenticate_as(tests.account('mia'));
select throws_ok($$ select pg_temp.write_to('lou') $$, 'P0001', 'JUST_SENT', 'the same person hears once in a minute');
select lives_ok(format('select pg_temp.write_to(%L)', 'many' || n), 'message ' || n + 1) from generate_series(1, 9) as n;
select throws_ok($$ select pg_temp.write_to('many10') $$, 'P0001', 'TOO_MANY', 'the eleventh of a day waits');
select tests.own();
select is((select count(*) from public.email_outbox), 20::bigint, 'and leaves no mail');
update private.rate_limit set window_start = window_start - interval '1 day';
select tests.authenticate_as(tests.account('mia'));
select lives_ok($$ select pg_temp.write_to('lou') $$, 'the next day there are ten again');

-- Withdrawn while it waits
select tests.own();
select pg_temp.forget_sending();
select tests.authenticate_as(tests.account('mia'));
select pg_temp.write_to('lou');
select public.pause_account(true);
select is(pg_temp.waiting(), '{first_message_copy}', 'who pauses takes back what waits');
select public.pause_account(false);
select pg_temp.forget_sending();
select pg_temp.write_to('lou');
select tests.own();
update public.profile set status = 'suspended' where id = tests.account('mia');
select is_empty(
  $$ select from public.email_outbox where template = 'first_message' $$, 'who is suspended reaches nobody any more'
);
update public.profile set status = 'approved' where id = tests.account('mia');
select pg_temp.forget_sending();
select tests.authenticate_as(tests.account('mia'));
select pg_temp.write_to('lou');
select tests.authenticate_as(tests.account('lou'));
select public.pause_account(true);
select is(pg_temp.waiting(), '{}', 'who has paused meanwhile gets no message any more, and no copy names them');
select public.pause_account(false);
select pg_temp.forget_sending();
select tests.authenticate_as(tests.account('mia'));
select pg_temp.write_to('lou');
select tests.own();
update public.email_outbox
set status = 'sending', lease = gen_random_uuid(), locked_until = now() + interval '5 minutes' where template = 'first_message';

-- Blocked
select tests.visit();
select throws_ok($$ select public.block_colleague(tests.account('mia'), true) $$, '42501', null, 'a visitor blocks nobody');
select throws_ok('select from public.colleague_block', '42501', null, 'nor reads who did');
select tests.authenticate_as(tests.account('ann'));
select throws_ok(
  $$ select public.block_colleague(tests.account('mia'), true) $$, '42501', 'MEMBERS_ONLY', 'nor does who waits'
);
select tests.serve();
select throws_ok('select from public.colleague_block', '42501', null, 'the server reads none');
select tests.authenticate_as(tests.account('lou'));
select lives_ok($$ select public.block_colleague(tests.account('mia'), true) $$, 'a member blocks somebody');
select lives_ok($$ select public.block_colleague(tests.account('mia'), true) $$, 'once is enough');
select lives_ok($$ select public.block_colleague(tests.account('nobody'), true) $$, 'whoever it is, the answer is the same');
select lives_ok($$ select public.block_colleague(tests.account('lou'), true) $$, 'even for themselves');
select results_eq(
  'select blocker_id, blocked_id from public.colleague_block order by 2',
  $$ select tests.account('lou'), tests.account(name) from unnest(array['mia', 'nobody']) as name order by 2 $$,
  'and reads whom they blocked, also who does not exist'
);
select public.block_colleague(tests.account('nobody'), false);
select is(pg_temp.waiting(), '{first_message_copy}', 'what waited does not come any more, also what is being tried now');
select throws_ok('delete from public.colleague_block', '42501', null, 'nothing is taken away directly');
select throws_ok(
  $$ insert into public.colleague_block (blocker_id, blocked_id) values (tests.account('lou'), tests.account('many1')) $$,
  '42501', null, 'or added'
);
select tests.authenticate_as(tests.account('mia'));
select is_empty('select from public.colleague_block', 'the other is not told');
select tests.authenticate_as(tests.account('ada'));
select is_empty('select from public.colleague_block', 'nor are administrators');
select pg_temp.forget_sending();
select tests.authenticate_as(tests.account('mia'));
select results_eq(
  $$ select c.id is not null, c.may_write from unnest(array['lou', 'off']) as name, public.colleague(tests.account(name)) as c $$,
  $$ values (true, false), (true, false) $$, 'blocked looks like who switched messages off'
);
select throws_ok($$ select pg_temp.write_to('lou') $$, 'P0001', 'NOT_REACHABLE', 'and is refused alike');
select tests.authenticate_as(tests.account('lou'));
select lives_ok($$ select pg_temp.write_to('mia') $$, 'who blocks may still write');
select public.block_colleague(tests.account('mia'), false);
select is_empty('select from public.colleague_block', 'and can let the other in again');
select tests.authenticate_as(tests.account('mia'));
select ok(pg_temp.may_write('lou'), 'who may write then');

-- Reported
select tests.visit();
select throws_ok(
  $$ select public.report_colleague(tests.account('lou'), 'Schrijft onbeleefde berichten.') $$, '42501', null,
  'a visitor reports nobody'
);
select tests.authenticate_as(tests.account('ann'));
select throws_ok(
  $$ select public.report_colleague(tests.account('lou'), 'Schrijft onbeleefde berichten.') $$, '42501', 'MEMBERS_ONLY',
  'nor does who waits'
);
select pg_temp.forget_sending();
select tests.authenticate_as(tests.account('mia'));
select throws_ok(
  format('select public.report_colleague(tests.account(%L), %L)', name, reason), 'P0001', 'BAD_REASON',
  'a reason says something, whoever it is about'
)
from unnest(array[null, 'Kort', repeat('a', 2001), E'Een reden met een \u0007 erin']) as reason, unnest(array['lou', 'nobody']) as name;
select lives_ok(
  $$ select public.report_colleague(tests.account('lou'), ' Schrijft onbeleefde berichten. ') $$, 'a member reports somebody'
);
select lives_ok(
  format('select public.report_colleague(tests.account(%L), %L)', name, 'Schrijft onbeleefde berichten.'),
  'the answer is the same about ' || name
)
from unnest(array['nobody', 'mia']) as name;
select is_empty('select from public.colleague_report', 'who reports does not read reports');
select throws_ok(
  $$ select public.settle_colleague_report(gen_random_uuid(), true, 'x') $$, '42501', 'ADMIN_ONLY', 'or settle them'
);
select tests.own();
select results_eq(
  'select reporter_id, reported_id, reason, state from public.colleague_report order by 2',
  $$ select tests.account('mia'), tests.account(name), 'Schrijft onbeleefde berichten.', 'open'
     from unnest(array['lou', 'nobody']) as name order by 2 $$,
  'it is stored, whoever it is about'
);
select results_eq(
  $$ select recipient_id, template, topic, params from public.email_outbox order by recipient_id $$,
  $$ select tests.account(name), 'colleague_report', 'new_request', jsonb_build_object('name', name)
     from unnest(array['ada', 'abe']) as name order by 1 $$,
  'the administrators are told, not what was written'
);
delete from public.email_outbox;
select tests.authenticate_as(tests.account('mia'));
select public.report_colleague(tests.account('ada'), 'Antwoordt nooit op berichten.');
select tests.own();
select results_eq(
  'select recipient_id from public.email_outbox', $$ values (tests.account('abe')) $$, 'but not about themselves'
);
select tests.authenticate_as(tests.account('ada'));
select results_eq(
  'select reported_id from public.colleague_report', $$ values (tests.account('lou')) $$,
  'an administrator reads what is reported about others'
);
select throws_ok($$ update public.colleague_report set state = 'open' $$, '42501', null, 'and changes nothing directly');
select ok(tests.settle_colleague_report(id, true), 'settles it') from public.colleague_report;
select results_eq(
  'select state, handled_by, handled_at is not null from public.colleague_report',
  $$ values ('done', tests.account('ada'), true) $$, 'and is named'
);
select ok(not tests.settle_colleague_report(id, null), 'neither done nor open is nothing') from public.colleague_report;
create function pg_temp.about_ada() returns uuid language sql security definer as $$
  select id from public.colleague_report where reported_id = tests.account('ada');
$$;
grant execute on function pg_temp.about_ada() to authenticated;
select ok(not tests.settle_colleague_report(pg_temp.about_ada(), true), 'nobody settles a report about themselves');
select tests.authenticate_as(tests.account('abe'));
select is((select count(*) from public.colleague_report), 2::bigint, 'another administrator reads both');
select ok(
  tests.settle_colleague_report((select id from public.colleague_report where reported_id = tests.account('lou')), true),
  'who comes second is not refused'
);
select results_eq(
  $$ select handled_by from public.colleague_report where reported_id = tests.account('lou') $$,
  $$ values (tests.account('ada')) $$, 'the first stays named'
);
select ok(
  tests.settle_colleague_report((select id from public.colleague_report where reported_id = tests.account('lou')), false),
  'it can be opened again'
);
select ok(not tests.settle_colleague_report(gen_random_uuid(), true), 'one that is gone says so');
select tests.serve();
select throws_ok('select from public.colleague_report', '42501', null, 'the server reads no reports');

-- Whether somebody hides, pauses, waits, was refused or does not exist: nobody learns it by keeping them away
select tests.own();
delete from private.rate_limit;
delete from public.email_outbox;
select tests.authenticate_as(tests.account('many5'));
select lives_ok(
  format('select public.block_colleague(tests.account(%L), true)', name), name || ' is blocked'
)
from unnest(array['hid', 'pau', 'ann', 'rik', 'sus', 'nobody']) as name;
select lives_ok(
  format('select public.report_colleague(tests.account(%L), %L)', name, 'Schrijft onbeleefde berichten.'),
  name || ' is reported'
)
from unnest(array['hid', 'pau', 'ann', 'rik', 'sus', 'nobody']) as name;
select results_eq(
  $$ select blocked_id from public.colleague_block order by 1 $$,
  $$ select tests.account(name) from unnest(array['hid', 'pau', 'ann', 'rik', 'sus', 'nobody']) as name order by 1 $$,
  'all of them are on the list'
);
select results_eq(
  $$ select kind, (told ->> 'account')::uuid
     from unnest(array['blocked', 'colleagueReports']) as kind,
       jsonb_array_elements(public.export_my_account() -> kind) as told
     order by 1, 2 $$,
  $$ select kind, tests.account(name)
     from unnest(array['blocked', 'colleagueReports']) as kind,
       unnest(array['hid', 'pau', 'ann', 'rik', 'sus', 'nobody']) as name
     order by 1, 2 $$,
  'and in what is taken along'
);
select tests.authenticate_as(tests.account('ada'));
select is_empty(
  format('select from public.colleague_report where reported_id = %L', tests.account('nobody')),
  'administrators are not kept busy with who does not exist'
);
select tests.own();
select is_empty(
  $$ select from public.email_outbox where template = 'colleague_report' group by recipient_id having count(*) > 5 $$,
  'nor mailed about it'
);
delete from private.rate_limit;
select tests.authenticate_as(tests.account('many5'));
select lives_ok(
  format('select public.block_colleague(md5(%L)::uuid, true)', n), 'block ' || n || ' of a day'
)
from generate_series(1, 100) as n;
select throws_ok(
  $$ select public.block_colleague(tests.account('lou'), true) $$, 'P0001', 'TOO_OFTEN', 'nobody fills the table'
);
select tests.own();
delete from public.colleague_block;
delete from public.colleague_report where reporter_id = tests.account('many5');
delete from public.email_outbox;

-- Ten a day
select tests.own();
delete from private.rate_limit;
select tests.authenticate_as(tests.account('mia'));
select lives_ok(
  $$ select public.report_colleague(tests.account('nobody'), 'Schrijft onbeleefde berichten.') $$, 'report ' || n || ' of a day'
)
from generate_series(1, 10) as n;
select throws_ok(
  $$ select public.report_colleague(tests.account('lou'), 'Schrijft onbeleefde berichten.') $$, 'P0001', 'TOO_OFTEN',
  'the eleventh waits'
);

-- Forgotten in time
select tests.own();
insert into public.colleague_report (reporter_id, reported_id, reason, created_at, state, handled_at)
select tests.account('mia'), tests.account('many1'), reason, now() - age,
  case when handled is null then 'open' else 'done' end, now() - handled
from (values
  ('Ouder dan een jaar', interval '1 year 1 minute', null::interval),
  ('Bijna een jaar open', interval '364 days', null),
  ('Lang geleden klaar', interval '100 days', interval '90 days 1 minute'),
  ('Net klaar geraakt', interval '100 days', interval '89 days')
) as reports (reason, age, handled);
select tests.serve();
select public.delete_expired_contact_data();
select tests.own();
select set_eq(
  $$ select reason from public.colleague_report where reported_id = tests.account('many1') $$,
  array['Bijna een jaar open', 'Net klaar geraakt'], 'what was handled goes after 90 days, and all after a year'
);

-- Who leaves
delete from public.email_outbox;
delete from private.rate_limit;
select tests.authenticate_as(tests.account('mia'));
select pg_temp.write_to('many2');
select public.block_colleague(tests.account('many3'), true);
select tests.authenticate_as(tests.account('many4'));
select public.block_colleague(tests.account('mia'), true);
select public.report_colleague(tests.account('mia'), 'Schrijft onbeleefde berichten.');
select tests.authenticate_as(tests.account('mia'));
select is(
  array(
    select jsonb_array_length(public.export_my_account() -> kind) from unnest(array['blocked', 'colleagueReports']) as kind
  ),
  '{1,15}', 'whom somebody blocked and reported is in what they take along'
);
select is(
  position(tests.account('many4')::text in public.export_my_account()::text), 0, 'who blocked or reported them is not'
);
select public.leave_account();
select tests.own();
select is_empty('select from public.colleague_block', 'who leaves blocks nobody, and is blocked by nobody');
select is_empty(
  $$ select from public.colleague_report where reported_id = tests.account('mia') or reporter_id = tests.account('mia') $$,
  'what is reported about them goes, and what they reported'
);
select is_empty(
  $$ select from public.email_outbox where template like 'first_message%' $$, 'and so do the words that waited'
);
select is_empty(
  $$ select from private.rate_limit where key like '%' || tests.account('mia') || '%' $$, 'and whom they wrote to'
);

select * from finish();
rollback;
