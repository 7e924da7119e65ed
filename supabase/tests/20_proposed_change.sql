begin;
select no_plan();

select tests.make_municipality('99001');
select tests.make_municipality('99002');
select tests.make_local_government('99001', '2024-01-01');
select tests.make_local_government('99002', '2024-01-01');
create function pg_temp.government(p_nis text) returns uuid language sql stable as $$
  select id from public.local_government where nis_code = p_nis;
$$;
create function pg_temp.desk() returns uuid language sql stable security definer as $$
  select id from public.volunteer_desk where slug = 'loket';
$$;
select tests.make_desk(pg_temp.government('99001'), 'loket', true);
select tests.make_account('ada', 'approved', 'admin', pg_temp.government('99002'));
select tests.make_account('eva', 'approved', 'editor', pg_temp.government('99001'));
select tests.make_account('els', 'approved', 'editor', pg_temp.government('99001'));
select tests.make_account('ine', 'approved', 'editor', pg_temp.government('99002'));
select tests.make_account('mia', 'approved', 'member', pg_temp.government('99001'));
select tests.make_account('sus', 'suspended', 'member', pg_temp.government('99001'));
delete from public.email_outbox;

create function pg_temp.content(p_name text) returns jsonb language sql as $$
  select jsonb_build_object(
    'name', p_name, 'slug', 'loket', 'street', 'Kerkstraat 2', 'postcode', '9999', 'place', 'Proefdorp', 'lon', 3.71,
    'lat', 51.01, 'languages', '["nl", "fr"]'::jsonb, 'opening_hours', 'Mo-Fr 09:00-12:00', 'published', false
  );
$$;
-- What comes of saving the desk.
create function pg_temp.save(
  p_name text, p_revision integer default 1, p_intent text default 'publish', p_nis text default '99001'
) returns text language sql as $$
  select public.save_change(
    'desk', pg_temp.government(p_nis), pg_temp.desk(), null, p_revision, pg_temp.content(p_name), p_intent, null
  ) ->> 'outcome';
$$;
-- The change of somebody that is open.
create function pg_temp.change(p_author text) returns uuid language sql stable security definer as $$
  select id from public.proposed_change where author_id = tests.account(p_author) and state in ('draft', 'waiting');
$$;
create function pg_temp.name() returns text language sql stable security definer as $$
  select name from public.volunteer_desk where slug = 'loket';
$$;
create function pg_temp.revision() returns integer language sql stable security definer as $$
  select revision from public.volunteer_desk where slug = 'loket';
$$;
create function pg_temp.see() returns bigint language sql stable as $$ select count(*) from public.proposed_change; $$;
grant execute on all functions in schema pg_temp to anon, authenticated;

-- Who may save
select tests.visit();
select throws_ok($$ select pg_temp.save('x') $$, '42501', null, 'a visitor saves nothing');
select throws_ok($$ select pg_temp.see() $$, '42501', null, 'and reads no changes');
select tests.authenticate_as(tests.account('sus'));
select throws_ok($$ select pg_temp.save('x') $$, '42501', 'NOT_YOURS', 'nor does who is suspended');
select tests.authenticate_as(tests.account('ine'));
select throws_ok($$ select pg_temp.save('x') $$, '42501', 'NOT_YOURS', 'or the editor of another government');
select is(pg_temp.save('x', 1, 'publish', '99002'), 'gone', 'who cannot call the desk that of an own government either');
select throws_ok(
  $$ insert into public.proposed_change (subject, local_government_id, author_id, base_revision, content)
     select 'government', pg_temp.government('99002'), tests.account('ine'), 1, '{}' $$,
  '42501', null, 'and writes nothing past the function'
);

select tests.authenticate_as(tests.account('mia'));
select throws_ok(
  format(
    'select public.save_change(%L, %L, pg_temp.desk(), null, 1, pg_temp.content(%L) || %L, %L, null)',
    'desk', pg_temp.government('99001'), 'x', more, 'draft'
  ),
  'P0001', 'INVALID', 'what a reviewer could not be shown as it is, is no content: ' || more
)
from unnest(array[
  '{"description": {"a": 1}}', '{"name": 1}', '{"lon": "3.7"}', '{"languages": "{nl}"}', '{"languages": [null]}',
  '{"languages": [["nl"]]}', '{"location_approximate": "true"}'
]) as more;
select throws_ok(
  format('select public.save_change(%L, %L, null, null, 0, %L, %L, null)', 'desk', pg_temp.government('99001'), content, 'draft'),
  'P0001', 'INVALID', 'nor is ' || coalesce(content, 'nothing')
)
from unnest(array[null, '[]', '1', 'null']) as content;

