begin;
select no_plan();

select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('cas', 'approved', 'admin');
select tests.make_account('mia', 'approved');
update public.profile set notifications = '{}' where id = tests.account('cas');
delete from public.email_outbox;
insert into public.municipality (nis_code, slug, name_nl, province_code, valid_to, succeeded_by)
values ('99002', 'opgegaan', 'Opgegaan', '40000', '2025-01-01', '99000');
create function pg_temp.government(p_nis text) returns uuid language sql stable as $$
  select id from public.local_government where nis_code = p_nis;
$$;
select tests.make_local_government('99002');

-- Registering
select tests.register('ann', tests.form('  Ann Peeters ', pg_temp.government('99000')));
select results_eq(
  $$ select full_name::text, job_title::text, position, local_government_id, motivation, locale::text, consent_version, status, role,
       listed, phone, bio from public.profile where id = tests.account('ann') $$,
  $$ values ('Ann Peeters', 'Vrijwilligerscoach', 'staff', pg_temp.government('99000'), 'Ik wil meedoen', 'nl', '2026-11-21',
       'pending', 'member', false, null::text, null::text) $$,
  'who registers gets a profile that waits, and is shown to nobody'
);
select isnt_empty(
  $$ select from public.audit_entry where action = 'registered' and account_id = tests.account('ann') $$, 'with a trace'
);
select is_empty($$ select from public.email_outbox $$, 'nobody is bothered before the address is confirmed');

select is(
  (select raw_user_meta_data from auth.users where id = tests.account('ann')), '{}'::jsonb,
  'what the form sent stays nowhere else'
);
insert into auth.identities (id, provider, provider_id, user_id, identity_data)
values (gen_random_uuid(), 'email', tests.account('ann')::text, tests.account('ann'),
  tests.form('Ann Peeters') || '{"sub": "1", "email": "ann@proefdorp.example", "email_verified": false}');
select is(
  (select identity_data from auth.identities where user_id = tests.account('ann')),
  '{"sub": "1", "email": "ann@proefdorp.example", "email_verified": false}'::jsonb, 'nor with the way to sign in'
);
update auth.identities set identity_data = identity_data || '{"email_verified": true, "full_name": "Ann"}'
where user_id = tests.account('ann');
select is(
  (select identity_data from auth.identities where user_id = tests.account('ann')),
  '{"sub": "1", "email": "ann@proefdorp.example", "email_verified": true}'::jsonb, 'now or later'
);

-- What is sent along gives no rights
select tests.register('eve', tests.form('Eve', pg_temp.government('99000')) || '{
  "status": "approved", "role": "admin", "id": "00000000-0000-4000-8000-000000000000", "listed": true, "phone": "+3291234567",
  "is_admin": true, "consented_at": "2000-01-01", "created_at": "2000-01-01"
}');
select results_eq(
  $$ select status, role, listed, phone, consented_at from public.profile where id = tests.account('eve') $$,
  $$ values ('pending', 'member', false, null::text, now()) $$, 'status and role in the form change nothing'
);
update auth.users set raw_user_meta_data = raw_user_meta_data || '{"full_name": "Nieuw", "role": "admin"}'
where id = tests.account('eve');
select results_eq(
  $$ select full_name::text, role from public.profile where id = tests.account('eve') $$, $$ values ('Eve', 'member') $$,
  'nor do they later'
);

-- What is refused
create function pg_temp.refuses(p_form jsonb, p_code text, p_why text) returns text language sql as $$
  select throws_ok(
    format('select tests.register(''fout'', tests.form(''Fout'') || %L)', p_form), p_code, null, p_why
  );
