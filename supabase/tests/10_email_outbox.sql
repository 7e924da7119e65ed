begin;
select no_plan();

select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('eva', 'approved', 'editor');
select tests.make_account('mia', 'approved');
select tests.make_account('ann');
update public.profile set notifications = '{new_request,new_colleague}';
delete from public.email_outbox;

-- Which mail is written
select isnt(
  private.queue_mail('account_approved', tests.account('ann'), '{"reason": "Welkom"}'), null, 'mail to an account is queued'
);
select results_eq(
  $$ select to_address, locale::text, params, topic, status, attempts from public.email_outbox $$,
  $$ values ('ann@proefdorp.example', 'nl', '{"name": "ann", "reason": "Welkom"}'::jsonb, null::text, 'queued', 0) $$,
  'to its address, in its language, with its name'
);
select is(
  private.queue_mail('new_colleague', tests.account('ann'), '{}', 'new_colleague'), null,
  'a notification waits for approval'
);
select isnt(
  private.queue_mail('new_colleague', tests.account('mia'), '{}', 'new_colleague'), null, 'and goes to who wants it'
);
update public.profile set paused_at = now() where id = tests.account('mia');
select is(
  private.queue_mail('new_colleague', tests.account('mia'), '{}', 'new_colleague'), null, 'not to who pauses'
);
update public.profile set paused_at = null, notifications = '{}' where id = tests.account('mia');
select is(
  private.queue_mail('new_colleague', tests.account('mia'), '{}', 'new_colleague'), null, 'nor to who switched it off'
);
select isnt(
  private.queue_mail('password_changed', tests.account('mia')), null, 'mail about the account itself always goes'
);
select throws_ok(
  $$ insert into public.email_outbox (template, locale, to_address) values ('made_up', 'nl', 'a@b.example') $$,
  '23514', null, 'a mail has one of our templates'
);

-- Who reads it
select tests.visit();
select throws_ok($$ select id from public.email_outbox $$, '42501', null, 'a visitor reads no outbox');
select throws_ok($$ select public.claim_mail(1, 60) $$, '42501', null, 'and claims no mail');
select tests.authenticate_as(tests.account('eva'));
select is_empty($$ select id, to_address from public.email_outbox $$, 'an editor sees no waiting mail');
select throws_ok($$ select public.claim_mail(1, 60) $$, '42501', null, 'claims none');
select throws_ok($$ select public.settle_mail(gen_random_uuid(), gen_random_uuid(), null) $$, '42501', null, 'settles none');
select throws_ok($$ select public.next_mail_at() $$, '42501', null, 'does not know when the next one leaves');
select throws_ok(
  $$ select public.unsubscribe(tests.account('ada'), 'new_request') $$, '42501', null, 'unsubscribes nobody else'
);
select throws_ok(
  $$ select public.queue_already_registered_mail('ada@proefdorp.example', 'nl') $$, '42501', null, 'writes to nobody'
);
select throws_ok(
  $$ select public.send_mail_now(gen_random_uuid()) $$, '42501', 'ADMIN_ONLY', 'and sends nothing again'
);
select throws_ok($$ update public.email_outbox set to_address = 'x' $$, '42501', null, 'nor changes where mail goes');
select throws_ok(
  $$ insert into public.email_outbox (template, locale, to_address) values ('account_left', 'nl', 'a@b.example') $$,
  '42501', null, 'nor writes mail'
);
select throws_ok($$ delete from public.email_outbox $$, '42501', null, 'nor takes it away');
select tests.authenticate_as(tests.account('ada'));
select isnt_empty($$ select id, to_address, last_error from public.email_outbox $$, 'an administrator sees what waits');
select throws_ok($$ select params from public.email_outbox $$, '42501', null, 'not what is in it');
select throws_ok($$ select lease from public.email_outbox $$, '42501', null, 'nor the lease');
select throws_ok($$ update public.email_outbox set to_address = 'x' $$, '42501', null, 'and redirects none');

