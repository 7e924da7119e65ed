begin;
select no_plan();

select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('mia', 'approved');
delete from private.rate_limit;

create function pg_temp.attempts(p_action text, p_address text, p_email text, p_times integer) returns integer[]
language sql as $$
  select array_agg(public.count_attempt(p_action, p_address, p_email)) from generate_series(1, p_times);
$$;
grant execute on function pg_temp.attempts to service_role;

-- Who may
select tests.visit();
select throws_ok($$ select public.count_attempt('sign_in', 'a', 'b') $$, '42501', null, 'a visitor uses up nobody’s limit');
select throws_ok($$ select public.delete_expired_accounts() $$, '42501', null, 'forgets nobody');
select throws_ok(
  $$ select public.forget_unconfirmed_account('mia@proefdorp.example') $$, '42501', null, 'not by address either'
);
select throws_ok($$ select public.grant_admin('ada@proefdorp.example') $$, '42501', null, 'and appoints nobody');
select tests.authenticate_as(tests.account('ada'));
select throws_ok($$ select public.count_attempt('sign_in', 'a', 'b') $$, '42501', null, 'nor does an administrator');
select throws_ok($$ select public.delete_expired_accounts() $$, '42501', null, 'nor forget');
select throws_ok($$ select public.grant_admin('mia@proefdorp.example') $$, '42501', null, 'nor appoint past the trail');
select throws_ok($$ select * from private.rate_limit $$, '42501', null, 'nor read the counters');

-- Limits
select tests.serve();
select throws_ok($$ select public.count_attempt('other', 'a', 'b') $$, 'P0001', 'UNKNOWN_ACTION', 'attempts are at something');
select is(pg_temp.attempts('sign_up', 'a', 'm', 3), '{0,0,0}', 'three registrations an hour with one address');
select cmp_ok(public.count_attempt('sign_up', 'b', 'm'), '>', 0, 'the fourth waits, from wherever it comes');
select cmp_ok(public.count_attempt('sign_up', 'b', 'm'), '<=', 3600, 'at most an hour');
select is(public.count_attempt('sign_up', 'a', 'n'), 0, 'another address does not');
select is(pg_temp.attempts('sign_up', 'c', '', 20), array_fill(0, array[20]), 'twenty an hour from one place');
select cmp_ok(public.count_attempt('sign_up', 'c', ''), '>', 0, 'not more');
select cmp_ok(all_least, '>', 0, 'whatever the mailbox')
from (select min(wait) as all_least from unnest(pg_temp.attempts('sign_up', 'c', 'p', 5)) as wait) as refused;
select is(pg_temp.attempts('sign_up', 'd', 'p', 3), '{0,0,0}', 'for which what is refused does not count');
select is(pg_temp.attempts('sign_in', 'f', 'm', 10), array_fill(0, array[10]), 'ten times signing in to one account');
select cmp_ok(public.count_attempt('sign_in', 'f', 'm'), '>', 0, 'then wait');
select cmp_ok(public.count_attempt('sign_in', 'f', 'm'), '<=', 900, 'a quarter of an hour');
select is(public.count_attempt('sign_in', 'g', 'm'), 0, 'its owner, elsewhere, does not');
select is(
  (select array_agg(public.count_attempt('sign_in', 'place' || n, 'm')) from generate_series(1, 89) as n),
  array_fill(0, array[89]), 'a hundred from everywhere'
);
select cmp_ok(public.count_attempt('sign_in', 'h', 'm'), '>', 0, 'not more');
select is(
  (select array_agg(public.count_attempt(action, 'e', action)) from unnest(array['reset', 'magic_link', 'change_email']) as action),
  '{0,0,0}', 'each action has a limit of its own'
);
select cmp_ok(public.count_attempt('change_email', 'e', 'change_email'), '>', 60, 'an address is changed once in a minute');
select cmp_ok(public.count_attempt('change_email', 'other', 'change_email'), '<=', 65, 'from wherever');
select is(public.count_attempt('change_email', 'e', 'another'), 0, 'by one person');
select throws_ok(
  $$ select public.count_attempt('unsubscribe', 'a', '') $$, 'P0001', 'UNKNOWN_ACTION', 'what nobody counts is no action'
);