$$;
select pg_temp.refuses('{"full_name": null}', '23502', 'without a name nobody registers');
select pg_temp.refuses('{"full_name": "   "}', '23514', 'nor with an empty one');
select pg_temp.refuses(jsonb_build_object('full_name', repeat('x', 101)), '23514', 'nor with a book');
select pg_temp.refuses(jsonb_build_object('full_name', E'A\u202Eb'), '23514', 'nor with one that turns around');
select pg_temp.refuses('{"full_name": "… – !"}', '23514', 'nor with one that cannot be read');
select pg_temp.refuses('{"job_title": "?"}', '23514', 'as little as a function');
select pg_temp.refuses(jsonb_build_object('motivation', E'a\u202Eb'), '23514', 'a motivation does not turn around either');
select pg_temp.refuses(jsonb_build_object('motivation', E'a\u0007b'), '23514', 'or beep');
select pg_temp.refuses('{"full_name": {"a": "\n"}, "job_title": ["\n"], "position": "?"}', '23514', 'nor with an object');
select pg_temp.refuses('{"job_title": null}', '23502', 'a function is needed');
select pg_temp.refuses('{"position": null}', '23502', 'and staff or elected');
select pg_temp.refuses('{"position": "both"}', '23514', 'one of the two');
select pg_temp.refuses('{"consent_version": null}', '23502', 'nobody registers without consent');
select pg_temp.refuses('{"consent_version": "true"}', '23514', 'to a statement of a date');
select pg_temp.refuses('{"locale": "xx"}', '23514', 'a language is one of ours');
select pg_temp.refuses(jsonb_build_object('motivation', repeat('x', 2001)), '23514', 'a motivation has its limits');
select pg_temp.refuses('{"local_government_id": "gent"}', '22P02', 'a government is an id');
select throws_ok(
  $$ select tests.register('fout', tests.form('Fout', gen_random_uuid())) $$, 'P0001', 'UNKNOWN_GOVERNMENT',
  'of a government that exists'
);
select throws_ok(
  $$ select tests.register('fout', tests.form('Fout', pg_temp.government('99002'))) $$, 'P0001', 'UNKNOWN_GOVERNMENT',
  'and still does'
);
select throws_ok(
  $$ insert into auth.users (id, email) values (tests.account('fout'), 'fout@proefdorp.example') $$, '23502', null,
  'an account comes with a profile or not at all'
);
select is_empty($$ select from auth.users where id = tests.account('fout') $$, 'a refusal leaves no auth user');
select lives_ok(
  $$ select tests.register('regels', tests.form('李 Ö') || jsonb_build_object('motivation', E'Een\n\ttwee')) $$,
  'names are of any script, a motivation of more lines'
);
select lives_ok(
  $$ select tests.register('zonder', tests.form('Zonder') - 'motivation' - 'locale') $$, 'the rest may be left out'
);

-- Confirming
select tests.register('bob', tests.form('Bob', pg_temp.government('99000')));
update auth.users set email_confirmed_at = now() where id = tests.account('ann');
select results_eq(
  $$ select recipient_id, template, topic, params ->> 'count', next_attempt_at > now() from public.email_outbox $$,
  $$ values (tests.account('ada'), 'new_request', 'new_request', '1', true) $$,
  'a confirmed request is told to the administrators who want it'
);
update auth.users set email_confirmed_at = now() where id = tests.account('bob');
select results_eq(
  $$ select recipient_id, params ->> 'count' from public.email_outbox $$, $$ values (tests.account('ada'), '2') $$,
  'two in a few minutes are one mail'
);
select is(
  (select count(*)::int from public.audit_entry
   where action = 'confirmed' and account_id in (tests.account('ann'), tests.account('bob'))),
  2, 'each leaves its trace'
);
update auth.users set email_confirmed_at = now() + interval '1 second' where id = tests.account('bob');
select is((select params ->> 'count' from public.email_outbox), '2', 'an address is confirmed once');

-- Changing address or password
delete from public.email_outbox;
select throws_ok(
  format('update auth.users set %s where id = %L', change, tests.account('mia')), 'P0001', 'NOT_PERMITTED',
  'Auth alone changes nothing that the site has to judge: ' || change
)
from unnest(array[
  $$ email = 'nieuw@gent.example' $$, $$ email_change = 'nieuw@gent.example' $$, $$ encrypted_password = 'y' $$
]) as change;
select private.permit_auth_change(tests.account('mia'), 'email');
update auth.users set email = 'nieuw@gent.example' where id = tests.account('mia');
select results_eq(
  $$ select template, to_address, recipient_id, params from public.email_outbox where template = 'email_changed' $$,
  $$ values ('email_changed', 'mia@proefdorp.example', tests.account('mia'),
       '{"name": "mia", "newAddress": "n…@gent.example"}'::jsonb) $$,
  'a new address is told to the old one, without giving it away'
);

-- Whoever was let in on an address is judged again when it is another one
create function pg_temp.after(p_name text, p_email text) returns text language plpgsql as $$
begin
  delete from public.email_outbox;
  update public.profile set status = 'approved', role = 'editor' where id = tests.account(p_name);
  perform private.permit_auth_change(tests.account(p_name), 'email');
  update auth.users set email = p_email where id = tests.account(p_name);
  return (
    select p.status || ' ' || p.role || ', ' || coalesce((
      select string_agg(mail.template, ' ' order by mail.template)
      from public.email_outbox as mail where mail.recipient_id = tests.account('ada')
    ), '')
    from public.profile as p where p.id = tests.account(p_name)
  );
