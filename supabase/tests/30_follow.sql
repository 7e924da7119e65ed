begin;
select no_plan();

select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('mia', 'approved');
select tests.make_account('lou', 'approved');
select tests.make_account('ann');
select tests.make_account('sus', 'suspended');
select tests.make_municipality('99002');
update public.municipality set province_code = '10000' where nis_code = '99002';
select tests.make_local_government('99002', '2024-01-01');
select tests.make_municipality('99003');
select tests.make_local_government('99003');
select tests.make_municipality('99004');
update public.municipality set valid_to = '2025-01-01', succeeded_by = '99000' where nis_code = '99004';
update public.local_government set name = 'Gemeente Verdorp' where nis_code = '99002';
update public.local_government set name = 'Gemeente Nieuwdorp' where nis_code = '99003';
create function pg_temp.at(p_nis text) returns uuid language sql as $$
  select id from public.local_government where nis_code = p_nis;
$$;
create function pg_temp.topic(p_slug text) returns uuid language sql as $$
  select id from public.expertise_topic where slug = p_slug;
$$;
grant execute on function pg_temp.topic(text) to authenticated;
delete from public.email_outbox;

-- Who follows what
select tests.visit();
select throws_ok($$ select public.follow('beleid', null, null) $$, '42501', null, 'a visitor follows nothing');
select throws_ok($$ select public.unfollow(gen_random_uuid()) $$, '42501', null, 'and leaves nothing');
select throws_ok('select from public.follow', '42501', null, 'nor reads who does');
select tests.serve();
select throws_ok($$ select public.follow('beleid', null, null) $$, '42501', null, 'nor does the server');
select throws_ok('select from public.follow', '42501', null, 'which reads none');
select tests.authenticate_as(tests.account('ann'));
select throws_ok($$ select public.follow('beleid', null, null) $$, '42501', 'MEMBERS_ONLY', 'nor who waits');
select throws_ok($$ select public.unfollow(gen_random_uuid()) $$, '42501', 'MEMBERS_ONLY', 'who leaves nothing either');
select tests.authenticate_as(tests.account('sus'));
select throws_ok($$ select public.follow('beleid', null, null) $$, '42501', 'MEMBERS_ONLY', 'nor who is suspended');
select tests.authenticate_as(tests.account('mia'));
select throws_ok(
  format('select public.follow(%L, %L, %L)', topic, province, nis), code, message, 'it is a theme, an area, or both: ' || message
)
from (values
  ('tuinieren', null, null, 'P0001', 'UNKNOWN_TOPIC'), (null, null, '00000', 'P0001', 'UNKNOWN_AREA'),
  ('beleid', null, '99004', 'P0001', 'UNKNOWN_AREA')
) as wrong (topic, province, nis, code, message);
select throws_ok(format('select public.follow(%L, %L, %L)', topic, province, nis), '23514', null, 'one area, of those there are')
from (values (null, null, null), ('beleid', '10000', '99000'), (null, '50000', null)) as wrong (topic, province, nis);
select isnt(public.follow('beleid', null, null), null, 'a member follows a theme');
select is(
  public.follow('beleid', null, null), (select id from public.follow), 'once: again gives the same'
);
select isnt(public.follow('beleid', '10000', null), null, 'a theme in a province');
select isnt(public.follow(null, null, '99000'), null, 'a municipality');
select is((select count(*) from public.follow), 3::bigint, 'and reads what they follow');
select throws_ok(
  $$ insert into public.follow (profile_id, province_code) values (tests.account('mia'), '20001') $$, '42501', null, 'not directly'
);
select throws_ok('delete from public.follow', '42501', null, 'nor left directly');
select tests.authenticate_as(tests.account('ada'));
select is_empty('select from public.follow', 'administrators read nobody’s but their own');
select throws_ok('select from private.digest', '42501', null, 'nor how far a mail has come');
select tests.own();
create function pg_temp.of_mia() returns uuid language sql security definer as $$
  select id from public.follow where profile_id = tests.account('mia') limit 1;
