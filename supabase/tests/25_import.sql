begin;
select no_plan();

select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('eva', 'approved', 'editor');
select tests.make_account('mia', 'approved');
select tests.make_municipality('99001');
create temporary table known on commit drop as
select
  (select local_government_id from public.profile where id = tests.account('eva')) as own,
  tests.make_local_government('99001', '2026-01-01') as other;
grant select on known to authenticated, anon;
alter table known add column a uuid, add column b uuid, add column c uuid, add column run uuid;
update known set
  a = tests.make_desk(own, 'loket-a', true), b = tests.make_desk(own, 'loket-b', false),
  c = tests.make_desk(other, 'loket-c', true);
-- What was there before is older than what comes next.
update public.volunteer_desk set created_at = now() - interval '1 day';

create function pg_temp.rows() returns jsonb language sql as $$
  select jsonb_build_array(
    jsonb_build_object('row', 2, 'outcome', 'changed', 'label', 'A', 'subject_id', a, 'content',
      '{"name": "Nieuw A", "languages": ["nl", "fr"], "phone": null}'::jsonb, 'seen', '{"name": "Proefloket", "languages": ["nl"], "phone": null}'::jsonb),
    jsonb_build_object('row', 3, 'outcome', 'new', 'label', 'D', 'content', jsonb_build_object(
      'slug', 'loket-d', 'local_government_id', own, 'name', 'D', 'street', 'Straat 1', 'postcode', '9000',
      'place', 'Gent', 'lon', 3.7, 'lat', 51.0, 'location_approximate', true)),
    jsonb_build_object('row', 4, 'outcome', 'likely_duplicate', 'label', 'B', 'subject_id', b, 'content',
      '{"email": "b@voorbeeld.example"}'::jsonb, 'seen', '{"email": null}'::jsonb, 'cells', '["x"]'::jsonb),
    jsonb_build_object('row', 5, 'outcome', 'refused', 'label', 'E', 'problems', '[{"code": "bad_phone"}]'::jsonb),
    jsonb_build_object('row', 6, 'outcome', 'unchanged', 'label', 'C', 'subject_id', c)
  ) from known;
$$;
create function pg_temp.stage() returns uuid language sql as $$
  select public.stage_import('loketten', 'a.csv', '["naam"]', '[]', '{"new": 1}', pg_temp.rows());
$$;

grant execute on function pg_temp.rows(), pg_temp.stage() to authenticated;

-- Who may not
select tests.visit();
select throws_ok($$ select public.apply_import(gen_random_uuid(), false) $$, '42501', null, 'a visitor imports nothing');
select tests.authenticate_as(tests.account('eva'));
select throws_ok($$ select pg_temp.stage() $$, '42501', null, 'nor does an editor');
select throws_ok($$ select public.apply_import(gen_random_uuid(), false) $$, '42501', null, 'in either step');

-- An import
select tests.authenticate_as(tests.account('ada'));
create temporary table staged on commit drop as select pg_temp.stage() as id;
grant select on staged to authenticated;
select results_eq(
  $$ select outcome from public.import_row where import_id = (select id from staged) order by "row" $$,
  $$ values ('changed'), ('new'), ('likely_duplicate'), ('refused'), ('unchanged') $$, 'an import is kept row by row'
);
select is((select name from public.volunteer_desk where slug = 'loket-a'), 'Proefloket', 'and changes nothing yet');
select tests.authenticate_as(tests.account('eva'));
select is_empty($$ select from public.import_run $$, 'nobody but administrators sees it');
select is_empty($$ select from public.import_row $$, 'nor its rows');
select tests.authenticate_as(tests.account('ada'));
select is(
  public.apply_import((select id from staged), false), '{"outcome": "applied", "changed": 1, "created": 1}'::jsonb,
  'it is carried out'
);
select results_eq(
  $$ select name, languages, revision from public.volunteer_desk where slug = 'loket-a' $$,
  $$ values ('Nieuw A', '{nl,fr}'::text[], 2) $$, 'a desk changes'
);
select results_eq(
  $$ select name, location_approximate, published, languages from public.volunteer_desk where slug = 'loket-d' $$,
  $$ values ('D', true, false, '{nl}'::text[]) $$, 'another is made'
);
select is((select email from public.volunteer_desk where slug = 'loket-b'), null, 'one that is likely the same waits for a choice');
select is(
  (select changed_by from public.directory_revision where desk_id = (select a from known) order by revision desc limit 1),
  tests.account('ada'), 'the history tells who'
);
select is(
  (select details from public.audit_entry where action = 'imported' and actor_id = tests.account('ada')),
  '{"kind": "loketten", "changed": 1, "created": 1}'::jsonb, 'so does the trail'
);
select is(public.apply_import((select id from staged), false), '{"outcome": "already_applied"}', 'it happens once');
select is(public.apply_import(gen_random_uuid(), false), '{"outcome": "not_found"}', 'an unknown one never');

