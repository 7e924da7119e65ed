begin;
select no_plan();

select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('eva', 'approved', 'editor');
select tests.make_account('ed', 'approved', 'editor');
select tests.make_account('mia', 'approved');
select tests.make_account('ann');
select tests.make_account('sus', 'suspended');
select tests.make_municipality('99002');
select tests.make_local_government('99002', '2024-01-01');
select tests.register('els', tests.form('els', (select id from public.local_government where nis_code = '99002')), now());
update public.profile set status = 'approved', role = 'editor' where id = tests.account('els');
update public.volunteer_desk set is_example = true;
select tests.make_desk((select id from public.local_government where nis_code = '99000'), 'oud', true);
select tests.make_desk((select id from public.local_government where nis_code = '99000'), 'vers', true);
select tests.make_desk((select id from public.local_government where nis_code = '99000'), 'weg', false);
update public.volunteer_desk
set email = 'loket@proefdorp.example',
  verified_at = case slug when 'vers' then now() - interval '300 days' else now() - interval '400 days' end
where slug in ('oud', 'vers', 'weg');
delete from public.email_outbox;
delete from private.rate_limit;

create function pg_temp.desk(p_slug text default 'oud') returns uuid language sql as $$
  select id from public.volunteer_desk where slug = p_slug;
$$;
create function pg_temp.later(p_ago interval) returns void language sql as $$
  update public.desk_upkeep set last_asked_at = last_asked_at - p_ago where asked > 0;
$$;
-- The token in the newest mail to somebody.
create function pg_temp.token(p_address text) returns text language sql security definer as $$
  select params ->> 'token' from public.email_outbox
  where to_address = p_address and template = 'desk_check' order by params ->> 'round' = 'handed_over' desc limit 1;
$$;
create function pg_temp.asked() returns text language sql as $$
  select coalesce(string_agg(to_address || ' ' || (params ->> 'round'), ', ' order by to_address, params ->> 'round'), '')
  from public.email_outbox where template = 'desk_check';
$$;
grant execute on all functions in schema pg_temp to anon, authenticated, service_role;

-- Who may
select tests.visit();
select throws_ok($$ select public.ask_desk_checks(365, 14) $$, '42501', null, 'a visitor asks nobody');
select throws_ok($$ select public.desk_of_check('x') $$, '42501', null, 'looks up no link');
select throws_ok($$ select public.confirm_desk_by_link('x', 'x') $$, '42501', null, 'uses none past the server');
select throws_ok($$ select public.hand_over_desk('x', 'a@b.be') $$, '42501', null, 'hands nothing over past it either');
select throws_ok($$ select public.confirm_desk(pg_temp.desk(), 'x') $$, '42501', null, 'and confirms nothing');
select tests.authenticate_as(tests.account('ada'));
select throws_ok($$ select public.ask_desk_checks(365, 14) $$, '42501', null, 'an administrator does not run the daily round');
select throws_ok($$ select public.confirm_desk_by_link('x', 'x') $$, '42501', null, 'nor links of others');
select throws_ok($$ select * from public.desk_check_link $$, '42501', null, 'and reads no links');
select throws_ok($$ select * from public.desk_upkeep $$, '42501', null, 'nor who answers, but through the list');
select tests.serve();
select throws_ok($$ select * from public.desk_check_link $$, '42501', null, 'not even the server reads links');
select throws_ok($$ select public.ask_desk_checks(0, 14) $$, 'P0001', 'UNKNOWN_PERIOD', 'a period is at least a day');
select throws_ok($$ select public.ask_desk_checks(365, null) $$, 'P0001', 'UNKNOWN_PERIOD', 'and known');