$$;
grant execute on function pg_temp.of_mia() to authenticated;
select tests.authenticate_as(tests.account('lou'));
select ok(not public.unfollow(pg_temp.of_mia()), 'nobody leaves what another follows');

-- Thirty
select tests.authenticate_as(tests.account('mia'));
select lives_ok(
  $$ select public.follow(slug, province, null) from (
    select slug, province from public.expertise_topic, unnest(array['20001', '40000']) as province
    order by slug, province limit 27
  ) as more $$,
  'up to thirty'
);
select throws_ok($$ select public.follow(null, '30000', null) $$, 'P0001', 'TOO_MANY', 'not one more');
select is(public.follow('beleid', null, null) is not null, true, 'what is followed already is no more');
select ok(public.unfollow(id), 'each can be left') from public.follow;
select tests.own();
select is_empty('select from private.digest', 'and who follows nothing is not waited for');

-- What is new: since a moment, and seen before
create function pg_temp.news() returns jsonb language sql as $$
  select private.news_for(tests.account('mia'), 'nl', now() - interval '8 days');
$$;
create function pg_temp.names(p_kind text) returns text language sql as $$
  select coalesce(string_agg(item ->> 'name', ',' order by place), '')
  from jsonb_array_elements(pg_temp.news() -> p_kind) with ordinality as listed (item, place);
$$;
select private.note_first_public();
update private.first_public set first_seen_at = now() - interval '30 days';
select tests.make_account(name, 'approved', 'member', pg_temp.at(nis))
from (values ('nel', '99002'), ('oud', '99002'), ('pia', '99002'), ('hid', '99002'), ('ex', '99002')) as person (name, nis);
update public.profile set listed = true where id not in (tests.account('hid'), tests.account('ada'));
update public.profile set announced_at = now() - interval '30 days'
where id in (tests.account('oud'), tests.account('lou'));
update public.profile set paused_at = now() where id = tests.account('pia');
update public.profile set is_example = true where id = tests.account('ex');
insert into public.profile_expertise (profile_id, topic_id, direction, created_at)
select tests.account(name), pg_temp.topic(topic), 'offered', now() - age
from (values
  ('nel', 'beleid', interval '60 days'), ('nel', 'crisis', interval '0'), ('oud', 'werven', interval '0'),
  ('oud', 'beleid', interval '60 days'), ('pia', 'beleid', interval '0'), ('hid', 'beleid', interval '0'),
  ('ex', 'beleid', interval '0'), ('mia', 'beleid', interval '0'), ('lou', 'jongeren', interval '60 days')
) as kept (name, topic, age);
create function pg_temp.only_follow(p_topic text, p_province text, p_nis text) returns void language sql as $$
  delete from public.follow where profile_id = tests.account('mia');
  insert into public.follow (profile_id, topic_id, province_code, nis_code)
  values (tests.account('mia'), pg_temp.topic(p_topic), p_province, p_nis);