-- An editor publishes
select tests.authenticate_as(tests.account('eva'));
select is(pg_temp.save('Ontwerp', 1, 'draft'), 'draft', 'an editor keeps a draft');
select is(pg_temp.save('Tweede ontwerp', 1, 'draft'), 'draft', 'which is saved again');
select is(pg_temp.see(), 1::bigint, 'as the same one');
select is(pg_temp.name(), 'Proefloket', 'that nobody else reads');
select tests.authenticate_as(tests.account('els'));
select is(pg_temp.see(), 0::bigint, 'not even a colleague');
select is(pg_temp.save('Van Els'), 'published', 'a colleague publishes meanwhile');
select tests.own();
select ok(
  (select published and verified_at = now() and languages = '{nl,fr}' from public.volunteer_desk where slug = 'loket'),
  'which is a confirmation of all of it, and leaves the desk on the site'
);
select tests.authenticate_as(tests.account('eva'));
select is(pg_temp.save('Van Eva'), 'conflict', 'and nothing is written over what the first has not seen');
select is(pg_temp.name(), 'Van Els', 'so it stays');
select is(pg_temp.save('Van Eva', 2), 'published', 'until it has been seen');
select is(pg_temp.see(), 0::bigint, 'and the draft is done with');
select throws_ok(
  $$ select public.save_change('desk', pg_temp.government('99001'), pg_temp.desk(), null, 3,
     pg_temp.content('x') || '{"lon": 0}', 'publish', null) $$,
  '23514', null, 'a pin in the sea is refused'
);
select throws_ok(
  $$ select public.save_change('desk', pg_temp.government('99001'), pg_temp.desk(), null, 3, pg_temp.content('x'), 'shout', null) $$,
  'P0001', 'INVALID', 'and what is neither a draft nor to be published'
);
select is(
  public.save_change('desk', pg_temp.government('99001'), null, null, 0, pg_temp.content('Tweede'), 'publish', null) ->> 'slug',
  'loket-2', 'a new desk gets an address of its own'
);
select is(
  public.save_change(
    'desk', pg_temp.government('99001'), null, null, 0, pg_temp.content('Nakijken') || '{"slug": "nakijken"}', 'publish', null
  ) ->> 'slug',
  'nakijken-2', 'where no page of the site stands'
);
select tests.own();
select throws_ok(
  format('update public.volunteer_desk set slug = %L where slug = %L', page, 'loket-2'), '23514', null,
  'as for no desk: ' || page
) from unnest('{adres,gegevens,kaart,nakijken}'::text[]) as page;
select tests.authenticate_as(tests.account('eva'));
select is(
  public.save_change(
    'government', pg_temp.government('99001'), null, null, 1, '{"email": "info@proefdorp.example"}', 'publish', null
  ) ->> 'outcome',
  'published', 'the page of the government is saved the same way'
);

-- A member suggests
create function pg_temp.version(p_revision integer) returns text language sql stable as $$
  select public.version_content('desk', pg_temp.government('99001'), pg_temp.desk(), p_revision) ->> 'name';
$$;
grant execute on function pg_temp.version to anon, authenticated;
select tests.visit();
select throws_ok($$ select pg_temp.version(1) $$, '42501', null, 'a visitor reads no versions');
select tests.authenticate_as(tests.account('ine'));
select throws_ok($$ select pg_temp.version(1) $$, '42501', 'NOT_YOURS', 'nor does an editor elsewhere');
select tests.authenticate_as(tests.account('eva'));
select tests.show_desk(pg_temp.desk(), false);
select is(pg_temp.version(1), 'Proefloket', 'an editor reads what a version said');
select tests.authenticate_as(tests.account('mia'));
select is(pg_temp.version(1), null, 'a member not of a desk that is off the site');
select tests.authenticate_as(tests.account('eva'));
select tests.show_desk(pg_temp.desk(), true);
select tests.authenticate_as(tests.account('mia'));
select is(pg_temp.version(1), 'Proefloket', 'but to compare with what the site says now');
select is(pg_temp.version(pg_temp.revision() - 1), null, 'and not what was written while it was off');
select is(pg_temp.version(99), null, 'or a version that is not there');
select ok(
  public.version_content('government', pg_temp.government('99001'), null, 2) ->> 'email' = 'info@proefdorp.example',
  'of the page of the government too'
);
select is(pg_temp.save('Van Mia', pg_temp.revision()), 'waiting', 'what a member wants waits');
select is(pg_temp.save('Van Mia, beter', pg_temp.revision()), 'waiting', 'and can be made better meanwhile');
select tests.own();
select results_eq(
  $$ select recipient_id from public.email_outbox where template = 'change_waiting' order by 1 $$,
  $$ select tests.account(a) from unnest(array['eva', 'els']) as a order by 1 $$, 'of which the editors are told once'
);
select is(pg_temp.name(), 'Van Eva', 'while the public goes on reading what was there');
select tests.authenticate_as(tests.account('mia'));
select throws_ok(
  $$ select public.review_change(pg_temp.change('mia'), 'approve', null, 'x', '{}') $$, '42501', 'NOT_YOURS',
  'a member reviews nothing'
);
select tests.authenticate_as(tests.account('ine'));
select is(
  tests.review_change(pg_temp.change('mia'), 'approve', null), 'not_found',
  'nor does the editor of another government'
);
select is(pg_temp.see(), 0::bigint, 'who does not see it');
select tests.authenticate_as(tests.account('eva'));
select is(pg_temp.see(), 1::bigint, 'as an editor of this one does');
select is(public.review_change(pg_temp.change('mia'), 'approve', null, 'proposal:0', '{}'), 'conflict', 'who decides on what is compared with today');
select throws_ok(
  $$ select tests.review_change(pg_temp.change('mia'), 'reject', ' ') $$, 'P0001', 'REASON_REQUIRED',
  'and says why not'
);
create temporary table one on commit drop as select pg_temp.change('mia') as id;
grant select on one to authenticated;
select is(tests.review_change((select id from one), 'approve', null), 'published', 'or makes it public');
select is(tests.review_change((select id from one), 'reject', 'Toch niet'), 'already_decided', 'once');
select is(pg_temp.name(), 'Van Mia, beter', 'for everybody');
select tests.own();
select is(
  (select params ->> 'decision' from public.email_outbox where template = 'change_reviewed' and recipient_id = tests.account('mia')),
  'approve', 'and the author is told'
);

