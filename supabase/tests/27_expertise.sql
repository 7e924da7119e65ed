begin;
select no_plan();

select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('eva', 'approved', 'editor');
select tests.make_account('mia', 'approved');
select tests.make_account('lou', 'approved');
select tests.make_account('ann');
select tests.make_account('rik', 'rejected');
select tests.make_account('sus', 'suspended');
create function pg_temp.topic(p_slug text) returns uuid language sql as $$
  select id from public.expertise_topic where slug = p_slug;
$$;
create function pg_temp.own_rows() returns table (slug text, direction text, note text) language sql as $$
  select topic.slug, e.direction, e.note
  from public.profile_expertise as e join public.expertise_topic as topic on topic.id = e.topic_id;
$$;
grant execute on function pg_temp.topic(text), pg_temp.own_rows() to anon, authenticated, service_role;

-- The themes
select tests.visit();
select is((select count(*) from public.expertise_topic), 15::bigint, 'everybody reads the fifteen themes');
select throws_ok(
  $$ insert into public.expertise_topic (slug, name_nl, name_fr, name_en) values ('x', 'Nieuw', 'Nouveau', 'New') $$,
  '42501', null, 'and nobody adds one directly'
);
select tests.authenticate_as(tests.account('ada'));
select throws_ok($$ update public.expertise_topic set name_nl = 'Anders' $$, '42501', null, 'not even an administrator');
select throws_ok($$ delete from public.expertise_topic $$, '42501', null, 'who takes none away either');

-- What somebody offers and seeks
select tests.visit();
select throws_ok($$ select public.save_my_expertise('[]') $$, '42501', null, 'a visitor offers nothing');
select throws_ok($$ select from public.profile_expertise $$, '42501', null, 'nor reads who does');
select tests.serve();
select throws_ok($$ select public.save_my_expertise('[]') $$, '42501', null, 'nor does the server');
select throws_ok($$ select from public.profile_expertise $$, '42501', null, 'which reads none');
select tests.authenticate_as(tests.account('rik'));
select throws_ok($$ select public.save_my_expertise('[]') $$, '42501', 'NO_ACCOUNT', 'nor who was rejected');
select tests.authenticate_as(tests.account('sus'));
select throws_ok($$ select public.save_my_expertise('[]') $$, '42501', 'NO_ACCOUNT', 'or suspended');
select tests.authenticate_as(tests.account('ann'));
select lives_ok(
  $$ select public.save_my_expertise('[{"topic": "crisis", "direction": "sought", "note": "Wie deed dit al?"}]') $$,
  'who waits fills in what they look for'
);
select results_eq(
  'select * from pg_temp.own_rows()', $$ values ('crisis', 'sought', 'Wie deed dit al?') $$, 'and reads it'
);
select tests.authenticate_as(tests.account('mia'));
select lives_ok(
  $$ select public.save_my_expertise('[
    {"topic": "beleid", "direction": "offered", "note": "  Wij schreven een plan.  "},
    {"topic": "werven", "direction": "sought", "note": " "}, {"topic": "jongeren", "direction": "sought"}
  ]') $$,
  'a member fills in more'
);
select set_eq(
  'select * from pg_temp.own_rows()',
  $$ values ('beleid', 'offered', 'Wij schreven een plan.'), ('werven', 'sought', null), ('jongeren', 'sought', null) $$,
  'trimmed, nothing for an empty sentence, and only their own'
);
select throws_ok(
  $$ insert into public.profile_expertise (profile_id, topic_id, direction)
     values (tests.account('mia'), pg_temp.topic('crisis'), 'offered') $$,
  '42501', null, 'not directly'
);
select throws_ok($$ update public.profile_expertise set note = 'x' $$, '42501', null, 'nor changed');
select throws_ok($$ delete from public.profile_expertise $$, '42501', null, 'nor taken away');
select tests.authenticate_as(tests.account('ada'));
select is_empty('select from public.profile_expertise', 'administrators read nobody’s but their own');
select tests.authenticate_as(tests.account('mia'));
select throws_ok(
  $$ select public.save_my_expertise('[{"topic": "tuinieren", "direction": "offered"}]') $$,
  'P0001', 'UNKNOWN_TOPIC', 'a theme is one of the list'
);
select throws_ok(
  format('select public.save_my_expertise(%L)', entries), 'P0001', 'UNKNOWN_TOPIC', 'in a list: ' || coalesce(entries, 'null')
)
from unnest(array[null, '{}', '"beleid"', '[{"direction": "offered"}]', '[null]', '["beleid"]']) as entries;
select throws_ok(
  $$ select public.save_my_expertise(
    (select jsonb_agg('{"topic": "beleid", "direction": "offered"}'::jsonb) from generate_series(1, 201))
  ) $$,
  'P0001', 'UNKNOWN_TOPIC', 'of no more than two hundred'
);
select throws_ok(
  $$ select public.save_my_expertise(
    '[{"topic": "beleid", "direction": "offered"}, {"topic": "beleid", "direction": "sought"}]'
  ) $$,
  'P0001', 'TOPIC_TWICE', 'and stands in it once'
);
select throws_ok(
  $$ select public.save_my_expertise('[{"topic": "beleid", "direction": "both"}]') $$, '23514', null, 'offered or sought'
);
select throws_ok(
  $$ select public.save_my_expertise('[{"topic": "beleid"}]') $$, '23502', null, 'one of both'
);
select throws_ok(
  format('select public.save_my_expertise(%L)', jsonb_build_array(
    jsonb_build_object('topic', 'beleid', 'direction', 'offered', 'note', note)
  )),
  '23514', null, 'with one sentence on one line'
)
from unnest(array[repeat('a', 301), E'een\ntwee', U&'een\202Etwee']) as note;
select is((select count(*) from pg_temp.own_rows()), 3::bigint, 'what is refused changes nothing');

