begin;
select no_plan();

select tests.make_municipality('99001');
insert into public.postal_code (postcode, place_name, nis_code, kind, lon, lat)
values ('9999', 'Proefdorp', '99001', 'gemeente', 3.7, 51.0);

-- Checks
select throws_ok(
  $$ insert into public.municipality (nis_code, slug, name_nl, province_code, population, lon, lat)
     values ('9900', 'x', 'X', '40000', 1, 3.7, 51.0) $$,
  '23514', null, 'a NIS code has five digits'
);
select throws_ok(
  $$ insert into public.municipality (nis_code, slug, name_nl, province_code, population, lon, lat)
     values ('99002', 'Niet Zo', 'X', '40000', 1, 3.7, 51.0) $$,
  '23514', null, 'a slug is lower case with hyphens'
);
select throws_ok(
  $$ insert into public.municipality (nis_code, slug, name_nl, province_code, population, lon, lat)
     values ('99002', 'x', 'X', '50000', 1, 3.7, 51.0) $$,
  '23514', null, 'a Walloon province is refused'
);
select throws_ok(
  $$ insert into public.municipality (nis_code, slug, name_nl, province_code) values ('99002', 'x', 'X', '40000') $$,
  '23514', null, 'a current municipality has a place and a population'
);
select throws_ok(
  $$ insert into public.municipality (nis_code, slug, name_nl, province_code, valid_to)
     values ('99002', 'x', 'X', '40000', '2025-01-01') $$,
  '23514', null, 'a former municipality has a successor'
);
select throws_ok(
  $$ update public.municipality set succeeded_by = '99001', valid_to = '2025-01-01' where nis_code = '99001' $$,
  '23514', null, 'a municipality does not succeed itself'
);
select throws_ok(
  $$ insert into public.municipality (nis_code, slug, name_nl, province_code, population, lon, lat)
     values ('99002', 'proefdorp-99001', 'X', '40000', 1, 3.7, 51.0) $$,
  '23505', null, 'two current municipalities do not share a slug'
);
select lives_ok(
  $$ insert into public.municipality (nis_code, slug, name_nl, province_code, valid_to, succeeded_by)
     values ('99003', 'proefdorp-99001', 'Proefdorp', '40000', '2025-01-01', '99001') $$,
  'a former municipality may have the slug of its successor'
);
select throws_ok(
  $$ insert into public.postal_code (postcode, place_name, nis_code, kind, lon, lat)
     values ('0999', 'X', '99001', 'plaats', 3.7, 51.0) $$,
  '23514', null, 'no postcode begins with 0'
);
select throws_ok(
  $$ insert into public.postal_code (postcode, place_name, nis_code, kind, lon, lat)
     values ('9998', 'X', '00000', 'plaats', 3.7, 51.0) $$,
  '23503', null, 'a postcode leads to a municipality'
);

-- A visitor
select tests.visit();
select isnt_empty($$ select 1 from public.municipality where nis_code = '99001' $$, 'a visitor reads municipalities');
select isnt_empty($$ select 1 from public.postal_code where postcode = '9999' $$, 'a visitor reads postcodes');
select throws_ok($$ update public.municipality set name_nl = 'X' $$, '42501', null, 'but changes no municipality');
select throws_ok($$ delete from public.municipality $$, '42501', null, 'and removes none');
select throws_ok(
  $$ insert into public.municipality (nis_code, slug, name_nl, province_code, population, lon, lat)
     values ('99004', 'x', 'X', '40000', 1, 3.7, 51.0) $$,
  '42501', null, 'and adds none'
);
select throws_ok($$ update public.postal_code set place_name = 'X' $$, '42501', null, 'nor does a visitor change a postcode');
select throws_ok($$ delete from public.postal_code $$, '42501', null, 'or remove one');
select throws_ok(
  $$ insert into public.postal_code values ('9998', 'X', '99001', 'nl', 'plaats', 3.7, 51.0) $$,
  '42501', null, 'or add one'
);

-- Somebody who has signed in
select tests.authenticate_as('00000000-0000-4000-8000-000000000001');
select isnt_empty($$ select 1 from public.municipality where nis_code = '99001' $$, 'an account reads municipalities');
select isnt_empty($$ select 1 from public.postal_code where postcode = '9999' $$, 'an account reads postcodes');
select throws_ok($$ update public.municipality set name_nl = 'X' $$, '42501', null, 'an account changes no municipality');
select throws_ok($$ update public.postal_code set place_name = 'X' $$, '42501', null, 'and no postcode');

select tests.own();
select * from finish();
rollback;