-- A second pair of eyes
select tests.authenticate_as(tests.account('mia'));
select throws_ok(
  $$ select public.set_review(pg_temp.government('99001'), true) $$, '42501', 'NOT_YOURS', 'a member asks for no review'
);
select tests.authenticate_as(tests.account('eva'));
select ok(public.set_review(pg_temp.government('99001'), true), 'an editor may');
select throws_ok(
  $$ select public.set_review(pg_temp.government('99001'), false) $$, '42501', 'ADMIN_ONLY', 'but not do without again'
);
select is(pg_temp.save('Van Eva, met review', pg_temp.revision()), 'waiting', 'and then waits too');
select is(
  tests.review_change(pg_temp.change('eva'), 'approve', null), 'own_change',
  'for somebody else than who wrote it'
);
select tests.authenticate_as(tests.account('els'));
select is(tests.review_change(pg_temp.change('eva'), 'reject', 'Het uur klopt niet.'), 'rejected', 'who refuses with a reason');
select tests.authenticate_as(tests.account('eva'));
select is((select reason from public.proposed_change where author_id = tests.account('eva')), 'Het uur klopt niet.', 'that the author reads');
select is(pg_temp.save('Van Eva, opnieuw', pg_temp.revision()), 'waiting', 'and tries again');
select tests.authenticate_as(tests.account('els'));
select is(public.withdraw_change(pg_temp.change('eva')), false, 'nobody takes back what is another''s');
select tests.authenticate_as(tests.account('eva'));
select ok(public.withdraw_change(pg_temp.change('eva')), 'but the author does');
select tests.authenticate_as(tests.account('ada'));
select is(pg_temp.save('Van Ada', pg_temp.revision()), 'published', 'an administrator waits for nobody');
select ok(public.set_review(pg_temp.government('99001'), false), 'and ends the review');

-- What others published while a change waited
select tests.own();
create function pg_temp.with_parts(p_parts jsonb) returns jsonb language sql stable security definer as $$
  select private.desk_content(d) || p_parts from public.volunteer_desk as d where d.slug = 'loket';
$$;
create function pg_temp.save_parts(p_parts jsonb) returns text language sql as $$
  select public.save_change(
    'desk', pg_temp.government('99001'), pg_temp.desk(), null, pg_temp.revision(), pg_temp.with_parts(p_parts), 'publish', null
  ) ->> 'outcome';
$$;
grant execute on all functions in schema pg_temp to authenticated;
select tests.authenticate_as(tests.account('mia'));
select is(
  pg_temp.save_parts('{"phone": "+3292101010", "street": "Dorp 1"}'), 'waiting', 'a member suggests another number and street'
);
select tests.authenticate_as(tests.account('els'));
select is(
  pg_temp.save_parts('{"email": "loket@proefdorp.example", "place": "Proefdorp-Zuid"}'), 'published',
  'while an editor changes the mail address, and the address too'
);
select is(
  tests.review_change(pg_temp.change('mia'), 'approve', null), 'published', 'what is then approved'
);
select results_eq(
  $$ select phone, email, street, place from public.volunteer_desk where id = pg_temp.desk() $$,
  $$ values ('+3292101010', 'loket@proefdorp.example', 'Dorp 1', 'Proefdorp') $$,
  'is what the member changed, on top of what the editor did'
);

