begin;
select no_plan();

select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('eva', 'approved', 'editor');
select tests.make_account('mia', 'approved');
select tests.make_account('lou', 'approved');
select tests.make_account('ann');
select tests.make_account('rik', 'rejected');
select tests.make_account('sus', 'suspended');
select tests.make_municipality('99001');
select tests.make_local_government('99001');
create function pg_temp.government(p_nis text) returns uuid language sql stable as $$
  select id from public.local_government where nis_code = p_nis;
$$;
grant execute on function pg_temp.government to authenticated;
update public.profile set phone = '+3291234567', bio = 'Over mij', listed = true where id <> tests.account('lou');
delete from public.email_outbox;

-- Pausing
select tests.visit();
select throws_ok($$ select public.pause_account(true) $$, '42501', null, 'a visitor pauses nothing');
select tests.authenticate_as(tests.account('sus'));
select throws_ok($$ select public.pause_account(true) $$, '42501', 'NO_ACCOUNT', 'nor does a suspended person');
select tests.authenticate_as(tests.account('rik'));
select throws_ok($$ select public.pause_account(true) $$, '42501', 'NO_ACCOUNT', 'or a rejected one');
select tests.authenticate_as(tests.account('ann'));
select lives_ok($$ select public.pause_account(true) $$, 'who waits may');
select public.pause_account(n % 2 = 0) from generate_series(1, 19) as n;
select throws_ok($$ select public.pause_account(true) $$, 'P0001', 'TOO_OFTEN', 'twenty times an hour');
select lives_ok($$ select public.pause_account(false) $$, 'what changes nothing is no time');
select throws_ok(
  $$ select public.change_my_government(pg_temp.government('99001')) $$, 'P0001', 'TOO_OFTEN', 'nor anything else more often'
);
select tests.own();
select is(
  (select count(*)::int from public.audit_entry
   where account_id = tests.account('ann') and action in ('paused', 'resumed')),
  20, 'so the trail is not filled'
);

-- Another name
select tests.authenticate_as(tests.account('lou'));
update public.profile set full_name = 'Lou Nieuw', job_title = 'Iets anders';
update public.profile set full_name = 'Lou Nieuw', bio = 'Nog iets';
update public.profile set full_name = 'lou';
select tests.authenticate_as(tests.account('ann'));
update public.profile set full_name = 'Ann Nieuw';
select tests.own();
select results_eq(
  $$ select account_id, actor_id, details from public.audit_entry where action = 'renamed' $$,
  $$ values (tests.account('lou'), tests.account('lou'), '{}'::jsonb), (tests.account('lou'), tests.account('lou'), '{}') $$,
  'the trail says that an approved person has another name, and not which'
);
select is(
  (select count(*)::int from public.audit_entry where action = 'function_changed' and account_id = tests.account('lou')), 1,
  'or another function'
);
select is(
  (select params ->> 'count' from public.email_outbox
   where template = 'evidence_changed' and recipient_id = tests.account('ada')),
  '2', 'and administrators are told, in one mail'
);
select private.permit_auth_change(tests.account('lou'), 'email');
update auth.users set email = 'lou@provider.example' where id = tests.account('lou');
update public.profile set status = 'approved' where id = tests.account('lou');
select tests.authenticate_as(tests.account('lou'));
update public.profile set full_name = 'Iemand Anders';
select is((select status from public.my_account()), 'pending', 'without an address that proves it, the new name waits');
select isnt_empty($$ select public.export_my_account() $$, 'who waits again still takes everything along');
update public.profile set full_name = 'lou';
select tests.own();
select private.permit_auth_change(tests.account('lou'), 'email');
update auth.users set email = 'lou@proefdorp.example' where id = tests.account('lou');
update public.profile set status = 'approved' where id = tests.account('lou');
delete from public.email_outbox;