-- A round
select is(public.ask_desk_checks(365, 14), 1, 'a desk that nobody confirmed for a year is asked about');
select tests.own();
select is(
  pg_temp.asked(), 'ed@proefdorp.example first, eva@proefdorp.example first',
  'with nobody in particular to ask, its editors get a mail each'
);
select results_eq(
  $$ select params ->> 'desk', params ->> 'government', topic, recipient_id from public.email_outbox
     where to_address like 'eva%' $$,
  $$ values ('Proefloket', 'Gemeente Proefdorp', null::text, tests.account('eva')) $$, 'that says which desk it is'
);
select is(
  (select count(*)::int from public.desk_check_link as link join public.email_outbox as mail
     on link.token_hash = sha256(convert_to(mail.params ->> 'token', 'UTF8'))),
  2, 'with a link of their own, of which only the hash is kept'
);
select tests.serve();
select is(public.ask_desk_checks(365, 14), 0, 'once');
select tests.own();
select pg_temp.later('13 days');
select is(private.ask_desk_checks(365, 14), 0, 'not before the reminder is due');
select pg_temp.later('2 days');
delete from public.email_outbox;
select is(private.ask_desk_checks(365, 14), 1, 'a reminder follows');
select is(pg_temp.asked(), 'ed@proefdorp.example second, eva@proefdorp.example second', 'to both');
select pg_temp.later('15 days');
delete from public.email_outbox;
select is(private.ask_desk_checks(365, 14), 1, 'and a last one');
select is(pg_temp.asked(), 'ed@proefdorp.example last, eva@proefdorp.example last', 'to both');
select is((select unconfirmed_since from public.volunteer_desk where slug = 'oud'), null, 'until then the public is told nothing');
select pg_temp.later('15 days');
select is(private.ask_desk_checks(365, 14), 1, 'then it is given up');
select is(
  (select unconfirmed_since from public.volunteer_desk where slug = 'oud'), now() - interval '400 days',
  'and the public sees since when nobody confirmed it'
);
select pg_temp.later('100 days');
select is(private.ask_desk_checks(365, 14), 0, 'after that nobody is asked again');
select is(
  (select revision from public.volunteer_desk where slug = 'oud'),
  (select max(revision) from public.directory_revision where desk_id = pg_temp.desk()), 'which is no change of its content'
);

-- Looking changes nothing, confirming everything
select tests.serve();
select results_eq(
  $$ select state, desk_id, has_account from public.desk_of_check(pg_temp.token('eva@proefdorp.example')) $$,
  $$ values ('open', pg_temp.desk(), true) $$, 'a link opens its desk'
);
select results_eq(
  $$ select state, desk_id from public.desk_of_check('gegokt') $$, $$ values ('unknown', null::uuid) $$, 'a guess opens none'
);
select is(tests.confirm_by_link('gegokt'), 'unknown', 'and confirms none');
create temporary table kept as select pg_temp.token('eva@proefdorp.example') as eva, pg_temp.token('ed@proefdorp.example') as ed;
select is(
  public.confirm_desk_by_link((select eva from kept), 'name:0'), 'changed_meanwhile', 'its button confirms nothing unseen'
);
select is(tests.confirm_by_link((select eva from kept)), 'confirmed', 'but what was in view');
select is(tests.confirm_by_link((select eva from kept)), 'used', 'once');
select is((select state from public.desk_of_check((select eva from kept))), 'used', 'which it says from then on');
select is(tests.confirm_by_link((select ed from kept)), 'used', 'and links of colleagues have had their use');
select tests.own();
select results_eq(
  $$ select verified_at >= now(), unconfirmed_since from public.volunteer_desk where slug = 'oud' $$,
  $$ values (true, null::timestamptz) $$, 'the public sees that it was'
);
select is(pg_temp.asked(), '', 'mail that asked and has not left is taken back');
select results_eq(
  $$ select asked, round_started_at from public.desk_upkeep $$, $$ values (0::smallint, null::timestamptz) $$,
  'and the round is over'
);
select is(private.ask_desk_checks(365, 14), 0, 'for a year');

-- A published change, or the button of an editor
create function pg_temp.ask_again() returns integer language sql as $$
  update public.volunteer_desk set verified_at = now() - interval '400 days' where slug = 'oud';
  select private.ask_desk_checks(365, 14);