-- Where two changed the same, who reviews chooses
select tests.own();
update public.volunteer_desk set verified_at = '2026-01-01' where slug = 'loket';
delete from public.email_outbox;
select tests.authenticate_as(tests.account('mia'));
select is(
  pg_temp.save_parts('{"phone": "+3292101011", "website": "https://mia.example"}'), 'waiting', 'a member suggests two things'
);
select tests.authenticate_as(tests.account('els'));
select is(
  pg_temp.save_parts('{"phone": "+3292101012", "website": "https://els.example"}'), 'published', 'that an editor changes too'
);
select tests.own();
update public.volunteer_desk set verified_at = '2026-01-01' where slug = 'loket';
select tests.authenticate_as(tests.account('eva'));
select is(
  tests.review_change(pg_temp.change('mia'), 'approve', null, '{phone}'), 'published', 'another keeps what one of them wrote'
);
select tests.own();
select results_eq(
  $$ select phone, website, verified_at from public.volunteer_desk where id = pg_temp.desk() $$,
  $$ values ('+3292101012', 'https://mia.example', '2026-01-01'::timestamptz) $$,
  'part by part, and confirms nothing of the rest'
);
select results_eq(
  $$ select recipient_id, params ->> 'by', params ->> 'what' from public.email_outbox where template = 'page_changed' $$,
  $$ select tests.account('els'), 'review', name from public.volunteer_desk where id = pg_temp.desk() $$,
  'whose text was replaced is told'
);
delete from public.email_outbox;
select tests.authenticate_as(tests.account('ada'));
select is(pg_temp.save_parts('{"phone": "+3292101013"}'), 'published', 'an administrator publishes');
select tests.own();
select set_eq(
  $$ select recipient_id, params ->> 'by' from public.email_outbox where template = 'page_changed' $$,
  $$ select id, 'administrator' from public.profile
     where role = 'editor' and status = 'approved' and local_government_id = pg_temp.government('99001') $$,
  'of which the editors are told'
);
delete from public.email_outbox;

-- Back to what it was, on and off the site
select tests.authenticate_as(tests.account('ine'));
select throws_ok($$ select public.show_desk(pg_temp.desk(), false, 'x') $$, '42501', 'NOT_YOURS', 'nobody takes another''s desk off the site');
select tests.authenticate_as(tests.account('eva'));
select tests.own();
update public.volunteer_desk set verified_at = '2026-01-01', unconfirmed_since = '2026-01-01' where slug = 'loket';
select tests.authenticate_as(tests.account('eva'));
select is(pg_temp.save('Van Eva', pg_temp.revision(), 'draft'), 'draft', 'an editor who is writing');
select is(
  public.restore_revision(
    (select id from public.directory_revision where desk_id = pg_temp.desk() and revision = 2), pg_temp.revision()
  ) ->> 'outcome',
  'published', 'brings back a version'
);
select isnt(pg_temp.change('eva'), null, 'and goes on with what was written');
select tests.own();
update public.local_government set review_changes = true where nis_code = '99001';
select tests.authenticate_as(tests.account('eva'));
select is(
  public.restore_revision(
    (select id from public.directory_revision where desk_id = pg_temp.desk() and revision = 1), pg_temp.revision()
  ) ->> 'outcome',
  'own_change', 'over which no version that would wait is written'
);
select is(public.withdraw_change(pg_temp.change('eva')), true, 'until it is thrown away');
select tests.own();
update public.local_government set review_changes = false where nis_code = '99001';
select tests.authenticate_as(tests.account('eva'));
select is(pg_temp.name(), 'Van Els', 'with all that it said');
select ok(
  (select verified_at = '2026-01-01' and unconfirmed_since = '2026-01-01' from public.volunteer_desk where slug = 'loket'),
  'which does not say that it is still true'
);
select throws_ok($$ select public.restore_revision(0, 1) $$, '42501', 'NOT_YOURS', 'not one that is not there');
select ok(tests.show_desk(pg_temp.desk(), false), 'takes the desk off the site');
select is(tests.show_desk(pg_temp.desk(), false), false, 'once');
select ok(tests.show_desk(pg_temp.desk(), true), 'and puts it back');

-- What is left of it
select tests.own();
update public.proposed_change set updated_at = now();
alter table public.proposed_change disable trigger proposed_change_updated_at;
update public.proposed_change set updated_at = now() - interval '13 months' where author_id = tests.account('eva');
select tests.serve();
select is(public.delete_old_changes(), 1, 'what was decided goes after a year');
select tests.own();
delete from auth.users where id = tests.account('mia');
select is_empty('select from public.proposed_change', 'and with who wrote it');
select isnt_empty('select from public.directory_revision', 'the history of the directory stays');

select * from finish();
rollback;
