begin;
select no_plan();

select tests.make_municipality('99001');
select tests.make_local_government('99001', '2024-01-01');

-- Checks
select throws_ok(
  $$ insert into public.local_government (slug, kind, nis_code, name) values ('x', 'provincie', '99001', 'X') $$,
  '23514', null, 'a local government is a gemeente or an OCMW'
);
select throws_ok(
  $$ insert into public.local_government (slug, kind, nis_code, name) values ('x', 'gemeente', '99001', 'X') $$,
  '23505', null, 'a municipality has one gemeente'
);
select lives_ok(
  $$ insert into public.local_government (slug, kind, nis_code, name, kbo_number)
     values ('ocmw-proefdorp', 'ocmw', '99001', 'OCMW Proefdorp', '0999999922') $$,
  'and one OCMW, with a KBO number whose check digits are right'
);
select throws_ok(
  $$ update public.local_government set kbo_number = '0999999923' where slug = 'ocmw-proefdorp' $$,
  '23514', null, 'a KBO number with wrong check digits is refused'
);
select throws_ok(
  $$ update public.local_government set ovo_number = 'OVO12' where slug = 'ocmw-proefdorp' $$,
  '23514', null, 'an OVO number has six digits'
);
select throws_ok(
  $$ update public.local_government set website = 'javascript:alert(1)' where slug = 'ocmw-proefdorp' $$,
  '23514', null, 'a website is http or https'
);
select throws_ok(
  format('update public.local_government set %I = %L where slug = %L', field, value, 'ocmw-proefdorp'),
  '23514', null, field || ' is as strict as of a desk'
)
from (values
  ('name', E'OCMW\nProefdorp'), ('name', E'OCMW \u202Eprodfeorp'), ('name', ' OCMW'), ('name', E'OC\u200BMW'),
  ('website', 'https://x.example/"onmouseover="alert(1)'), ('website', 'https://kwaad.example@gent.be/'),
  ('email', 'a"<script>@b.be')
) as refused (field, value);
select throws_ok(
  $$ update public.local_government set participating_since = '2025-01-01', participating_until = '2024-01-01'
     where slug = 'ocmw-proefdorp' $$,
  '23514', null, 'nobody stops before they begin'
);
select throws_ok(
  $$ update public.local_government set participating_since = null, participating_until = '2024-01-01'
     where slug = 'ocmw-proefdorp' $$,
  '23514', null, 'nor without having begun'
);
select lives_ok(
  $$ update public.local_government set participating_since = '2024-01-01', participating_until = '2025-01-01'
     where slug = 'ocmw-proefdorp' $$,
  'one that took part may stop'
);

-- A visitor
select tests.visit();
select isnt_empty(
  $$ select slug, kind, nis_code, name, kbo_number, ovo_number, website, participating_since, participating_until,
       is_example from public.local_government where nis_code = '99001' $$,
  'a visitor reads local governments'
);
select throws_ok(
  $$ select email_domains from public.local_government $$, '42501', null, 'but not their e-mail domains'
);
select throws_ok(
  $$ select id from public.local_government where 'proefdorp.example' = any (email_domains) $$,
  '42501', null, 'not even by searching for one'
);
select throws_ok($$ select * from public.local_government $$, '42501', null, 'nor by asking for everything');
select throws_ok(
  $$ update public.local_government set participating_since = now() $$, '42501', null, 'a visitor changes none'
);
select throws_ok($$ delete from public.local_government $$, '42501', null, 'removes none');
select throws_ok(
  $$ insert into public.local_government (slug, kind, nis_code, name) values ('x', 'ocmw', '99001', 'X') $$,
  '42501', null, 'adds none'
);

-- Somebody who has signed in
select tests.authenticate_as('00000000-0000-4000-8000-000000000001');
select isnt_empty(
  $$ select slug from public.local_government where nis_code = '99001' $$, 'an account reads local governments'
);
select throws_ok(
  $$ select email_domains from public.local_government $$, '42501', null, 'an account does not read e-mail domains'
);
select throws_ok(
  $$ update public.local_government set participating_since = now() $$, '42501', null, 'an account changes none'
);
select throws_ok($$ delete from public.local_government $$, '42501', null, 'and removes none');

-- The server
select tests.serve();
select isnt_empty(
  $$ select email_domains from public.local_government where nis_code = '99001' $$, 'the server reads everything'
);

select tests.own();
select * from finish();
rollback;