-- Claim
select tests.own();
delete from public.email_outbox;
insert into public.email_outbox (template, locale, to_address, next_attempt_at)
select 'account_left', 'nl', 'due' || n || '@proefdorp.example', now() - interval '1 minute' * n
from generate_series(1, 150) as n;
insert into public.email_outbox (template, locale, to_address, next_attempt_at)
values ('account_left', 'nl', 'later@proefdorp.example', now() + interval '1 second');
analyze public.email_outbox;
select tests.serve();
select throws_ok($$ select from public.email_outbox $$, '42501', null, 'the server reads mail by claiming it only');
create temp table claimed as select * from public.claim_mail(10, 60);
select is((select count(*)::int from claimed), 10, 'a server claims as many as it asks for');
select is(
  (select array_agg(to_address order by to_address) from claimed),
  (select array_agg('due' || n || '@proefdorp.example' order by 'due' || n || '@proefdorp.example')
   from generate_series(141, 150) as n),
  'the longest due first'
);
select is_empty(
  $$ select id from public.claim_mail(50, 60) intersect select id from claimed $$, 'another server gets other mail'
);
select cmp_ok((select count(*)::int from public.claim_mail(1000, 60)), '<=', 100, 'never more than a hundred at once');
select is_empty($$ select from public.claim_mail(100, 60) $$, 'what is not due yet stays');
select is(public.next_mail_at(), now() + interval '1 second', 'and says when it will be');

-- A server that dies
select tests.own();
update public.email_outbox set locked_until = now() - interval '1 second' where id in (select id from claimed);
select tests.serve();
create temp table claimed_again as select * from public.claim_mail(100, 60);
select set_eq('select id from claimed_again', 'select id from claimed', 'mail of a server that died goes to another');
select is((select max(attempts) from claimed_again), 2, 'as a second attempt');
select is(
  (select public.settle_mail(id, lease, null) from claimed limit 1), 'lost', 'the first one has lost it'
);

-- Settle
create function pg_temp.settle(p_error text) returns text language sql as $$
  select public.settle_mail(id, lease, p_error) from public.claim_mail(1, 60);
$$;
grant execute on function pg_temp.settle to service_role;
select is(
  (select public.settle_mail(id, lease, null) from claimed_again order by id limit 1), 'sent', 'mail that is sent'
);
select is(
  (select public.settle_mail(id, lease, null) from claimed_again order by id limit 1), 'lost', 'is sent once'
);
select tests.own();
select is_empty(
  $$ select from public.email_outbox where id = (select id from claimed_again order by id limit 1) $$,
  'and leaves no address behind'
);
delete from public.email_outbox;
insert into public.email_outbox (template, locale, to_address, status, attempts, lease, locked_until)
values ('account_left', 'nl', 'gif@proefdorp.example', 'sending', 6, gen_random_uuid(), now() - interval '1 second');
select tests.serve();
select is_empty(
  $$ select from public.claim_mail(10, 60) $$, 'a mail that no server came back from, six times, is not given to a seventh'
);
select tests.own();
select is((select status from public.email_outbox), 'dead', 'but left for an administrator');
delete from public.email_outbox;
insert into public.email_outbox (template, locale, to_address) values ('account_left', 'nl', 'weg@proefdorp.example');
create function pg_temp.pause() returns interval language sql as $$
  select next_attempt_at - now() from public.email_outbox;
$$;
create function pg_temp.fail_once() returns text language plpgsql as $$
declare
  v_result text;
begin
  update public.email_outbox set next_attempt_at = now();
  perform tests.serve();
  v_result := pg_temp.settle('550 no such mailbox ' || repeat('x', 1000));
  perform tests.own();
  return v_result;
