begin;
select no_plan();

create temporary table seen (version bigint) on commit drop;
insert into seen select version from public.directory_version;

-- True when the version has risen since this was last asked.
create function pg_temp.risen() returns boolean language plpgsql as $$
declare
  v_now constant bigint := (select version from public.directory_version);
  v_risen constant boolean := v_now > (select version from seen);
begin
  update seen set version = v_now;
  return v_risen;
end;
$$;

select is(pg_temp.risen(), false, 'the version stays while nothing changes');

select tests.make_municipality('99001');
select ok(pg_temp.risen(), 'it rises with a new municipality');
update public.municipality set population = 1001 where nis_code = '99001';
select ok(pg_temp.risen(), 'with a changed one');

insert into public.postal_code (postcode, place_name, nis_code, kind, lon, lat)
values ('9999', 'Proefdorp', '99001', 'gemeente', 3.7, 51.0);
select ok(pg_temp.risen(), 'with a postcode');

select tests.make_local_government('99001', '2024-01-01');
select ok(pg_temp.risen(), 'with a local government');
update public.local_government set participating_until = '2025-01-01' where nis_code = '99001';
select ok(pg_temp.risen(), 'when one stops');

select tests.make_desk((select id from public.local_government where nis_code = '99001'), 'proefloket', true);
select ok(pg_temp.risen(), 'with a desk');
update public.volunteer_desk set opening_hours = 'Mo-Fr 09:00-12:00' where slug = 'proefloket';
select ok(pg_temp.risen(), 'with its opening hours');
delete from public.volunteer_desk where slug = 'proefloket';
select ok(pg_temp.risen(), 'and when it goes');

select throws_ok($$ insert into public.directory_version (only_row) values (false) $$, '23514', null, 'it is one row');
select throws_ok($$ insert into public.directory_version default values $$, '23505', null, 'and stays one row');

select tests.visit();
select isnt_empty($$ select version, changed_at from public.directory_version $$, 'a visitor reads it');
select throws_ok($$ update public.directory_version set version = 1 $$, '42501', null, 'but does not set it');
select throws_ok($$ delete from public.directory_version $$, '42501', null, 'or remove it');
select throws_ok($$ insert into public.directory_version default values $$, '42501', null, 'or add one');

select tests.authenticate_as('00000000-0000-4000-8000-000000000001');
select isnt_empty($$ select version from public.directory_version $$, 'an account reads it');
select throws_ok($$ update public.directory_version set version = 1 $$, '42501', null, 'but does not set it');

select tests.own();
select * from finish();
rollback;
