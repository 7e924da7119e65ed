begin;
select no_plan();

select tests.make_account('ann');
select tests.make_account('mia', 'approved');
select tests.make_account('eva', 'approved', 'editor');
select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('rik', 'rejected');
select tests.make_account('sus', 'suspended');
update public.profile set listed = true, phone = '+3291234567', bio = 'Over mij' where id = tests.account('mia');

-- What a profile can be
create function pg_temp.refuses(p_change text, p_why text) returns text language sql as $$
  select throws_ok(
    format('update public.profile set %s where id = tests.account(''mia'')', p_change), '23514', null, p_why
  );
$$;
select pg_temp.refuses($$ full_name = '' $$, 'a name is not empty');
select pg_temp.refuses($$ full_name = ' Mia' $$, 'has no spaces around it');
select pg_temp.refuses($$ full_name = repeat('x', 101) $$, 'is not longer than 100 characters');
select pg_temp.refuses($$ full_name = E'Mia\nBcc: iedereen' $$, 'is one line');
select pg_temp.refuses($$ full_name = E'Mia\u202Enimda' $$, 'does not turn the direction of what follows');
select pg_temp.refuses($$ full_name = E'Mia\u2066' $$, 'nor isolates it');
select pg_temp.refuses(
  format('full_name = %L', 'Mi' || chr(code) || 'a'), 'nor holds U+' || to_hex(code) || ', which nobody sees'
)
from unnest(array[173, 847, 1564, 4447, 8203, 8206, 8207, 8288, 12644, 65024, 65279, 917505]) as code;
select lives_ok(
  $$ update public.profile set full_name = 'مريم 👩🔬 O’Neill-Čapek' where id = tests.account('mia') $$,
  'a name may be in any script'
);
select pg_temp.refuses($$ job_title = '' $$, 'a function is not empty');
select pg_temp.refuses($$ job_title = repeat('x', 151) $$, 'nor longer than 150 characters');
select pg_temp.refuses($$ job_title = E'a\tb' $$, 'nor more than one line');
select pg_temp.refuses($$ position = 'volunteer' $$, 'a person is staff or elected');
select pg_temp.refuses($$ phone = '09 123 45 67' $$, 'a phone number is E.164');
select pg_temp.refuses($$ bio = '' $$, 'a bio is there or not');
select pg_temp.refuses($$ bio = repeat('x', 2001) $$, 'and at most 2000 characters');
select pg_temp.refuses($$ motivation = repeat('x', 2001) $$, 'so is a motivation');
select pg_temp.refuses($$ status = 'vip' $$, 'a status is one of four');
select pg_temp.refuses($$ role = 'owner' $$, 'a role is one of three');
select pg_temp.refuses($$ visible_fields = '{motivation}' $$, 'a motivation cannot be shown to colleagues');
select pg_temp.refuses($$ visible_fields = '{null}' $$, 'nor nothing');
select pg_temp.refuses(
  $$ visible_fields = array_fill('bio'::text, array[100000]) $$, 'a list of choices is not used to store a book'
);
select pg_temp.refuses($$ notifications = '{everything}' $$, 'notifications are those that exist');
select pg_temp.refuses(
  $$ notifications = array_fill('new_request'::text, array[100000]) $$, 'and each once'
);
select pg_temp.refuses($$ locale = 'de' $$, 'a language is one of ours');
select pg_temp.refuses($$ consent_version = 'yes' $$, 'consent is to the statement of a date');
select pg_temp.refuses($$ local_government_id = null $$, 'an approved member belongs to a government');
select lives_ok(
  $$ update public.profile set local_government_id = null where id = tests.account('ada') $$,
  'an administrator of the platform need not'
);
select throws_ok(
  $$ update public.profile set role = 'editor' where id = tests.account('ann') $$,
  '23514', null, 'rights go with approval'
);

-- A visitor
select tests.visit();
select throws_ok($$ select id from public.profile $$, '42501', null, 'a visitor reads no profile');
select throws_ok($$ select count(*) from public.profile $$, '42501', null, 'nor how many there are');
select throws_ok($$ update public.profile set listed = true $$, '42501', null, 'changes none');
select throws_ok($$ delete from public.profile $$, '42501', null, 'removes none');
select throws_ok($$ select public.my_account() $$, '42501', null, 'and has no account');

-- Somebody who waits
select tests.authenticate_as(tests.account('ann'));
select results_eq(
  $$ select id, full_name::text from public.profile $$, $$ values (tests.account('ann'), 'ann') $$,
  'somebody who waits reads the own profile only'
);
select results_eq(
  $$ select status, role, email from public.my_account() $$, $$ values ('pending', 'member', 'ann@proefdorp.example') $$,
  'and the own account'
);
select lives_ok(
  $$ update public.profile set full_name = 'Ann A.', job_title = 'Schepen', position = 'elected', phone = '+32478123456',
       bio = 'Hallo', listed = true, visible_fields = '{phone,bio}', notifications = '{}', locale = 'fr' $$,
  'changes what is the person’s own'
);
select throws_ok($$ update public.profile set status = 'approved' $$, '42501', null, 'but not the status');
select throws_ok($$ update public.profile set role = 'admin' $$, '42501', null, 'nor the role');
select throws_ok(
  $$ update public.profile set local_government_id = null $$, '42501', null, 'nor the government, which is judged'
);
select throws_ok($$ update public.profile set motivation = 'x' $$, '42501', null, 'nor what was asked');
select throws_ok($$ update public.profile set consented_at = now() $$, '42501', null, 'nor the consent');
select throws_ok($$ update public.profile set consent_version = '2030-01-01' $$, '42501', null, 'or what it was to');
select throws_ok($$ update public.profile set id = gen_random_uuid() $$, '42501', null, 'nor who it is');
select throws_ok($$ update public.profile set paused_at = now() $$, '42501', null, 'nor a pause without its trace');
select throws_ok($$ update public.profile set created_at = now() $$, '42501', null, 'nor its age');
select throws_ok($$ update public.profile set status_changed_at = now() $$, '42501', null, 'nor when it was decided');
select throws_ok($$ delete from public.profile $$, '42501', null, 'leaving is not deleting a row');
select throws_ok(
  $$ insert into public.profile (id, full_name, job_title, position, consent_version, status)
     values (gen_random_uuid(), 'x', 'x', 'staff', '2026-11-21', 'approved') $$,
  '42501', null, 'nobody adds a profile'
);

