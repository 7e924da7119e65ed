begin;
select no_plan();

select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('mia', 'approved');
select tests.make_account('eva', 'approved');
select tests.make_municipality('99002');
select tests.make_local_government('99002');
insert into public.volunteer_desk (slug, local_government_id, name, street, postcode, place, lon, lat, published)
select 'loket-adres', id, 'Loket', 'Kerkstraat 1', '9000', 'Gent', 3.7, 51, true
from public.local_government where nis_code = '99002';

-- What a person writes without being known: with the address of then, of each day that it was theirs
create function pg_temp.write(p_email text, p_at timestamptz, p_text text) returns void language sql as $$
  insert into public.contact_message (name, email, message, locale, created_at)
  values ('Iemand', p_email, 'Een bericht ' || p_text, 'nl', p_at);
  insert into public.desk_report (desk_id, topic, message, email, locale, created_at)
  select id, 'hours', 'Een melding ' || p_text, p_email, 'nl', p_at
  from public.volunteer_desk where slug = 'loket-adres';
$$;
create function pg_temp.move(p_name text, p_email text, p_at timestamptz) returns void language sql as $$
  select private.permit_auth_change(tests.account(p_name), 'email');
  update auth.users set email = p_email where id = tests.account(p_name);
  update private.proven_address set until = p_at where account_id = tests.account(p_name) and until = now();
  update private.proven_address set since = p_at where account_id = tests.account(p_name) and since = now() and until is null;
$$;

update private.proven_address set since = now() - interval '100 days';
select pg_temp.write('mia@proefdorp.example', now() - interval '200 days', 'voor de aanvraag');
select pg_temp.write('Mia@Proefdorp.example', now() - interval '90 days', 'met het eerste adres');
select pg_temp.move('mia', 'mia-twee@proefdorp.example', now() - interval '50 days');
select pg_temp.write('mia@proefdorp.example', now() - interval '40 days', 'van een opvolger zonder account');
select pg_temp.write('mia-twee@proefdorp.example', now() - interval '40 days', 'met het tweede adres');
select pg_temp.move('eva', 'mia@proefdorp.example', now() - interval '30 days');
select pg_temp.write('mia@proefdorp.example', now() - interval '20 days', 'van wie het adres nu heeft');
select pg_temp.move('mia', 'mia-drie@proefdorp.example', now() - interval '10 days');
select pg_temp.write('niemand@proefdorp.example', now(), 'van een vreemde');

select results_eq(
  $$ select address, until is null from private.proven_address where account_id = tests.account('mia') order by since $$,
  $$ values ('mia@proefdorp.example', false), ('mia-twee@proefdorp.example', false), ('mia-drie@proefdorp.example', true) $$,
  'which addresses an account proved'
);
select private.permit_auth_change(tests.account('ada'), 'email');
update auth.users set email = 'bont@proefdorp.example' where id = tests.account('ada');
update auth.users set last_sign_in_at = now() where id = tests.account('ada');
select results_eq(
  $$ select address from private.proven_address where account_id = tests.account('ada') and until is null $$,
  $$ values ('bont@proefdorp.example') $$, 'one of them at a time'
);
select is(private.who_proved('MIA@proefdorp.example', now() - interval '90 days'), tests.account('mia'), 'whoever held it then');
select is(private.who_proved('mia@proefdorp.example', now()), tests.account('eva'), 'and holds it now');
select is(private.who_proved('niemand@proefdorp.example', now()), null, 'what nobody proved is nobody''s');

-- Taking it along
select tests.authenticate_as(tests.account('mia'));
create temp table export as select public.export_my_account() as everything;
select set_eq(
  $$ select message ->> 'message' from export, jsonb_array_elements(everything -> 'contactMessages') as message $$,
  $$ values ('Een bericht voor de aanvraag'), ('Een bericht met het eerste adres'), ('Een bericht met het tweede adres') $$,
  'the messages of every address, and of nobody who had one of them later'
);
select set_eq(
  $$ select message ->> 'message' from export, jsonb_array_elements(everything -> 'deskReports') as message $$,
  $$ values ('Een melding voor de aanvraag'), ('Een melding met het eerste adres'), ('Een melding met het tweede adres') $$,
  'so the reports'
);
select is(
  (select array(select address ->> 'address' from jsonb_array_elements(everything -> 'provenAddresses') as address) from export),
  array['mia@proefdorp.example', 'mia-twee@proefdorp.example', 'mia-drie@proefdorp.example'], 'and which addresses those are'
);
select set_eq(
  $$ select distinct jsonb_object_keys(message) from export, jsonb_array_elements(everything -> 'contactMessages') as message $$,
  array['name', 'email', 'about', 'message', 'language', 'state', 'at', 'dueAt', 'settledAt'], 'with all that is kept of a message'
);
select set_eq(
  $$ select distinct jsonb_object_keys(report) from export, jsonb_array_elements(everything -> 'deskReports') as report $$,
  array['desk', 'about', 'message', 'email', 'language', 'state', 'at', 'handledAt'], 'and of a report'
);
select tests.own();

