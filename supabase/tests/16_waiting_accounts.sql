begin;
select no_plan();

select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('sus', 'suspended');
select tests.make_account('ann');
select tests.make_account('nog');
select tests.make_account('mia', 'approved');
update auth.users set email_confirmed_at = now() - interval '700 days';
update public.profile set status_changed_at = now() - interval '600 days';
update public.profile set status_changed_at = now() - interval '149 days' where id = tests.account('nog');
update public.profile set is_example = false;
delete from public.email_outbox;

create function pg_temp.upkeep() returns integer language sql as $$
  select private.end_waiting_accounts(365, 180, 30, 7);
$$;
-- So many days later
create function pg_temp.later(p_days integer) returns void language sql as $$
  update private.ending_account set told_at = told_at - make_interval(days => p_days), waits_since = waits_since - make_interval(days => p_days);
  update public.profile set status_changed_at = status_changed_at - make_interval(days => p_days);
$$;

select throws_ok($$ select private.end_waiting_accounts(365, 30, 30, 7) $$, 'P0001', 'UNKNOWN_PERIOD', 'nobody ends unannounced');
select throws_ok($$ select private.end_waiting_accounts(365, null, 30, 7) $$, 'P0001', 'UNKNOWN_PERIOD', 'or without a period');
select is(pg_temp.upkeep(), 0, 'whoever waited far too long already is told first');
select set_eq(
  $$ select to_address, params ->> 'status' as status, params ->> 'on' as day from public.email_outbox where template = 'account_ends' $$,
  $$ values ('sus@proefdorp.example', 'suspended', to_char(now() + interval '30 days', 'YYYY-MM-DD')),
       ('ann@proefdorp.example', 'pending', to_char(now() + interval '30 days', 'YYYY-MM-DD')) $$,
  'from which day on'
);
select pg_temp.upkeep();
select is((select count(*)::int from public.email_outbox where template = 'account_ends'), 2, 'once');
select pg_temp.later(22);
select pg_temp.upkeep();
select is((select count(*)::int from public.email_outbox where recipient_id = tests.account('sus')), 1, 'nothing in between');
select is((select count(*)::int from public.email_outbox where recipient_id = tests.account('nog')), 1, 'others are told when it is their time');
select pg_temp.later(1);
select is(pg_temp.upkeep(), 0, 'a week before');
select is((select count(*)::int from public.email_outbox where recipient_id = tests.account('sus')), 2, 'they are told again');

-- Somebody decides after all
select tests.authenticate_as(tests.account('ada'));
select tests.change_account(tests.account('sus'), 'restore', null);
select tests.change_account(tests.account('sus'), 'suspend', 'Toch weer');
select tests.own();
select pg_temp.later(7);
select is(pg_temp.upkeep(), 1, 'then they go');
select set_eq(
  $$ select id from public.profile $$,
  $$ select tests.account(name) from unnest(array['ada', 'sus', 'nog', 'mia']) as name $$,
  'but whoever was decided about, and whoever is still to be told again'
);
select results_eq(
  $$ select action from public.audit_entry where account_id = tests.account('ann') order by id desc limit 1 $$,
  $$ values ('expired_undecided') $$, 'with a trace'
);
update public.profile set is_example = true where id = tests.account('sus');
update public.profile set status_changed_at = now() - interval '600 days' where id = tests.account('sus');
delete from public.email_outbox;
select pg_temp.upkeep();
select is_empty($$ select from public.email_outbox where recipient_id = tests.account('sus') $$, 'invented accounts stay');

-- A request that takes the place of another one
create function pg_temp.ask(p_name text, p_contested boolean) returns uuid language sql as $$
  insert into auth.users (id, email, raw_user_meta_data)
  select gen_random_uuid(), 'omstreden@proefdorp.example', jsonb_build_object(
    'full_name', p_name, 'job_title', 'Medewerker', 'position', 'staff', 'motivation', 'Laat me binnen',
    'local_government_id', (select local_government_id from public.profile where id = tests.account('mia')),
    'consent_version', '2026-11-21', 'contested', p_contested
  ) returning id;
$$;
create temp table asked (id uuid);
grant select on asked to authenticated;
insert into asked values (pg_temp.ask('An Eerst', private.forget_unconfirmed_account('omstreden@proefdorp.example')));
update auth.users set email_confirmed_at = now() where id = (select id from asked);
select tests.authenticate_as((select id from asked));
select is(public.disown_registration(), false, 'who asked alone keeps their name');
select tests.own();
update auth.users set email_confirmed_at = null where id = (select id from asked);
delete from asked;
insert into asked values (pg_temp.ask('Bo Later', private.forget_unconfirmed_account('Omstreden@proefdorp.example')));
update auth.users set email_confirmed_at = now() where id = (select id from asked);
select tests.authenticate_as((select id from asked));
select is(public.disown_registration(), true, 'who asked first does not get the name of who asked later');
select is(public.disown_registration(), false, 'once');
select tests.own();
select results_eq(
  $$ select full_name::text, job_title::text, local_government_id is null, motivation from public.profile where id = (select id from asked) $$,
  $$ values ('omstreden', 'proefdorp.example', true, null::text) $$, 'only what the address says'
);
select tests.authenticate_as(tests.account('ada'));
select is(
  (select outcome from tests.decide_accounts(array[(select id from asked)], 'approved', null, 0)), 'incomplete',
  'and nobody approves it before they said who they are'
);
select tests.authenticate_as(tests.account('mia'));
select is(public.disown_registration(), false, 'an approved person keeps theirs');

select * from finish();
rollback;