$$;
select is(pg_temp.ask_again(), 1, 'a year later it is asked about again');
update public.volunteer_desk set phone = '+3291234567', verified_at = now() where slug = 'oud';
select is((select asked from public.desk_upkeep), 0::smallint, 'who publishes a change has answered');
select is(
  (select count(*)::int from public.desk_check_link where used_at is null), 0, 'and the links that asked are closed'
);
select is(pg_temp.ask_again(), 1, 'again');
select tests.authenticate_as(tests.account('mia'));
select throws_ok($$ select public.confirm_desk(pg_temp.desk(), 'x') $$, '42501', 'NOT_YOURS', 'a member does not confirm');
select tests.authenticate_as(tests.account('els'));
select throws_ok($$ select public.confirm_desk(pg_temp.desk(), 'x') $$, '42501', 'NOT_YOURS', 'nor an editor of elsewhere');
select tests.authenticate_as(tests.account('eva'));
select is(tests.confirm_desk(pg_temp.desk()), true, 'an editor does');
select throws_ok($$ select public.confirm_desk(gen_random_uuid(), 'x') $$, '42501', 'NOT_YOURS', 'what is there');
select tests.own();
select is((select asked from public.desk_upkeep), 0::smallint, 'which ends the round');

-- A colleague looks after it
select is(pg_temp.ask_again(), 1, 'again');
update kept set eva = pg_temp.token('eva@proefdorp.example');
select tests.serve();
select is(public.hand_over_desk('gegokt', 'mia@proefdorp.example'), 'unknown', 'only a link hands over');
select is(public.hand_over_desk((select eva from kept), 'niemand@elders.example'), 'passed_on', 'a stranger gets nothing');
select is(public.hand_over_desk((select eva from kept), 'sus@proefdorp.example'), 'passed_on', 'nor who was suspended');
select tests.own();
select is(
  pg_temp.asked(), 'ed@proefdorp.example first, eva@proefdorp.example first', 'though the answer does not say so'
);
select tests.serve();
select is(public.hand_over_desk((select eva from kept), ' MIA@proefdorp.example '), 'passed_on', 'a colleague does');
select is(public.hand_over_desk((select eva from kept), 'nieuw@proefdorp.example'), 'passed_on', 'also without account');
select is(public.hand_over_desk((select eva from kept), 'a@proefdorp.example'), 'passed_on', 'five times a day');
select is(public.hand_over_desk((select eva from kept), 'b@proefdorp.example'), 'too_often', 'and no more');
select is((select state from public.desk_of_check((select eva from kept))), 'open', 'the link stays, whoever it was');
select is(
  (select has_account from public.desk_of_check(pg_temp.token('nieuw@proefdorp.example'))), false,
  'who has no account confirms by the link'
);
select tests.own();
select is(
  (select owner_id from public.desk_upkeep where desk_id = pg_temp.desk()), tests.account('mia'),
  'who has an account answers for it from now on'
);
select pg_temp.later('15 days');
delete from public.email_outbox;
select is(private.ask_desk_checks(365, 14), 1, 'a reminder follows');
select is(pg_temp.asked(), 'mia@proefdorp.example second', 'to who answers for it alone');
select tests.authenticate_as(tests.account('mia'));
select is(tests.confirm_desk(pg_temp.desk()), true, 'who also confirms it without a link');
select tests.own();