-- Since when
select tests.own();
update public.profile_expertise set created_at = '2026-01-01' where profile_id = tests.account('mia');
select tests.authenticate_as(tests.account('mia'));
select public.save_my_expertise('[
  {"topic": "beleid", "direction": "offered", "note": "Een andere zin."}, {"topic": "werven", "direction": "offered"}
]');
select results_eq(
  $$ select topic_id = pg_temp.topic('beleid'), created_at = '2026-01-01' from public.profile_expertise order by 1 $$,
  $$ values (false, false), (true, true) $$, 'another direction is new, another sentence is not; what is left out is gone'
);
select public.save_my_expertise('[]');
select is_empty('select from public.profile_expertise', 'nothing is a choice as well');

-- The list is kept by administrators
select throws_ok(
  $$ select public.save_expertise_topic(null, null, 'tuinen', 'Tuinen', 'Jardins', 'Gardens') $$, '42501', 'ADMIN_ONLY',
  'a member adds no theme'
);
select throws_ok(
  $$ select public.merge_expertise_topics(pg_temp.topic('beleid'), pg_temp.topic('werven'), '{x,y}') $$, '42501', 'ADMIN_ONLY',
  'nor merges any'
);
select is_empty('select public.topic_use()', 'nor counts who is in them');
select tests.authenticate_as(tests.account('eva'));
select throws_ok(
  $$ select public.save_expertise_topic(null, null, 'tuinen', 'Tuinen', 'Jardins', 'Gardens') $$, '42501', 'ADMIN_ONLY',
  'an editor does not either'
);
select is_empty('select public.topic_use()', 'nor count');
select tests.visit();
select throws_ok($$ select public.topic_use() $$, '42501', null, 'a visitor does not count');
select throws_ok(
  $$ select public.save_expertise_topic(null, null, 'tuinen', 'Tuinen', 'Jardins', 'Gardens') $$, '42501', null, 'or add'
);
select throws_ok(
  $$ select public.merge_expertise_topics(gen_random_uuid(), gen_random_uuid(), '{x,y}') $$, '42501', null, 'or merge'
);
select tests.serve();
select throws_ok(
  $$ select public.merge_expertise_topics(gen_random_uuid(), gen_random_uuid(), '{x,y}') $$, '42501', null, 'nor does the server'
);
select tests.authenticate_as(tests.account('ada'));
select is(
  public.save_expertise_topic(null, null, 'tuinen', 'Tuinen', 'Jardins', 'Gardens'), 'tuinen', 'an administrator adds one'
);
select throws_ok(
  $$ select public.save_expertise_topic(null, null, 'tuinen', 'TUINEN', 'Potagers', 'Yards') $$, '23505', null,
  'not with a name that there is already, in whatever capitals'
);
select is(
  public.save_expertise_topic(null, null, 'tuinen', 'Tuinen en parken', 'Parcs', 'Parks'), 'tuinen-2',
  'a slug that is taken gets a number'
);
select throws_ok(
  $$ select public.save_expertise_topic(null, null, 'x', 'X', 'Jardinage', 'Gardening') $$, '23514', null, 'a name says something'
);
select throws_ok(
  $$ select public.save_expertise_topic(gen_random_uuid(), now(), 'x', 'Aa', 'Bb', 'Cc') $$, 'P0001', 'UNKNOWN_TOPIC',
  'what does not exist cannot be renamed'
);
select throws_ok(
  $$ select public.save_expertise_topic(pg_temp.topic('tuinen'), now() - interval '1 hour', 'x', 'Aa', 'Bb', 'Cc') $$,
  'P0001', 'OUTDATED', 'nor over what somebody else wrote'
);
select is(
  public.save_expertise_topic(
    pg_temp.topic('tuinen'), (select updated_at from public.expertise_topic where slug = 'tuinen'),
    'anders', 'Moestuinen', 'Jardins', 'Gardens'
  ),
  'tuinen', 'its address stays when it gets another name'
);
select is(
  public.save_expertise_topic(
    pg_temp.topic('tuinen'), (select updated_at from public.expertise_topic where slug = 'tuinen'),
    'tuinen', 'Moestuinen', 'Jardins', 'Gardens'
  ),
  'tuinen', 'the same names are no change'
);
select tests.own();
select results_eq(
  $$ select action, details ->> 'topic', details -> 'names' ->> 'nl', details -> 'before' ->> 'nl' from public.audit_entry
     where action like 'topic%' and actor_id = tests.account('ada') order by id $$,
  $$ values ('topic_created', 'tuinen', 'Tuinen', null::text), ('topic_created', 'tuinen-2', 'Tuinen en parken', null),
       ('topic_renamed', 'tuinen', 'Moestuinen', 'Tuinen') $$,
  'each leaves one trace'
);