-- Another government
select tests.visit();
select throws_ok($$ select public.change_my_government(null) $$, '42501', null, 'a visitor works nowhere');
select tests.authenticate_as(tests.account('sus'));
select throws_ok(
  $$ select public.change_my_government(pg_temp.government('99001')) $$, '42501', 'NO_ACCOUNT',
  'a suspended person does not come back through another government'
);
select tests.authenticate_as(tests.account('eva'));
select throws_ok(
  $$ select public.change_my_government(gen_random_uuid()) $$, 'P0001', 'UNKNOWN_GOVERNMENT', 'a government exists'
);
select throws_ok(
  $$ select public.change_my_government(null) $$, 'P0001', 'UNKNOWN_GOVERNMENT', 'nobody works for nothing'
);
select is(public.change_my_government(pg_temp.government('99000')), 'unchanged', 'the same is no change');
select is(
  public.change_my_government(pg_temp.government('99001')), 'pending_again', 'another one is judged again'
);
select results_eq(
  $$ select status, role, local_government_id from public.profile $$,
  $$ values ('pending', 'member', pg_temp.government('99001')) $$, 'with the rights of who waits'
);
select is_empty($$ select from public.colleagues() $$, 'which are none');
select is(public.change_my_government(pg_temp.government('99000')), 'changed', 'who waits may correct it');
select tests.authenticate_as(tests.account('ada'));
select is(public.change_my_government(pg_temp.government('99001')), 'changed', 'an administrator stays one');
select isnt_empty($$ select from public.account_requests(null, 200, 0) where account_id = tests.account('eva') $$, 'and sees the request');

-- Taking everything along
select tests.visit();
select throws_ok($$ select public.export_my_account() $$, '42501', null, 'a visitor has nothing to take along');
select tests.resume(tests.account('mia'), null);
select throws_ok($$ select public.export_my_account() $$, '42501', 'NO_ACCOUNT', 'nor has a session that ended');
select tests.own();
insert into public.contact_message (name, email, message, locale) values
  ('Mia', 'Mia@proefdorp.example', 'Een vraag van mij.', 'nl'), ('Ann', 'ann@proefdorp.example', 'Een vraag van een ander.', 'nl');
insert into auth.audit_log_entries (id, payload)
values (gen_random_uuid(), json_build_object('actor_id', tests.account('mia'), 'actor_username', 'mia@proefdorp.example'));
insert into auth.flow_state (id, user_id, authentication_method, provider_type)
values (gen_random_uuid(), tests.account('mia'), 'magiclink', 'email');
insert into auth.identities (id, provider, provider_id, user_id, identity_data)
values (gen_random_uuid(), 'email', tests.account('mia')::text, tests.account('mia'), '{"email": "mia@proefdorp.example"}');
insert into public.proposed_change (subject, local_government_id, author_id, base_revision, content, note) values
  ('government', pg_temp.government('99000'), tests.account('mia'), 1, '{"phone": "+3291234567"}', 'Nieuw nummer'),
  ('government', pg_temp.government('99000'), tests.account('ann'), 1, '{"phone": "+3299999999"}', 'Van een ander');
