begin;
select no_plan();

create function pg_temp.send(p_sender text, p_email text default 'iemand@voorbeeld.example') returns integer
language sql as $$
  select public.submit_contact_message('  Iemand  ', p_email, 'Een bericht dat lang genoeg is.', 'nl', p_sender);
$$;
grant execute on function pg_temp.send to service_role;

-- A visitor
select tests.visit();
select throws_ok($$ select * from public.contact_message $$, '42501', null, 'a visitor reads no messages');
select throws_ok(
  $$ insert into public.contact_message (name, email, message, locale)
     values ('X', 'x@voorbeeld.example', 'Een bericht om de limiet heen.', 'nl') $$,
  '42501', null, 'nor writes one past the limit'
);
select throws_ok($$ delete from public.contact_message $$, '42501', null, 'nor removes one');
select throws_ok(
  $$ select public.submit_contact_message('X', 'x@voorbeeld.example', 'Een bericht.', 'nl', 'k') $$,
  '42501', null, 'a message goes through the server only'
);
select throws_ok(
  $$ select private.hit_rate_limit('k', 1, '1 hour') $$, '42501', null, 'and nobody else counts hits'
);
select throws_ok($$ select * from private.rate_limit $$, '42501', null, 'or reads the counters');

-- Somebody who has signed in
select tests.authenticate_as('00000000-0000-4000-8000-000000000001');
select throws_ok($$ select * from public.contact_message $$, '42501', null, 'an account reads no messages');
select throws_ok(
  $$ select public.submit_contact_message('X', 'x@voorbeeld.example', 'Een bericht.', 'nl', 'k') $$,
  '42501', null, 'and sends none past the server'
);

-- The server
select tests.serve();
select is(
  (select array_agg(pg_temp.send('een')) from generate_series(1, 5)), '{0,0,0,0,0}', 'five messages an hour are stored'
);
select cmp_ok(pg_temp.send('een'), '>', 0, 'the sixth hears how many seconds to wait');
select cmp_ok(pg_temp.send('een'), '<=', 3600, 'at most an hour');
select is(pg_temp.send('twee'), 0, 'another sender is not held up');
select is((select count(*)::int from public.contact_message), 6, 'what was refused is not stored');
select is((select name from public.contact_message limit 1), 'Iemand', 'spaces around a name go');
select throws_ok($$ select pg_temp.send('drie', 'geen adres') $$, '23514', null, 'an e-mail address looks like one');
select throws_ok(
  $$ select public.submit_contact_message('X', 'x@voorbeeld.example', 'Te kort', 'nl', 'vier') $$,
  '23514', null, 'a message says something'
);
select throws_ok(
  $$ select public.submit_contact_message('X', 'x@voorbeeld.example', repeat('x', 5001), 'nl', 'vier') $$,
  '23514', null, 'and is no book'
);
select throws_ok(
  $$ select public.submit_contact_message('X', 'x@voorbeeld.example', 'Een bericht.', 'de', 'vier') $$,
  '23514', null, 'in one of our languages'
);

select tests.own();
select * from finish();
rollback;