-- Merged: nothing that people wrote is lost
insert into public.profile_expertise (profile_id, topic_id, direction, note)
select tests.account(name), pg_temp.topic(topic), direction, note
from (values
  ('mia', 'tuinen', 'offered', 'Van de ene.'), ('mia', 'tuinen-2', 'sought', 'Van de andere.'),
  ('lou', 'tuinen', 'sought', 'Alleen hier.'), ('eva', 'tuinen', 'offered', 'Nog zonder zin.'),
  ('eva', 'tuinen-2', 'offered', null), ('ada', 'tuinen', 'sought', repeat('b', 150)),
  ('ada', 'tuinen-2', 'sought', repeat('a', 150))
) as kept (name, topic, direction, note);
insert into public.follow (profile_id, topic_id)
select tests.account(name), pg_temp.topic(topic)
from (values ('mia', 'tuinen'), ('mia', 'tuinen-2'), ('lou', 'tuinen')) as followed (name, topic);
select tests.authenticate_as(tests.account('ada'));
select set_eq(
  $$ select * from public.topic_use() where topic_id in (pg_temp.topic('tuinen'), pg_temp.topic('tuinen-2')) $$,
  $$ values (pg_temp.topic('tuinen'), 2::bigint, 2::bigint), (pg_temp.topic('tuinen-2'), 1::bigint, 2::bigint) $$,
  'an administrator sees how many have a theme, before merging'
);
select throws_ok(
  $$ select tests.merge_topics(pg_temp.topic('tuinen'), pg_temp.topic('tuinen')) $$, 'P0001', 'UNKNOWN_TOPIC',
  'a theme does not become part of itself'
);
select throws_ok(
  $$ select tests.merge_topics(pg_temp.topic('tuinen'), gen_random_uuid()) $$, 'P0001', 'UNKNOWN_TOPIC',
  'nor of what does not exist'
);
select is(
  tests.merge_topics(pg_temp.topic('tuinen'), pg_temp.topic('tuinen-2')), 4, 'merging says how many had the first'
);
select throws_ok(
  $$ select tests.merge_topics(pg_temp.topic('tuinen-2'), pg_temp.topic('tuinen')) $$, 'P0001', 'UNKNOWN_TOPIC',
  'back it does not go'
);
select throws_ok(
  $$ select public.save_expertise_topic(
    pg_temp.topic('tuinen'), (select updated_at from public.expertise_topic where slug = 'tuinen'), 'x', 'Aa', 'Bb', 'Cc'
  ) $$,
  'P0001', 'UNKNOWN_TOPIC', 'and what merged has no name of its own any more'
);
select is(
  public.save_expertise_topic(null, null, 'tuinen', 'Moestuinen', 'Jardins', 'Gardens'), 'tuinen-3',
  'that name is free again, its address is not'
);
select tests.own();
select results_eq(
  $$ select direction, note::text from public.profile_expertise
     where topic_id = pg_temp.topic('tuinen-2') order by note $$,
  $$ values ('sought', 'Alleen hier.'), ('offered', 'Nog zonder zin.'), ('sought', 'Van de andere. – Van de ene.'),
       ('sought', repeat('a', 150)) $$,
  'who had the first has the second, with both sentences as far as they fit'
);
select is_empty(
  $$ select from public.profile_expertise where topic_id = pg_temp.topic('tuinen') $$, 'and nobody has the first'
);
select set_eq(
  $$ select profile_id, topic_id from public.follow $$,
  $$ values (tests.account('mia'), pg_temp.topic('tuinen-2')), (tests.account('lou'), pg_temp.topic('tuinen-2')) $$,
  'who followed the first follows the second, once'
);
select is(
  (select details from public.audit_entry where action = 'topics_merged'),
  '{"topic": "tuinen", "into": "tuinen-2", "people": 4}'::jsonb, 'the trail says what became of it'
);
select tests.authenticate_as(tests.account('mia'));
select throws_ok(
  $$ select public.save_my_expertise(
    '[{"topic": "tuinen", "direction": "offered"}, {"topic": "tuinen-2", "direction": "offered"}]'
  ) $$,
  'P0001', 'TOPIC_TWICE', 'the old address means the same theme'
);
select public.save_my_expertise('[{"topic": "tuinen", "direction": "offered", "note": "Mijn zin."}]');
select results_eq(
  'select * from pg_temp.own_rows()', $$ values ('tuinen-2', 'offered', 'Mijn zin.') $$, 'and goes on working'
);

-- Who leaves, and what they take along
select is(
  public.export_my_account() #> '{expertise,0}' ->> 'note', 'Mijn zin.', 'what somebody offers is in what they take along'
);
select public.leave_account();
select tests.own();
select is_empty(
  $$ select from public.profile_expertise where profile_id = tests.account('mia') $$, 'and goes when they leave'
);
select is_empty(
  $$ select from private.expertise_text where profile_id = tests.account('mia') $$, 'from where it is looked up as well'
);

select * from finish();
rollback;
