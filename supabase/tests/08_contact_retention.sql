-- Messages are forgotten after a year and counters after two days, and only the server can set that going.
begin;
create extension if not exists pgtap with schema extensions;
set local search_path = public, extensions;
select plan(9);

insert into public.contact_message (name, email, message, locale, created_at) values
  ('Oud', 'oud@voorbeeld.example', 'Langer dan een jaar geleden.', 'nl', now() - interval '1 year 1 minute'),
  ('Bijna', 'bijna@voorbeeld.example', 'Bijna een jaar geleden.', 'nl', now() - interval '1 year' + interval '1 minute');
insert into private.rate_limit (key, window_start) values
  ('contact:old', now() - interval '2 days 1 minute'),
  ('contact:recent', now() - interval '2 days' + interval '1 minute');

set local role anon;
select throws_ok(
  'select public.delete_expired_contact_data()', '42501', null, 'a visitor cannot delete messages'
);
select throws_ok(
  $$select public.submit_contact_message('Noor', 'noor@voorbeeld.example', 'Een heel bericht.', 'nl', 'k')$$,
  '42501', null, 'a visitor cannot store a message past the limit'
);
set local role authenticated;
select throws_ok(
  'select public.delete_expired_contact_data()', '42501', null, 'an account cannot delete messages'
);
select throws_ok(
  'select private.delete_expired_contact_data()', '42501', null, 'nor by the inner function'
);
reset role;

set local role service_role;
select lives_ok('select public.delete_expired_contact_data()', 'the server can');
reset role;
select results_eq(
  'select name from public.contact_message where email like ''%@voorbeeld.example''',
  array['Bijna'],
  'what is older than a year is gone, the rest is kept'
);
select results_eq(
  'select key from private.rate_limit where key in (''contact:old'', ''contact:recent'')',
  array['contact:recent'],
  'so are the counters older than two days'
);

update public.contact_message set created_at = now() - interval '1 year 1 minute' where name = 'Bijna';
set local role service_role;
select is(
  public.submit_contact_message(' Noor ', 'noor@voorbeeld.example', 'Een heel bericht.', 'nl', 'a key'),
  0, 'the server stores a message'
);
reset role;
select results_eq(
  'select name from public.contact_message where email like ''%@voorbeeld.example''',
  array['Noor'],
  'and a new message sweeps out the old ones'
);

select * from finish();
rollback;
