begin;
select no_plan();

select tests.make_municipality('99001');
select tests.make_municipality('99002');
select tests.make_local_government('99001', '2024-01-01');
select tests.make_local_government('99002', '2024-01-01');
create function pg_temp.government(p_nis text) returns uuid language sql stable as $$
  select id from public.local_government where nis_code = p_nis;
$$;
select tests.make_desk(pg_temp.government('99001'), 'zichtbaar', true);
select tests.make_desk(pg_temp.government('99001'), 'weggehaald', true);
select tests.make_desk(pg_temp.government('99001'), 'nooit-getoond', false);
select tests.make_desk(pg_temp.government('99002'), 'doet-niet-meer-mee', true);

select is(private.withdrawn_desk('weggehaald'), null, 'what is on the site was not taken off it');
update public.volunteer_desk set published = false where slug = 'weggehaald';
update public.local_government set participating_until = '2024-06-01' where nis_code = '99002';

select is(private.withdrawn_desk('weggehaald'), '99001', 'a desk that was taken off the site: where it was');
select is(private.withdrawn_desk('doet-niet-meer-mee'), '99002', 'and one whose government takes part no longer');
select is(private.withdrawn_desk('zichtbaar'), null, 'not one that is there');
select is(private.withdrawn_desk('nooit-getoond'), null, 'nor one that nobody ever saw');
select is(private.withdrawn_desk('bestaat-niet'), null, 'nor one that never was');

select tests.visit();
select throws_ok($$ select public.withdrawn_desk('weggehaald') $$, '42501', null, 'a visitor asks the site, not the database');
select tests.own();

select * from finish();
rollback;
