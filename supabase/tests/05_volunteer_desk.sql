begin;
select no_plan();

select tests.make_municipality('99001');
select tests.make_municipality('99002');
select tests.make_municipality('99003');
select tests.make_desk(tests.make_local_government('99001', '2024-01-01'), 'zichtbaar', true);
select tests.make_desk(
  (select id from public.local_government where nis_code = '99001'), 'niet-gepubliceerd', false
);
select tests.make_desk(tests.make_local_government('99002'), 'doet-niet-mee', true);
select tests.make_desk(tests.make_local_government('99003', '2020-01-01', '2024-01-01'), 'doet-niet-meer-mee', true);

create temporary table visible (slug text) on commit drop;
insert into visible values ('zichtbaar');
grant select on visible to anon, authenticated;

-- Checks
select throws_ok(
  $$ update public.volunteer_desk set lon = 0, lat = 0 where slug = 'zichtbaar' $$,
  '23514', null, 'a desk is in or near Belgium'
);
select throws_ok(
  $$ update public.volunteer_desk set phone = '09 123 45 67' where slug = 'zichtbaar' $$,
  '23514', null, 'a telephone number is international'
);
select lives_ok(
  $$ update public.volunteer_desk set phone = '1700' where slug = 'zichtbaar' $$, 'or a Belgian short number'
);
select throws_ok(
  $$ update public.volunteer_desk set phone = '9000' where slug = 'zichtbaar' $$, '23514', null, 'not any four digits'
);
select throws_ok(
  $$ update public.volunteer_desk set email = 'geen adres' where slug = 'zichtbaar' $$,
  '23514', null, 'an e-mail address looks like one'
);
select throws_ok(
  $$ update public.volunteer_desk set website = 'ftp://x.example' where slug = 'zichtbaar' $$,
  '23514', null, 'a website is http or https'
);
select throws_ok(
  $$ update public.volunteer_desk set wheelchair = 'misschien' where slug = 'zichtbaar' $$,
  '23514', null, 'wheelchair access is yes, limited or no'
);
select throws_ok(
  $$ update public.volunteer_desk set slug = 'Zichtbaar!' where slug = 'zichtbaar' $$,
  '23514', null, 'a slug is lower case with hyphens'
);
select throws_ok(
  $$ update public.volunteer_desk set name = E'Loket\r\nTEL:1' where slug = 'zichtbaar' $$,
  '23514', null, 'a name is one line'
);
select throws_ok(
  $$ update public.volunteer_desk set name = '  ' where slug = 'zichtbaar' $$,
  '23514', null, 'with something on it'
);
select throws_ok(
  format('update public.volunteer_desk set %I = %L where slug = %L', field, 'Lo' || chr(code) || 'ket', 'zichtbaar'),
  '23514', null, field || ' holds no U+' || to_hex(code)
)
from unnest(array['name', 'street', 'place', 'opening_hours']) as field, unnest(array[10, 133, 8206, 8238, 8203, 173, 917505]) as code;
select throws_ok(
  format('update public.volunteer_desk set website = %L where slug = %L', address, 'zichtbaar'),
  '23514', null, 'no address is ' || address
)
from unnest(array[
  'https://x.example/"onmouseover="alert(1)', E'https://x.example/a\nb', 'https://kwaad.example@gent.be/', 'https://gent',
  'https://X.example/', E'https://x.example/\u202E'
]) as address;
select throws_ok(
  format('update public.volunteer_desk set email = %L where slug = %L', address, 'zichtbaar'),
  '23514', null, 'no mail goes to ' || address
)
from unnest(array['a"<script>@b.be', 'a@b..be', '.a@b.be', E'a\u200B@b.be', 'a,b@c.be', 'a@b@c.be']) as address;
select throws_ok(
  format('update public.volunteer_desk set languages = %L where slug = %L', tags, 'zichtbaar'),
  '23514', null, 'a language is a tag, unlike ' || tags
)
from unnest(array['{NULL}', '{nl,NULL}', '{"<b>"}', '{""}', '{nl,""}', '{{nl},{fr}}', '{en-u-ca-gregory}', '{NL}']) as tags;
select lives_ok(
  format('update public.volunteer_desk set languages = %L where slug = %L', tags, 'zichtbaar'), 'such as ' || tags
)
from unnest(array['{}', '{nl,fr,ckb}', '{zh-Hant,pt-BR}']) as tags;
select throws_ok(
  $$ update public.volunteer_desk set opening_hours = '' where slug = 'zichtbaar' $$,
  '23514', null, 'opening hours are given or absent, not empty'
);
update public.volunteer_desk set updated_at = '2000-01-01' where slug = 'zichtbaar';
select is(
  (select updated_at from public.volunteer_desk where slug = 'zichtbaar'), now(), 'the update time cannot be forged'
);
select is(
  (select round(extensions.st_x(location::extensions.geometry)::numeric, 1) from public.volunteer_desk
   where slug = 'zichtbaar'),
  3.7, 'the point follows the coordinates'
);

-- A visitor
select tests.visit();
select results_eq(
  $$ select slug from public.volunteer_desk where postcode = '9999' order by slug $$,
  $$ select slug from visible $$,
  'a visitor sees published desks of governments that take part, and no others'
);
select throws_ok($$ update public.volunteer_desk set published = true $$, '42501', null, 'a visitor publishes none');
select throws_ok($$ delete from public.volunteer_desk $$, '42501', null, 'removes none');
select throws_ok(
  $$ insert into public.volunteer_desk (slug, local_government_id, name, street, postcode, place, lon, lat)
     select 'x', id, 'X', 'X', '9999', 'X', 3.7, 51.0 from public.local_government limit 1 $$,
  '42501', null, 'adds none'
);

-- Somebody who has signed in
select tests.authenticate_as('00000000-0000-4000-8000-000000000001');
select results_eq(
  $$ select slug from public.volunteer_desk where postcode = '9999' order by slug $$,
  $$ select slug from visible $$,
  'an account sees the same'
);
select throws_ok($$ update public.volunteer_desk set published = true $$, '42501', null, 'an account publishes none');
select throws_ok($$ delete from public.volunteer_desk $$, '42501', null, 'and removes none');

-- The server
select tests.serve();
select is(
  (select count(*)::int from public.volunteer_desk where postcode = '9999'), 4, 'the server sees them all'
);

select tests.own();
delete from public.local_government where nis_code = '99001';
select is_empty(
  $$ select 1 from public.volunteer_desk where slug in ('zichtbaar', 'niet-gepubliceerd') $$,
  'a local government takes its desks with it'
);

select * from finish();
rollback;