-- Whom to ask when people come and go
select is(pg_temp.ask_again(), 1, 'again');
update kept set eva = pg_temp.token('mia@proefdorp.example');
update public.profile set status = 'suspended' where id = tests.account('mia');
select tests.serve();
select is(tests.confirm_by_link((select eva from kept)), 'expired', 'who may not in any more has no link either');
select tests.own();
update public.profile set paused_at = now() where id = tests.account('ed');
delete from public.email_outbox;
select pg_temp.later('15 days');
select is(private.ask_desk_checks(365, 14), 1, 'asked on');
select is(pg_temp.asked(), 'eva@proefdorp.example second', 'the editors who are there');
delete from auth.users where id in (tests.account('eva'), tests.account('mia'));
select is((select owner_id from public.desk_upkeep), null, 'who leaves answers for nothing');
select pg_temp.later('15 days');
select is(private.ask_desk_checks(365, 14), 1, 'asked on');
select results_eq(
  $$ select to_address, recipient_id, locale::text from public.email_outbox where template = 'desk_check' $$,
  $$ values ('loket@proefdorp.example', null::uuid, 'nl') $$, 'else the address of the desk itself'
);
select is(
  (select count(*)::int from private.claim_mail(5, 60) where template = 'desk_check'), 1, 'which is sent like any other'
);
select tests.serve();
select is(tests.confirm_by_link(pg_temp.token('loket@proefdorp.example')), 'confirmed', 'and confirms as well');
select tests.own();
update public.volunteer_desk set email = null where slug = 'oud';
delete from public.email_outbox;
select is(pg_temp.ask_again(), 1, 'with nobody left');
select pg_temp.later('15 days');
select is(private.ask_desk_checks(365, 14), 1, 'nobody');
select pg_temp.later('15 days');
select is(private.ask_desk_checks(365, 14), 1, 'is asked');
select pg_temp.later('15 days');
select is(private.ask_desk_checks(365, 14), 1, 'and it is given up all the same');
select isnt((select unconfirmed_since from public.volunteer_desk where slug = 'oud'), null, 'for the public to see');
select is((select count(*)::int from public.email_outbox where template = 'desk_check'), 0, 'without any mail');

-- Links do not last
update public.profile set paused_at = null where id = tests.account('ed');
select is(pg_temp.ask_again(), 0, 'what was given up is not asked about on its own');
select tests.authenticate_as(tests.account('ed'));
select throws_ok($$ select public.ask_desk_now(pg_temp.desk()) $$, '42501', 'ADMIN_ONLY', 'an editor asks nobody');
select is_empty($$ select from public.desks_to_follow_up('all', null, 25, 0) $$, 'and has no list to follow up');
select tests.authenticate_as(tests.account('ada'));
select is(public.ask_desk_now(pg_temp.desk()), 'asked', 'an administrator asks');
select is(public.ask_desk_now(pg_temp.desk('weg')), 'offline', 'about what is public');
select is(public.ask_desk_now(gen_random_uuid()), 'not_found', 'and is there');
select results_eq(
  $$ select slug, asked_whom, answers, asked, total from public.desks_to_follow_up('unconfirmed', 'proefd', 25, 0)
     where slug in ('oud', 'vers', 'weg') $$,
  $$ values ('oud', 'editors', array['ed'], 1::smallint, 1::bigint) $$, 'and sees who was asked how often'
);
select results_eq(
  $$ select slug from public.desks_to_follow_up('offline', null, 25, 0) $$, $$ values ('weg') $$, 'what is not public'
);
select is_empty(
  $$ select from public.desks_to_follow_up('approximate', 'proefdorp', 25, 0) $$, 'and which pins nobody set'
);
select is(
  (select total from public.desks_to_follow_up('all', 'Proefdorp', 1, 1)), 3::bigint, 'page by page'
);
select tests.own();
update public.desk_check_link set expires_at = now() - interval '1 day' where used_at is null;
select tests.serve();
select is(tests.confirm_by_link(pg_temp.token('ed@proefdorp.example')), 'expired', 'a link works for so long');
select is((select state from public.desk_of_check(pg_temp.token('ed@proefdorp.example'))), 'expired', 'and says so');
select tests.own();
update public.desk_check_link set expires_at = now() - interval '91 days';
select lives_ok($$ select private.ask_desk_checks(365, 14) $$, 'the daily round');
select is_empty($$ select from public.desk_check_link $$, 'forgets the old ones');

select * from finish();
rollback;