-- What changed meanwhile
select tests.own();
update public.volunteer_desk set name = 'Proefloket', languages = '{nl}' where slug = 'loket-a';
delete from public.volunteer_desk where slug = 'loket-d';
select tests.authenticate_as(tests.account('ada'));
create temporary table second on commit drop as select pg_temp.stage() as id;
select tests.own();
update public.volunteer_desk set name = 'Van iemand anders' where slug = 'loket-a';
select tests.authenticate_as(tests.account('ada'));
select is(public.apply_import((select id from second), true), '{"outcome": "outdated"}', 'a desk that changed since is left alone');
select is_empty($$ select from public.volunteer_desk where slug = 'loket-d' $$, 'with all the others');
select tests.own();
update public.volunteer_desk set name = 'Proefloket', verified_at = now() where slug = 'loket-a';
select tests.authenticate_as(tests.account('ada'));
select is(
  public.apply_import((select id from second), true) ->> 'changed', '2', 'what it does not touch may change; and what is likely the same may be'
);
select is((select email from public.volunteer_desk where slug = 'loket-b'), 'b@voorbeeld.example', 'then it is');
create temporary table third on commit drop as select public.stage_import(
  'loketten', 'b.csv', '[]', '[]', '{}', jsonb_build_array(pg_temp.rows() -> 1)
) as id;
select is(public.apply_import((select id from third), false), '{"outcome": "outdated"}', 'an address that is taken makes it look again');
create temporary table broken on commit drop as select public.stage_import(
  'loketten', 'b.csv', '[]', '[]', '{}',
  jsonb_build_array(
    jsonb_build_object('row', 2, 'outcome', 'changed', 'label', '', 'subject_id', (select c from known),
      'content', '{"name": "Half"}'::jsonb, 'seen', '{"name": "Proefloket"}'::jsonb),
    jsonb_build_object('row', 3, 'outcome', 'changed', 'label', '', 'subject_id', (select b from known),
      'content', '{"postcode": "geen"}'::jsonb, 'seen', '{}'::jsonb)
  )
) as id;
select throws_ok($$ select public.apply_import((select id from broken), false) $$, '23514', null, 'what cannot be stored stops all of it');
select is((select name from public.volunteer_desk where slug = 'loket-c'), 'Proefloket', 'also what could');

-- A file that is older than what somebody changed since
select tests.own();
delete from public.email_outbox;
select tests.authenticate_as(tests.account('ada'));
create temporary table older on commit drop as select public.stage_import(
  'loketten', 'o.csv', '[]', '[]', '{}',
  (
    select jsonb_agg(jsonb_build_object('row', n, 'outcome', 'older', 'label', '', 'subject_id', d.id,
      'content', '{"phone": "+3292101099"}'::jsonb, 'seen', jsonb_build_object('phone', d.phone)) order by n)
    from (values (2, 'loket-a'), (3, 'loket-b')) as one (n, slug)
    join public.volunteer_desk as d on d.slug = one.slug
  )
) as id;
select is(
  public.apply_import((select id from older), false, '{3}') ->> 'changed', '1', 'is written where somebody says so'
);
select set_eq(
  $$ select slug from public.volunteer_desk where phone = '+3292101099' $$, $$ values ('loket-b') $$, 'and nowhere else'
);
select tests.own();
select set_eq(
  $$ select recipient_id, params ->> 'by' as by, params ->> 'what' as what from public.email_outbox
     where template = 'page_changed' $$,
  $$ select p.id, 'import' as by, d.name as what from public.profile as p
     join public.volunteer_desk as d on d.local_government_id = p.local_government_id and d.slug = 'loket-b'
     where p.role = 'editor' and p.status = 'approved' $$,
  'the editors are told'
);
select isnt_empty($$ select from public.email_outbox where template = 'page_changed' $$, 'of whom there is one');
select tests.authenticate_as(tests.account('ada'));