$$;
select pg_temp.only_follow('beleid', null, null);
select is(
  pg_temp.news(),
  jsonb_build_object(
    'colleagues', jsonb_build_array(jsonb_build_object(
      'id', tests.account('nel'), 'name', 'nel', 'government', 'Gemeente Verdorp', 'topics', '["Vrijwilligersbeleid"]'::jsonb
    )),
    'colleagueCount', 1, 'governments', '[]'::jsonb, 'governmentCount', 0, 'desks', '[]'::jsonb, 'deskCount', 0
  ),
  'who shows themselves for the first time is new; not who paused, hides, is an example, was there, or is the follower'
);
select pg_temp.only_follow('werven', null, null);
select is(pg_temp.names('colleagues'), 'oud', 'so is who was there, with a theme since then');
select is(
  private.news_for(tests.account('mia'), locale, now() - interval '8 days') #>> '{colleagues,0,topics,0}', name,
  'themes are named in ' || locale
)
from (values ('fr', 'Recruter des volontaires'), ('en', 'Recruiting volunteers'), ('nl', 'Vrijwilligers werven')) as said (locale, name);
update public.profile set visible_fields = '{job_title}' where id = tests.account('oud');
select is(pg_temp.names('colleagues'), '', 'unless it is not shown');
update public.profile set visible_fields = '{job_title,expertise}' where id = tests.account('oud');
select pg_temp.only_follow('beleid', '10000', null);
select is(pg_temp.names('colleagues'), 'nel', 'a theme in a province');
select pg_temp.only_follow('beleid', '20001', null);
select is(pg_temp.names('colleagues'), '', 'is not in another');
select pg_temp.only_follow('crisis', null, '99002');
select is(pg_temp.names('colleagues'), 'nel', 'a theme in a municipality');
select pg_temp.only_follow('crisis', null, '99000');
select is(pg_temp.names('colleagues'), '', 'is not in another either');
select pg_temp.only_follow(null, '10000', null);
select is(pg_temp.names('colleagues'), 'nel', 'an area has all colleagues who are new there');
select is(pg_temp.news() #> '{colleagues,0,topics}', '[]', 'without themes that are not followed');

-- Desks and governments of an area
select tests.make_desk(pg_temp.at('99002'), 'loket-nieuw', true);
select tests.make_desk(pg_temp.at('99002'), 'loket-verborgen', false);
select tests.make_desk(pg_temp.at('99003'), 'loket-doet-niet-mee', true);
select private.note_first_public();
select is(
  pg_temp.news() -> 'desks', '[{"name": "Proefloket", "slug": "loket-nieuw", "government": "Gemeente Verdorp"}]',
  'a desk that the public sees is new'
);
select is(pg_temp.names('governments'), '', 'a government that took part is not');
update public.local_government set participating_since = current_date where id = pg_temp.at('99003');
select pg_temp.only_follow(null, null, '99003');
select is(pg_temp.names('governments'), '', 'what the upkeep has not seen yet is for later');
select private.note_first_public();
select is(
  pg_temp.news() -> 'governments', '[{"name": "Gemeente Nieuwdorp", "slug": "proefdorp-99003"}]', 'who takes part now is new'
);
select is(pg_temp.news() ->> 'deskCount', '1', 'with its desk');
select pg_temp.only_follow('beleid', null, '99003');
select is(pg_temp.news() ->> 'governmentCount', '0', 'who follows a theme hears of colleagues only');
select is(pg_temp.news() ->> 'deskCount', '0', 'not of desks');
select pg_temp.only_follow(null, null, '99003');
update public.volunteer_desk set published = false where slug = 'loket-doet-niet-mee';
update public.local_government set participating_until = current_date where id = pg_temp.at('99003');
select is(
  pg_temp.news() @> '{"governmentCount": 0, "deskCount": 0}', true, 'what is no longer public is no news'
);
update public.local_government set participating_until = null, is_example = true where id = pg_temp.at('99003');
select is(pg_temp.news() ->> 'governmentCount', '0', 'nor are examples');
select set_eq(
  $$ select id from private.first_public where id in (select id from public.volunteer_desk) $$,
  $$ select id from public.volunteer_desk where slug in ('loket-nieuw', 'loket-doet-niet-mee') $$,
  'what was seen once is not new again'
);
delete from public.volunteer_desk where slug = 'loket-nieuw';
select private.note_first_public();
select is(
  (select count(*) from private.first_public), 4::bigint, 'what is gone is forgotten'
);

-- No more than twenty, and how many there are
select tests.make_account('nieuw' || n, 'approved', 'member', pg_temp.at('99002')) from generate_series(11, 35) as n;
update public.profile set listed = true where full_name like 'nieuw%';
select pg_temp.only_follow(null, '10000', null);
select is(
  (select array[jsonb_array_length(news -> 'colleagues'), (news ->> 'colleagueCount')::integer] from pg_temp.news() as news),
  '{20,26}', 'a mail names twenty, and says how many there are'
);
delete from auth.users where id in (select id from public.profile where full_name like 'nieuw%');

-- The mail
select tests.visit();
select throws_ok($$ select public.queue_digests(7) $$, '42501', null, 'a visitor sends no mail');
select tests.authenticate_as(tests.account('ada'));
select throws_ok($$ select public.queue_digests(7) $$, '42501', null, 'nor does an administrator');
select tests.own();
delete from public.follow;
delete from private.digest;
delete from public.email_outbox;
select tests.authenticate_as(tests.account('mia'));
select public.follow('crisis', null, null);
select public.follow('beleid', null, null);
select tests.authenticate_as(tests.account('lou'));
select public.follow('evaluatie', null, null);
select tests.serve();
select is(public.queue_digests(7), 0, 'who follows since today hears after a week');
select tests.own();
update private.digest set covered_until = now() - interval '6 days 22 hours';
select tests.serve();
select is(public.queue_digests(7), 0, 'not before');
select tests.own();
update private.digest set covered_until = now() - interval '8 days';
update public.profile set paused_at = now() where id = tests.account('mia');
select tests.serve();
select is(public.queue_digests(7), 0, 'who pauses gets none');
select tests.own();
update public.profile set paused_at = null, notifications = '{first_message}' where id = tests.account('mia');
select tests.serve();
select is(public.queue_digests(7), 0, 'nor does who switched it off');
select tests.own();
update public.profile set notifications = '{digest}', status = 'suspended' where id = tests.account('mia');
select tests.serve();
select is(public.queue_digests(7), 0, 'nor who is suspended');
select tests.own();
update public.profile set status = 'approved', locale = 'fr' where id = tests.account('mia');
select results_eq(
  $$ select profile_id from private.digest where covered_until < now() - interval '7 days' $$,
  $$ values (tests.account('mia')) $$, 'whose news is kept for later; where nothing is new, the week begins anew'
);
select tests.serve();
select is(public.queue_digests(7), 1, 'then one mail');
select is(public.queue_digests(7), 0, 'once');
select tests.own();
select results_eq(
  $$ select recipient_id, template, topic, locale::text, params -> 'colleagues' -> 0 -> 'topics', params ->> 'name'
     from public.email_outbox $$,
  $$ values (tests.account('mia'), 'digest', 'digest', 'fr', '["Politique du volontariat", "Volontaires en cas de crise"]'::jsonb, 'mia') $$,
  'in their language, with the themes that they follow, and nothing for who has no news'
);
select is_empty(
  $$ select from public.email_outbox where params::text ~ '@' $$, 'without an address'
);

-- Who hides while the mail waits
insert into public.email_outbox (template, locale, recipient_id, to_address, topic, params)
select template, locale, recipient_id, to_address, topic, params || jsonb_build_object(
  'colleagueCount', 2,
  'colleagues', params -> 'colleagues' || jsonb_build_array(jsonb_build_object('id', tests.account('oud'), 'name', 'oud'))
)
from public.email_outbox;
select tests.authenticate_as(tests.account('nel'));
select public.pause_account(true);
select tests.own();
select results_eq(
  $$ select params -> 'colleagueCount', params #>> '{colleagues,0,name}', jsonb_array_length(params -> 'colleagues')
     from public.email_outbox where template = 'digest' $$,
  $$ values ('1'::jsonb, 'oud', 1) $$, 'is neither named nor counted; a mail with nothing left does not go'
);
delete from auth.users where id = tests.account('oud');
select is_empty($$ select from public.email_outbox where template = 'digest' $$, 'nor is who leaves');

-- Unsubscribed, and gone
select tests.serve();
select lives_ok($$ select public.unsubscribe(tests.account('lou'), 'digest') $$, 'one click ends it');
select tests.own();
select is(
  (select 'digest' = any (notifications) from public.profile where id = tests.account('lou')), false, 'and nothing comes any more'
);
select tests.authenticate_as(tests.account('mia'));
select is(jsonb_array_length(public.export_my_account() -> 'follows'), 2, 'what somebody follows is in what they take along');
select public.leave_account();
select tests.own();
select is_empty($$ select from public.follow where profile_id = tests.account('mia') $$, 'and goes when they leave');
select is_empty($$ select from private.digest where profile_id = tests.account('mia') $$, 'with how far their mail had come');

select * from finish();
rollback;