select tests.authenticate_as(tests.account('ada'));
select tests.change_account(tests.account('mia'), 'suspend', 'Mia schreef iets lelijks');
select tests.authenticate_as(tests.account('mia'));
create temp table export as select public.export_my_account() as everything;
select ok(public.export_my_account() is not null, 'everything, as often as asked');
select ok((select everything #>> '{signIn,email}' = 'mia@proefdorp.example' from export), 'the address');
select ok((select everything #>> '{profile,bio}' = 'Over mij' from export), 'the profile');
select ok((select everything #>> '{localGovernment}' = 'Gemeente Proefdorp' from export), 'the government');
select ok(
  (select everything #>> '{decisions,0,reason}' = 'Mia schreef iets lelijks' from export), 'what was decided, and why'
);
select ok((select everything #>> '{contactMessages,0,message}' = 'Een vraag van mij.' from export), 'messages');
select ok(
  (select jsonb_array_length(everything -> 'changes') = 1 and everything #>> '{changes,0,note}' = 'Nieuw nummer'
     and everything #>> '{changes,0,content,phone}' = '+3291234567' from export),
  'what somebody wants pages to say'
);
select ok((select jsonb_array_length(everything -> 'sessions') > 0 from export), 'sessions');
select ok((select everything #>> '{waitingMail,0,template}' = 'account_suspended' from export), 'mail that waits');
select ok((select everything #>> '{history,0,action}' = 'registered' from export), 'and the history');
select is_empty(
  $$ select from export, unnest(array['ada', 'eva', 'lou', 'ann', 'rik', 'sus']) as other
     where everything::text ilike '%' || other || '@%' or everything::text like '%' || tests.account(other) || '%' $$,
  'nothing of anybody else'
);

-- Leaving
select tests.visit();
select throws_ok($$ select public.leave_account() $$, '42501', null, 'a visitor cannot leave');
select tests.authenticate_as(tests.account('ada'));
select throws_ok($$ select public.leave_account() $$, 'P0001', 'LAST_ADMIN', 'the last administrator cannot leave');
select isnt_empty($$ select from public.my_account() $$, 'and is still there');
select tests.authenticate_as(tests.account('lou'));
select lives_ok($$ select public.leave_account() $$, 'anybody else leaves at once');
select is_empty($$ select from public.my_account() $$, 'and is gone, in the same session');
select throws_ok($$ select public.leave_account() $$, '42501', 'NO_ACCOUNT', 'once');
select tests.authenticate_as(tests.account('rik'));
select lives_ok($$ select public.leave_account() $$, 'a rejected person leaves');
select tests.authenticate_as(tests.account('ann'));
select lives_ok($$ select public.leave_account() $$, 'and one who waits');
select tests.authenticate_as(tests.account('mia'));
select lives_ok($$ select public.leave_account() $$, 'and one who is suspended');

select tests.own();
select set_eq(
  $$ select to_address, template, recipient_id from public.email_outbox where template <> 'new_request' $$,
  $$ values ('lou@proefdorp.example', 'account_left', null::uuid), ('rik@proefdorp.example', 'account_left', null),
       ('ann@proefdorp.example', 'account_left', null), ('mia@proefdorp.example', 'account_left', null) $$,
  'the last mail says goodbye'
);
delete from public.email_outbox;

-- Every row of every table, except ids in the trail and in decisions
create function pg_temp.rows_with(p_text text) returns table (place text) language plpgsql as $$
declare
  v_table regclass;
  v_found boolean;
begin
  for v_table in
    select c.oid::regclass from pg_class as c
    where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('public', 'private', 'auth')
  loop
    execute format('select exists (select from %s as t where t::text ilike %L)', v_table, '%' || p_text || '%') into v_found;
    if v_found then
      place := v_table::text;
      return next;
    end if;
  end loop;
end;
$$;
select is_empty($$ select * from pg_temp.rows_with('mia@proefdorp.example') $$, 'the address is nowhere anymore');
select is_empty($$ select * from pg_temp.rows_with('lelijks') $$, 'nor what was written about the person');
select is_empty($$ select * from pg_temp.rows_with('Een vraag van mij') $$, 'nor what the person wrote');
select set_eq(
  $$ select place from pg_temp.rows_with(tests.account('mia')::text) $$,
  $$ values ('audit_entry'), ('account_decision') $$, 'an id is left in the trail and the decisions, and leads nowhere'
);
select is(
  (select array_agg(action order by id desc) from public.audit_entry where account_id = tests.account('mia')),
  array['left', 'exported', 'suspended', 'registered'], 'the trail says that somebody left'
);

-- As from the dashboard
select tests.make_account('weg', 'approved');
insert into public.contact_message (name, email, message, locale) values ('Weg', 'weg@proefdorp.example', 'Een vraag om te wissen.', 'nl');
insert into public.account_decision (account_id, decision, reason, previous_status, previous_role, new_status, new_role)
values (tests.account('weg'), 'approved', 'Ook dit wissen', 'pending', 'member', 'approved', 'member');
delete from auth.users where id = tests.account('weg');
select is_empty(
  $$ select * from pg_temp.rows_with('weg@proefdorp.example') union select * from pg_temp.rows_with('Ook dit wissen') $$,
  'whoever deletes an account leaves nothing of it'
);

select * from finish();
rollback;