end;
$$;
select is(pg_temp.fail_once(), 'retry', 'mail that fails is tried again');
select is(pg_temp.pause(), '1 minute', 'after a minute');
select is(pg_temp.fail_once(), 'retry', 'and again');
select is(pg_temp.pause(), '5 minutes', 'after 5 minutes');
select is(pg_temp.fail_once(), 'retry', 'and again');
select is(pg_temp.pause(), '30 minutes', 'after half an hour');
select is(pg_temp.fail_once(), 'retry', 'and again');
select is(pg_temp.pause(), '2 hours', 'after two hours');
select is(pg_temp.fail_once(), 'retry', 'and again');
select is(pg_temp.pause(), '8 hours', 'after eight hours');
select is(pg_temp.fail_once(), 'dead', 'and then it is left for an administrator');
select results_eq(
  $$ select status, attempts, char_length(last_error), lease is null from public.email_outbox $$,
  $$ values ('dead', 6, 500, true) $$, 'with why, in so many characters'
);
select tests.serve();
select is_empty($$ select from public.claim_mail(100, 60) $$, 'nobody claims dead mail');
select is(public.next_mail_at(), null, 'or waits for it');

-- Send now
select tests.authenticate_as(tests.account('ada'));
select is(public.send_mail_now((select id from public.email_outbox)), true, 'an administrator sends dead mail again');
select is(public.send_mail_now(gen_random_uuid()), false, 'but not mail that is gone');
select tests.own();
select results_eq(
  $$ select status, next_attempt_at from public.email_outbox $$, $$ values ('queued', now()) $$, 'it is due at once'
);
select isnt_empty(
  $$ select from public.audit_entry where action = 'mail_resent' and actor_id = tests.account('ada') $$, 'with a trace'
);
select tests.serve();
select isnt_empty($$ select from public.claim_mail(1, 60) $$, 'a server takes it');
select tests.authenticate_as(tests.account('ada'));
select is(
  public.send_mail_now((select id from public.email_outbox)), false, 'and what is on its way is not sent twice'
);

-- New requests while the mail about earlier ones fails
select tests.own();
delete from public.email_outbox;
update public.profile set notifications = '{new_request}' where id = tests.account('ada');
select private.notify_administrators('new_request');
select private.notify_administrators('new_request');
select is((select params ->> 'count' from public.email_outbox), '2', 'requests that come soon after each other are one mail');
update public.email_outbox set next_attempt_at = now();
select tests.serve();
create temp table first_mail as select * from public.claim_mail(1, 60);
grant select on first_mail to authenticated;
select tests.own();
select private.notify_administrators('new_request');
select is((select count(*)::int from public.email_outbox), 2, 'a request after that is told in a mail of its own');
select tests.serve();
select is(
  (select public.settle_mail(id, lease, 'busy') from first_mail), 'retry', 'and does not stand in the way when the first fails'
);
select tests.own();
update public.email_outbox set status = 'dead' where id = (select id from first_mail);
select tests.authenticate_as(tests.account('ada'));
select is(public.send_mail_now((select id from first_mail)), true, 'nor when it is sent again');
select tests.own();
select private.notify_administrators('new_request');
select is((select count(*)::int from public.email_outbox), 2, 'the next request joins the one that has not been tried');

-- Unsubscribe
select tests.serve();
select is(public.unsubscribe(tests.account('ada'), 'new_request'), true, 'a notification can be switched off');
select is(public.unsubscribe(gen_random_uuid(), 'new_request'), false, 'of accounts that exist');
select tests.own();
select is((select notifications from public.profile where id = tests.account('ada')), '{}', 'and stays off');
select is_empty($$ select from public.email_outbox where topic = 'new_request' $$, 'what waited does not go');

-- An address that has an account
delete from public.email_outbox;
select tests.register('nog', tests.form('nog'));
select tests.serve();
select lives_ok($$
  select public.queue_already_registered_mail('niemand@proefdorp.example', 'fr');
  select public.queue_already_registered_mail('nog@proefdorp.example', 'fr');
  select public.queue_already_registered_mail('MIA@proefdorp.example', 'fr');
$$, 'the server may say that an address has an account');
select tests.own();
select results_eq(
  $$ select to_address, locale::text from public.email_outbox $$, $$ values ('mia@proefdorp.example', 'fr') $$,
  'to that address only, when it is confirmed'
);

-- Mail goes with its account
delete from auth.users where id = tests.account('mia');
select is_empty($$ select from public.email_outbox $$, 'mail to an account goes with the account');