-- An answer: to whose address it was, and not to the mailbox that somebody else may have by now
create function pg_temp.answer(p_text text) returns boolean language sql as $$
  select public.answer_contact_message(id, 1, 'Dit is ons antwoord.') from public.contact_messages(null, null, 50, 0)
  where message = 'Een bericht ' || p_text;
$$;
grant execute on function pg_temp.answer to authenticated;
select tests.authenticate_as(tests.account('ada'));
select ok(pg_temp.answer('met het eerste adres'), 'somebody who changed their address since is answered');
select ok(pg_temp.answer('van een vreemde'), 'and so is a stranger');
select tests.own();
select set_eq(
  $$ select to_address, recipient_id from public.email_outbox where template = 'contact_answer' $$,
  $$ values ('mia-drie@proefdorp.example', tests.account('mia')), ('niemand@proefdorp.example', null) $$,
  'where they read their mail now'
);
delete from public.email_outbox where to_address = 'niemand@proefdorp.example';

-- A link that was handed over to an address without account waits in the outbox
insert into public.email_outbox (template, locale, to_address) values
  ('desk_check', 'nl', 'mia-twee@proefdorp.example'), ('desk_check', 'nl', 'een-ander@proefdorp.example');
update public.email_outbox set created_at = now() - interval '40 days' where template = 'desk_check';

-- Leaving
select tests.authenticate_as(tests.account('mia'));
select public.leave_account();
select tests.own();
select set_eq(
  $$ select message from public.contact_message where email like '%@proefdorp.example' $$,
  $$ values ('Een bericht van een opvolger zonder account'), ('Een bericht van wie het adres nu heeft'), ('Een bericht van een vreemde') $$,
  'every message goes, whichever address it came from'
);
select set_eq(
  $$ select message from public.desk_report where email is null $$,
  $$ values ('Een melding voor de aanvraag'), ('Een melding met het eerste adres'), ('Een melding met het tweede adres') $$,
  'what was said about a desk stays, without the address'
);
select set_eq(
  $$ select to_address from public.email_outbox where recipient_id is null $$,
  $$ values ('een-ander@proefdorp.example'), ('mia-drie@proefdorp.example') $$, 'mail goes, but for the goodbye'
);
select is_empty($$ select from private.proven_address where account_id = tests.account('mia') $$, 'and which addresses they were');

-- Every column that holds an address is known here. Whoever adds one says what becomes of it.
select set_eq(
  $$ select format('%I.%I', column_of.attrelid::regclass::text, column_of.attname)
     from pg_attribute as column_of
     join pg_class as kept_in on kept_in.oid = column_of.attrelid and kept_in.relkind in ('r', 'p')
     where kept_in.relnamespace::regnamespace::text in ('public', 'private')
       and column_of.attnum > 0 and not column_of.attisdropped
       and format_type(column_of.atttypid, null) !~ '^(boolean|date|timestamp|integer|smallint|bigint|uuid)'
       and (
         column_of.attname ~ '(mail|address|sender|recipient|invite|(^|_)to$)'
         or exists (
           select from pg_constraint as rule
           where rule.conrelid = column_of.attrelid and column_of.attnum = any (rule.conkey)
             and pg_get_constraintdef(rule.oid) like '%^@%'
         )
       ) $$,
  $$ select format('%I.%I', kept_in::text, column_name) from private.address_column $$,
  'each column that holds an address stands in the register'
);
select is_empty(
  $$ select kept_in, column_name from private.address_column
     where on_leaving in ('row', 'value') and not (select everything ? told_as from export) $$,
  'and what can be of somebody is in the export'
);
select throws_ok(
  $$ insert into private.address_column (kept_in, column_name, on_leaving) values ('public.profile', 'bio', 'row') $$,
  '23514', null, 'nothing is forgotten that is not told'
);

select * from finish();
rollback;