-- Registering anew
select tests.own();
select tests.register('kaper', tests.form('Kaper'));
select tests.serve();
select lives_ok(
  $$ select public.forget_unconfirmed_account('KAPER@proefdorp.example'), public.forget_unconfirmed_account('mia@proefdorp.example'),
       public.forget_unconfirmed_account('niemand@proefdorp.example'), public.forget_unconfirmed_account(null) $$,
  'the server takes away what was registered with an address'
);
select tests.own();
select is_empty($$ select from auth.users where id = tests.account('kaper') $$, 'that nobody proved to be theirs');
select isnt_empty($$ select from auth.users where id = tests.account('mia') $$, 'and nothing else');

-- Forgetting
update public.email_outbox set status = 'dead', created_at = now() - interval '30 days 1 minute';
select tests.make_account(name) from unnest(array['oud', 'nieuw', 'bevestigd', 'afgewezen', 'pas']) as name;
update auth.users set email_confirmed_at = null where id in (tests.account('oud'), tests.account('nieuw'));
update public.profile set created_at = now() - interval '30 days 1 minute' where id in (tests.account('oud'), tests.account('bevestigd'));
update public.profile set created_at = now() - interval '30 days' + interval '1 minute' where id = tests.account('nieuw');
update public.profile set status = 'rejected', status_changed_at = now() - interval '1 year 1 minute'
where id = tests.account('afgewezen');
update public.profile set status = 'rejected', status_changed_at = now() - interval '1 year' + interval '1 minute'
where id = tests.account('pas');
insert into public.account_decision (account_id, decision, reason, previous_status, previous_role, new_status, new_role)
values (tests.account('afgewezen'), 'rejected', 'Onbekend', 'pending', 'member', 'rejected', 'member');
insert into public.email_outbox (template, locale, to_address, status, created_at) values
  ('account_left', 'nl', 'dood@proefdorp.example', 'dead', now() - interval '30 days 1 minute'),
  ('account_left', 'nl', 'bijna@proefdorp.example', 'dead', now() - interval '30 days' + interval '1 minute'),
  ('account_left', 'nl', 'wacht@proefdorp.example', 'queued', now() - interval '60 days');
select tests.serve();
select is(public.delete_expired_accounts(), 2, 'accounts whose time is over go');
select is(public.delete_expired_accounts(), 0, 'once');
select tests.own();
select is_empty(
  $$ select from auth.users where id in (tests.account('oud'), tests.account('afgewezen')) $$,
  'addresses never confirmed after 30 days, rejected requests after a year'
);
select is(
  (select count(*)::int from public.profile
   where id in (tests.account('nieuw'), tests.account('bevestigd'), tests.account('pas'), tests.account('mia'))),
  4, 'others stay'
);
select results_eq(
  $$ select action, actor_id from public.audit_entry
     where action like 'expired%' and account_id in (tests.account('oud'), tests.account('afgewezen')) order by action $$,
  $$ values ('expired_rejected', null::uuid), ('expired_unconfirmed', null) $$, 'with a trace'
);
select is(
  (select reason from public.account_decision where account_id = tests.account('afgewezen')), null,
  'the reason is forgotten with the person'
);
select set_eq(
  $$ select to_address from public.email_outbox where template = 'account_left' $$,
  $$ values ('bijna@proefdorp.example') $$, 'mail that has not left goes after 30 days'
);

-- Administrators from outside
select tests.serve();
select is(public.grant_admin('niemand@proefdorp.example'), 'not_found', 'an administrator has an account');
select is(public.grant_admin('nieuw@proefdorp.example'), 'unconfirmed', 'of a confirmed address');
select is(public.grant_admin('BEVESTIGD@proefdorp.example'), 'granted', 'and is then appointed');
select is(public.grant_admin('bevestigd@proefdorp.example'), 'already', 'once');
select tests.own();
select results_eq(
  $$ select status, role from public.profile where id = tests.account('bevestigd') $$, $$ values ('approved', 'admin') $$,
  'with the rights'
);
select isnt_empty(
  $$ select from public.audit_entry where action = 'admin_granted' and account_id = tests.account('bevestigd') $$,
  'and a trace'
);

select tests.own();
select * from finish();
rollback;