end;
$$;
update public.profile set paused_at = null, notifications = '{new_request}' where id = tests.account('ada');
update public.local_government set email_domains = '{proefdorp.example,ocmw-proefdorp.example}'
where id = (select local_government_id from public.profile where id = tests.account('mia'));
select is(
  pg_temp.after('mia', 'mia2@proefdorp.example'), 'approved editor, evidence_changed',
  'an address of the own government is told to administrators'
);
select is(
  pg_temp.after('mia', 'mia@zorg.ocmw-proefdorp.example'), 'approved editor, evidence_changed', 'below its domain too'
);
select is(
  pg_temp.after('mia', 'mia@provider.example'), 'pending member, new_request', 'with any other address somebody waits again'
);
select is(
  pg_temp.after('mia', 'mia@nietproefdorp.example'), 'pending member, new_request', 'also with one that ends alike'
);
select is(
  pg_temp.after('ada', 'ada@proefdorp.example.provider.example'), 'pending member, email_changed', 'or has it in the middle'
);
update public.profile set status = 'approved', role = 'admin' where id = tests.account('ada');
select private.permit_auth_change(tests.account('ada'), 'email');
update auth.users set email = 'ada@nog-een.example' where id = tests.account('ada');
select is(
  (select status || ' ' || role from public.profile where id = tests.account('ada')), 'approved admin',
  'an administrator of the platform stays one'
);
select private.permit_auth_change(tests.account('ada'), 'email');
update auth.users set email = 'ada@proefdorp.example' where id = tests.account('ada');
update public.profile set status = 'approved' where id = tests.account('mia');
select private.permit_auth_change(tests.account('mia'), 'email');
update auth.users set email = 'nieuw@gent.example' where id = tests.account('mia');
update public.profile set status = 'approved' where id = tests.account('mia');
delete from public.email_outbox;
select throws_ok(
  $$ update auth.users set encrypted_password = 'y' where id = tests.account('mia') $$, 'P0001', 'NOT_PERMITTED',
  'leave for one change is none for another'
);
select private.permit_auth_change(tests.account('mia'), 'password');
update auth.users set encrypted_password = 'y' where id = tests.account('mia');
select throws_ok(
  $$ update auth.users set encrypted_password = 'x' where id = tests.account('mia') $$, 'P0001', 'NOT_PERMITTED',
  'and is used up'
);
insert into private.auth_permission values (tests.account('mia'), 'password', clock_timestamp() - interval '1 second');
select throws_ok(
  $$ update auth.users set encrypted_password = 'x' where id = tests.account('mia') $$, 'P0001', 'NOT_PERMITTED',
  'or too late'
);
update public.profile set status = 'rejected' where id = tests.account('bob');
select throws_ok(
  $$ select private.permit_auth_change(tests.account('bob'), 'email') $$, '42501', 'ACCOUNT_CLOSED',
  'who was refused changes no address'
);
select lives_ok($$ select private.permit_auth_change(tests.account('bob'), 'password') $$, 'but may have another password');
update auth.users set raw_user_meta_data = '{"full_name": "Nieuw", "role": "admin"}' where id = tests.account('mia');
select is(
  (select raw_user_meta_data from auth.users where id = tests.account('mia')), '{}', 'what is written beside an account goes'
);
update public.profile set status = 'pending' where id = tests.account('bob');
select results_eq(
  $$ select template, to_address from public.email_outbox $$, $$ values ('password_changed', 'nieuw@gent.example') $$,
  'a new password is told'
);
select set_eq(
  $$ select action from public.audit_entry
     where account_id = tests.account('mia') and action in ('email_changed', 'password_changed') $$,
  $$ values ('email_changed'), ('password_changed') $$, 'both leave a trace'
);
delete from public.email_outbox;
select public.disown_password(tests.account('mia'));
select is_empty($$ select from public.email_outbox $$, 'a password that was not theirs goes without a word');
select private.permit_auth_change(tests.account('mia'), 'password');
update auth.users set encrypted_password = 'own' where id = tests.account('mia');
select results_eq(
  $$ select template from public.email_outbox $$, $$ values ('password_chosen') $$,
  'nobody hears that a password changed who had none'
);
delete from public.email_outbox;
select private.permit_auth_change(tests.account('eve'), 'password');
update auth.users set encrypted_password = 'z' where id = tests.account('eve');
update auth.users set last_sign_in_at = now() where id = tests.account('mia');
select is_empty(
  $$ select from public.email_outbox $$, 'nothing is told of an address that was never confirmed, or of signing in'
);

select tests.own();
select * from finish();
rollback;