-- Governments
create temporary table governments on commit drop as select public.stage_import(
  'besturen', 'c.csv', '[]', '[]', '{}', jsonb_build_array(jsonb_build_object(
    'row', 2, 'outcome', 'changed', 'label', '', 'subject_id', (select other from known),
    'content', '{"participating_until": "2026-06-01", "phone": "+3292100000"}'::jsonb, 'seen', '{"participating_until": null, "phone": null}'::jsonb
  ))
) as id;
select is(public.apply_import((select id from governments), false) ->> 'outcome', 'applied', 'governments are imported too');
select results_eq(
  $$ select participating_since, participating_until, phone from public.local_government where id = (select other from known) $$,
  $$ values ('2026-01-01'::date, '2026-06-01'::date, '+3292100000') $$, 'as far as the file says'
);

-- What a file said
create temporary table told on commit drop as select public.stage_import(
  'besturen', 'd.csv', '["naam"]', '[]', '{}', '[
    {"row": 2, "outcome": "unchanged", "label": "", "cells": ["Gent"]},
    {"row": 3, "outcome": "refused", "label": "", "cells": ["Nergens"]}
  ]', '[{"code": "unknown_government", "rows": 1, "values": [{"text": "Nergens", "rows": 1}]}]', '["bestuur"]'
) as id;
select results_eq(
  $$ select causes -> 0 ->> 'code', read_as ->> 0 from public.import_run where id = (select id from told) $$,
  $$ values ('unknown_government', 'bestuur') $$, 'why rows are not read is kept, and what somebody said the columns are'
);
select is((select count(cells) from public.import_row where import_id = (select id from told)), 2::bigint, 'so is every row, to be read once more');
select is(public.apply_import((select id from told), false) ->> 'outcome', 'applied', 'until the file is carried out');
select results_eq(
  $$ select "row" from public.import_row where import_id = (select id from told) and cells is not null $$, $$ values (3) $$,
  'then only what was left out'
);

-- Old ones
select tests.own();
update public.import_run set created_at = now() - interval '8 days' where id in ((select id from staged), (select id from third));
select tests.serve();
select is(public.delete_old_imports(), 1, 'what was never carried out goes after a week');
select tests.own();
select isnt_empty($$ select from public.import_run where id = (select id from staged) $$, 'the rest stays a month');

-- Two desks that are one
insert into public.desk_report (desk_id, topic, message, locale)
select b, 'hours', 'De deur was dicht.', 'nl' from known;
insert into public.desk_upkeep (desk_id, owner_id) select b, tests.account('eva') from known;
select tests.authenticate_as(tests.account('eva'));
select throws_ok($$ select public.merge_desks((select a from known), (select b from known), '{x,y}') $$, '42501', 'ADMIN_ONLY', 'an editor merges nothing');
select tests.own();
insert into public.proposed_change (subject, local_government_id, desk_id, author_id, base_revision, content, state)
select 'desk', d.local_government_id, d.id, tests.account('mia'), 1, '{}', 'waiting'
from public.volunteer_desk as d join known on known.b = d.id;
select tests.authenticate_as(tests.account('ada'));
select is(tests.merge_desks((select a from known), (select a from known)), 'same_desk', 'a desk is not merged with itself');
select is(tests.merge_desks((select a from known), (select b from known)), 'changes_waiting', 'nor while somebody waits for a change of it');
select tests.own();
delete from public.proposed_change;
select tests.authenticate_as(tests.account('ada'));
select is(tests.merge_desks((select a from known), (select b from known)), 'merged', 'an administrator merges two desks');
select is_empty($$ select from public.volunteer_desk where slug = 'loket-b' $$, 'one goes');
select tests.own();
select is((select desk_id from public.desk_report), (select a from known), 'its reports stay');
select is((select owner_id from public.desk_upkeep where desk_id = (select a from known)), tests.account('eva'), 'so does who answers for it');
select is((select details ? 'content' or details::text ~ '(@|[+]32)' from public.audit_entry where action = 'desks_merged'), false, 'the trail tells which two, and no way to reach anybody');
select tests.authenticate_as(tests.account('ada'));
select is(tests.merge_desks((select c from known), (select a from known)), 'merged', 'an administrator merges any two');
select is(tests.merge_desks((select c from known), (select a from known)), 'not_found', 'once');
select tests.visit();
select results_eq(
  $$ select slug, desk_id from public.former_desk_slug order by slug $$,
  $$ select former, c from known cross join (values ('loket-a'), ('loket-b')) as gone (former) order by 1 $$,
  'and everybody finds where both went'
);
select * from finish();
rollback;