-- The mail of Auth
select tests.own();
select tests.make_account('iris', 'approved');
delete from public.email_outbox;
update auth.users set recovery_token = 'tok-old' where id = tests.account('iris');
update public.profile set locale = 'fr' where id = tests.account('iris');
select public.queue_auth_mail('recovery', 'iris@proefdorp.example', 'iris@proefdorp.example', 'tok-old', null, 'nl');
select public.queue_auth_mail('recovery', 'iris@proefdorp.example', 'iris@proefdorp.example', 'tok-old', null, 'nl');
select results_eq(
  $$ select template, locale::text, to_address, recipient_id, params, next_attempt_at <= now(), expires_at - now()
     from public.email_outbox $$,
  $$ values ('auth_recovery', 'fr', 'iris@proefdorp.example', tests.account('iris'), '{"token": "tok-old"}'::jsonb, true,
       interval '24 hours') $$,
  'a link of Auth is queued once, in the language of the account'
);
update auth.users set recovery_token = 'tok-new' where id = tests.account('iris');
select public.queue_auth_mail('magic_link', 'iris@proefdorp.example', 'iris@proefdorp.example', 'tok-new', null, 'nl');
select results_eq(
  $$ select template, params ->> 'token' from public.email_outbox $$, $$ values ('auth_magic_link', 'tok-new') $$,
  'and takes away an earlier one that works no longer'
);
select is(pg_temp.settle('ECONNECTION no'), 'retry', 'it is tried again');
select is(public.mail_is_slow(), true, 'and said to be slow');
update public.email_outbox set last_error = 'EENVELOPE 550 no such mailbox';
select is(public.mail_is_slow(), false, 'but not for one mailbox that refuses');
update public.email_outbox set next_attempt_at = now();
select is(pg_temp.settle(null), 'sent', 'until it is sent');
select is(
  (select recovery_sent_at from auth.users where id = tests.account('iris')), now() - interval '23 hours',
  'from then on it lives for what is left of a day: an hour'
);
select throws_ok(
  $$ select public.queue_auth_mail('email_change', 'iris@proefdorp.example', 'elders@b.example', 'tok-c', 'elders@b.example', 'nl') $$, 'P0001', 'NOT_PERMITTED',
  'another address is mailed by Auth only once the site judged it'
);
select private.permit_auth_change(tests.account('iris'), 'email');
select lives_ok($$ select public.queue_auth_mail('email_change', 'iris@proefdorp.example', 'elders@b.example', 'tok-c', 'elders@b.example', 'nl') $$, 'then it is');
delete from public.email_outbox where template = 'auth_email_change';
select public.queue_auth_mail('confirmation', 'later@proefdorp.example', 'later@proefdorp.example', 'tok', null, 'en');
select results_eq(
  $$ select locale::text, recipient_id, next_attempt_at > now() from public.email_outbox $$,
  $$ values ('en', null::uuid, true) $$, 'an account that Auth is still making gets its mail a moment later'
);
update public.email_outbox set expires_at = now();
select is_empty($$ select from public.claim_mail(1, 60) $$, 'one whose link has expired is not sent');
select results_eq(
  $$ select status, params from public.email_outbox $$, $$ values ('dead', '{}'::jsonb) $$, 'and its link is forgotten'
);
select tests.authenticate_as(tests.account('ada'));
select is(public.send_mail_now((select id from public.email_outbox)), true, 'an administrator can ask for it');
select tests.own();
select is_empty($$ select from public.claim_mail(1, 60) $$, 'which sends nothing either');
select tests.authenticate_as(tests.account('ada'));
select throws_ok(
  $$ select public.queue_auth_mail('recovery', 'a@b.example', 'a@b.example', 'x', null, 'nl') $$, '42501', null,
  'an administrator writes no mail of Auth'
);
select throws_ok($$ select public.disown_password(tests.account('iris')) $$, '42501', null, 'and takes no password away');

select tests.own();
select * from finish();
rollback;