-- A member, and an editor
select tests.authenticate_as(tests.account('mia'));
select results_eq(
  $$ select id from public.profile $$, $$ values (tests.account('mia')) $$, 'a member reads the own profile only'
);
update public.profile set bio = 'Gestolen' where id = tests.account('ann');
select tests.authenticate_as(tests.account('eva'));
select results_eq($$ select id from public.profile $$, $$ values (tests.account('eva')) $$, 'so does an editor');
select tests.own();
select is(
  (select bio from public.profile where id = tests.account('ann')), 'Hallo', 'and a change of another’s profile hits none'
);

-- Somebody who was rejected or suspended
select tests.authenticate_as(tests.account('rik'));
select is_empty($$ select id from public.profile $$, 'a rejected person reads no profile');
select results_eq($$ select status from public.my_account() $$, $$ values ('rejected') $$, 'but may know the decision');
update public.profile set full_name = 'Anders';
select tests.authenticate_as(tests.account('sus'));
select is_empty($$ select id from public.profile $$, 'a suspended person reads no profile');
select results_eq($$ select status from public.my_account() $$, $$ values ('suspended') $$, 'but may know it');
update public.profile set full_name = 'Anders';
select tests.own();
select is_empty($$ select from public.profile where full_name = 'Anders' $$, 'neither changes anything');

-- An administrator
select tests.authenticate_as(tests.account('ada'));
select is(
  (select array_agg(full_name::text order by full_name) from public.profile where id = any (array[
    tests.account('ann'), tests.account('rik'), tests.account('sus'), tests.account('eva'), tests.account('ada')])),
  array['Ann A.', 'ada', 'eva', 'rik', 'sus'], 'an administrator reads every profile'
);
select throws_ok(
  $$ update public.profile set status = 'approved' where id = tests.account('ann') $$,
  '42501', null, 'and changes no status past the functions that keep a trace'
);
update public.profile set full_name = 'Anders' where id = tests.account('ann');
select tests.own();
select is_empty(
  $$ select from public.profile where full_name = 'Anders' $$, 'nor somebody else’s profile'
);

-- Sessions that ended
select tests.resume(tests.account('ada'), null);
select is_empty($$ select from public.profile $$, 'the token of a session that ended reads nothing');
select is_empty($$ select from public.my_account() $$, 'and has no account');
select tests.own();
insert into auth.sessions (id, user_id, not_after)
values ('00000000-0000-4000-8000-00000000000a', tests.account('ada'), now() - interval '1 second');
select tests.resume(tests.account('ada'), '00000000-0000-4000-8000-00000000000a');
select is_empty($$ select from public.my_account() $$, 'nor does one whose time ran out');
select tests.own();
insert into auth.sessions (id, user_id) values ('00000000-0000-4000-8000-00000000000b', tests.account('ada'));
select tests.resume(tests.account('ann'), '00000000-0000-4000-8000-00000000000b');
select is_empty($$ select from public.my_account() $$, 'nor the session of somebody else');

-- A suspension counts at once, in a session that is open
select tests.own();
select tests.make_account('bob', 'approved', 'admin');
select tests.authenticate_as(tests.account('bob'));
select isnt_empty($$ select from public.profile where id = tests.account('ann') $$, 'an administrator sees others');
reset role;
update public.profile set status = 'suspended', role = 'member' where id = tests.account('bob');
set local role authenticated;
select is_empty($$ select from public.profile $$, 'and nobody anymore once suspended, with the same session');

-- The last administrator
select tests.own();
select throws_ok(
  $$ update public.profile set role = 'member' where role = 'admin' $$, 'P0001', 'LAST_ADMIN',
  'the last administrator keeps the role'
);
select throws_ok(
  $$ update public.profile set status = 'suspended', role = 'member' where role = 'admin' $$, 'P0001', 'LAST_ADMIN',
  'is not suspended'
);
select throws_ok(
  $$ delete from auth.users where id = tests.account('ada') $$, 'P0001', 'LAST_ADMIN', 'nor is the auth user deleted'
);
select throws_ok(
  $$ delete from public.profile where id = tests.account('ada') $$, 'P0001', 'LAST_ADMIN', 'nor the profile'
);
select tests.make_account('cas', 'approved', 'admin');
update public.profile set local_government_id = (
  select local_government_id from public.profile where id = tests.account('cas')
);
select throws_ok(
  $$ update public.profile set role = 'member' where role = 'admin' $$, 'P0001', 'LAST_ADMIN',
  'not all administrators go in one statement either'
);
select lives_ok($$ delete from auth.users where id = tests.account('ada') $$, 'one of two may go');

-- An auth user that goes takes the profile along
select is_empty($$ select from public.profile where id = tests.account('ada') $$, 'the profile goes with the auth user');

select tests.own();
select * from finish();
rollback;
