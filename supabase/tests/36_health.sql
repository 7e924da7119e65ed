begin;
select no_plan();

create temp table before on commit drop as select * from private.write_probe;
select is(private.try_write(), true, 'it writes');
select results_eq('select * from private.write_probe', 'select * from before', 'and nothing of it is kept');

delete from public.email_outbox;
insert into public.email_outbox (template, locale, to_address, created_at, next_attempt_at, status, attempts) values
  ('account_left', 'nl', 'a@voorbeeld.example', now() - interval '2 hours', now() - interval '2 hours', 'queued', 0),
  ('account_left', 'nl', 'b@voorbeeld.example', now() - interval '1 hour', now() + interval '1 hour', 'queued', 3),
  ('account_left', 'nl', 'c@voorbeeld.example', now() - interval '3 hours', now() + interval '1 hour', 'queued', 0),
  ('account_left', 'nl', 'd@voorbeeld.example', now() - interval '9 hours', now() - interval '9 hours', 'dead', 6),
  ('account_left', 'nl', 'e@voorbeeld.example', now(), now(), 'queued', 0);
insert into public.email_outbox (template, locale, to_address, created_at, next_attempt_at, attempts, last_error) values
  ('account_left', 'nl', 'f@voorbeeld.example', now() - interval '5 hours', now() + interval '1 hour', 3, 'EENVELOPE 550');
select results_eq(
  'select mails, oldest_seconds from private.late_mail(900)', 'values (2, 7200)',
  'late is what is due or was tried, not what is kept back, given up, new or refused by its mailbox'
);
select results_eq('select mails, oldest_seconds from private.late_mail(86400)', 'values (0, 0)', 'nothing is that late');

select tests.visit();
select throws_ok('select public.try_write()', '42501', null, 'a visitor tries nothing');
select throws_ok('select public.late_mail(1)', '42501', null, 'and does not know how much waits');
select tests.own();

set transaction_read_only = on;
select throws_ok('select private.try_write()', '25006', null, 'where nothing can be written it says so');
select * from finish();
rollback;
