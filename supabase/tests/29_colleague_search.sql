begin;
select no_plan();

-- Three governments: where the caller works, an OCMW 14 km away, and a city at the other end of the country.
select tests.make_account('mia', 'approved');
select tests.make_municipality('99002');
update public.municipality
set province_code = '10000', population = 30000, lon = 3.9, slug = 'elzele' where nis_code = '99002';
select tests.make_local_government('99002', '2024-01-01');
update public.local_government set kind = 'ocmw', name = 'OCMW Élzele' where nis_code = '99002';
select tests.make_municipality('99003');
update public.municipality
set province_code = '70000', population = 120000, lon = 5.0, slug = 'verstad' where nis_code = '99003';
select tests.make_local_government('99003', '2024-01-01');
update public.local_government set name = 'Stad Verstad' where nis_code = '99003';

create function pg_temp.at(p_nis text) returns uuid language sql as $$
  select id from public.local_government where nis_code = p_nis;
$$;
select tests.make_account('ada', 'approved', 'admin');
select tests.make_account('eva', 'approved', 'editor');
select tests.make_account('lou', 'approved', 'member', pg_temp.at('99002'));
select tests.make_account('kim', 'approved', 'member', pg_temp.at('99003'));
select tests.make_account(name, status, 'member', pg_temp.at('99003'))
from (values ('ann', 'pending'), ('rik', 'rejected'), ('sus', 'suspended'), ('pau', 'approved'), ('hid', 'approved'))
  as person (name, status);
update public.profile set listed = true where id not in (tests.account('hid'), tests.account('ada'));
update public.profile set paused_at = now() where id = tests.account('pau');
update public.profile set full_name = 'Onvindbaar ' || full_name, bio = 'Ook onvindbaar', visible_fields = '{bio,expertise}'
where id in (select tests.account(name) from unnest(array['ann', 'rik', 'sus', 'pau', 'hid']) as name);
update public.profile set bio = 'Geheimbio' where id = tests.account('eva');
update public.profile set position = 'elected', job_title = 'Geheimtitel', phone = '+3291234567',
  bio = E'Naïef begonnen in één straat. Zie a.b, (c), 50% van *ster* en \\teken', visible_fields = '{expertise,bio}'
where id = tests.account('lou');
update public.profile set visible_fields = '{job_title,phone}', phone = '+3291234567' where id = tests.account('kim');
insert into public.profile_expertise (profile_id, topic_id, direction, note)
select tests.account(name), topic.id, direction, note
from (values
  ('mia', 'beleid', 'offered', 'Van mezelf.'), ('eva', 'beleid', 'offered', 'Wij schreven een plan.'),
  ('lou', 'beleid', 'sought', null), ('lou', 'werven', 'offered', 'Op de markt.'), ('kim', 'werven', 'offered', 'Geheimzin.'),
  ('kim', 'evaluatie', 'sought', null), ('ann', 'crisis', 'offered', 'Onvindbaar'), ('rik', 'crisis', 'offered', null),
  ('sus', 'crisis', 'offered', null), ('pau', 'crisis', 'sought', null), ('hid', 'crisis', 'offered', null)
) as kept (name, slug, direction, note)
join public.expertise_topic as topic using (slug);

-- What is asked, by name: {"words": …, "topics": …}.
create function pg_temp.search(p jsonb) returns table (total bigint, colleagues jsonb, facets jsonb, places jsonb)
language sql as $$
  select * from public.search_colleagues(
    case when p ? 'words' then array(select jsonb_array_elements_text(p -> 'words')) end,
    case when p ? 'topics' then array(select jsonb_array_elements_text(p -> 'topics')) end,
    p ->> 'direction',
    case when p ? 'provinces' then array(select jsonb_array_elements_text(p -> 'provinces')) end,
    case when p ? 'kinds' then array(select jsonb_array_elements_text(p -> 'kinds')) end,
    case when p ? 'positions' then array(select jsonb_array_elements_text(p -> 'positions')) end,
    case when p ? 'sizes' then array(select jsonb_array_elements_text(p -> 'sizes')::integer) end,
    '{0,10000,20000,50000,100000}', (p ->> 'within')::integer, '{10,25,50}', p ->> 'nis',
    coalesce(p ->> 'sort', 'name'), coalesce((p ->> 'limit')::integer, 20), coalesce((p ->> 'offset')::integer, 0)
  );
$$;
create function pg_temp.names(p jsonb) returns text language sql as $$
  select coalesce(string_agg(colleague ->> 'fullName', ',' order by place), '')
  from pg_temp.search(p), jsonb_array_elements(colleagues) with ordinality as listed (colleague, place);
$$;
create function pg_temp.word(p_word text) returns text language sql as $$
  select pg_temp.names(jsonb_build_object('words', jsonb_build_array(p_word)));
$$;
create function pg_temp.facets(p jsonb) returns jsonb language sql as $$
  select facets from pg_temp.search(p);
$$;
create function pg_temp.as_owner(p_sql text) returns void language plpgsql security definer as $$
begin
  execute p_sql;
end;
$$;
grant execute on all functions in schema pg_temp to anon, authenticated, service_role;

-- Who searches
select tests.visit();
select throws_ok($$ select pg_temp.search('{}') $$, '42501', null, 'a visitor finds no colleagues');
select throws_ok($$ select public.colleague(tests.account('eva')) $$, '42501', null, 'nor sees one');
select throws_ok($$ select public.government_expertise() $$, '42501', null, 'nor what governments offer');
select tests.serve();
select throws_ok($$ select pg_temp.search('{}') $$, '42501', null, 'nor does the server');
select tests.authenticate_as(tests.account('ann'));
select is_empty($$ select pg_temp.search('{}') $$, 'who waits finds nobody, and no counts');
select is_empty($$ select public.colleague(tests.account('eva')) $$, 'sees nobody');
select is_empty($$ select public.government_expertise() $$, 'and nothing that governments offer');
select tests.authenticate_as(tests.account('rik'));
select is_empty($$ select pg_temp.search('{}') $$, 'nor does who was rejected');
select tests.authenticate_as(tests.account('sus'));
select is_empty($$ select pg_temp.search('{}') $$, 'or suspended');
select is_empty($$ select public.colleague(tests.account('eva')) $$, 'who sees nobody either');

-- Who is found and counted: nobody hidden, and not the caller
select tests.authenticate_as(tests.account('mia'));
select results_eq(
  $$ select total, places, facets from pg_temp.search('{}') $$,
  $$ values (3::bigint, '{"99000": 1, "99002": 1, "99003": 1}'::jsonb, '{
    "topics": {"beleid": 2, "werven": 1}, "directions": {"offered": 2, "sought": 1},
    "provinces": {"40000": 1, "10000": 1, "70000": 1}, "kinds": {"gemeente": 2, "ocmw": 1},
    "positions": {"staff": 2, "elected": 1}, "sizes": {"1": 1, "3": 1, "5": 1}, "distances": {"10": 1, "25": 2, "50": 2}
  }'::jsonb) $$,
  'a member finds and counts who chose to be seen'
);
select is(pg_temp.names('{}'), 'eva,kim,lou', 'by name');
select is(pg_temp.names('{"sort": "distance"}'), 'eva,lou,kim', 'or nearest first');
select is(pg_temp.names('{"topics": ["crisis"]}'), '', 'a theme that only hidden people have finds nobody');
select is(pg_temp.word('onvindbaar'), '', 'nor do their words');
select is_empty(
  format('select public.colleague(tests.account(%L))', name), name || ' is no colleague to be seen'
)
from unnest(array['ann', 'rik', 'sus', 'pau', 'hid', 'ada', 'nobody']) as name;
select is(
  pg_temp.names(jsonb_build_object('nis', '99003')), 'kim', 'of one municipality, those of it that can be seen'
);
select tests.authenticate_as(tests.account('ada'));
select is((select total from pg_temp.search('{}')), 4::bigint, 'an administrator finds no more than that');
select tests.authenticate_as(tests.account('mia'));

-- What is not shown is not told, matched or counted
select is(
  (select jsonb_object_agg(c ->> 'fullName', c - '{id,fullName,localGovernmentId,metres,position}'::text[])
   from pg_temp.search('{}'), jsonb_array_elements(colleagues) as c),
  jsonb_build_object(
    'eva', '{"jobTitle": "Vrijwilligerscoach", "phone": null, "bio": null, "mayWrite": true,
      "expertise": [{"topic": "beleid", "direction": "offered", "note": "Wij schreven een plan."}]}'::jsonb,
    'kim', '{"jobTitle": "Vrijwilligerscoach", "phone": "+3291234567", "bio": null, "mayWrite": true, "expertise": []}'::jsonb,
    'lou', jsonb_build_object(
      'jobTitle', null, 'phone', null, 'mayWrite', true,
      'bio', E'Naïef begonnen in één straat. Zie a.b, (c), 50% van *ster* en \\teken',
      'expertise', '[{"topic": "beleid", "direction": "sought", "note": null},
        {"topic": "werven", "direction": "offered", "note": "Op de markt."}]'::jsonb
    )
  ),
  'each tells what they chose'
);
select results_eq(
  $$ select full_name, job_title, phone, bio, expertise, may_write from public.colleague(tests.account('kim')) $$,
  $$ values ('kim', 'Vrijwilligerscoach', '+3291234567', null::text, '[]'::jsonb, true) $$, 'and so does a card alone'
);
select is(pg_temp.word(word), '', word || ' is not shown, and finds nobody')
from unnest(array['Geheimbio', 'Geheimtitel', 'Geheimzin', '+3291234567', 'proefdorp.example', 'evalueren']) as word;
select is(pg_temp.names('{"topics": ["werven"]}'), 'lou', 'a theme that is not shown does not find its person');
select is(pg_temp.names('{"topics": ["evaluatie"]}'), '', 'nobody, where no other has it');
select is(pg_temp.names('{"direction": "sought"}'), 'lou', 'nor does what they look for');
select results_eq(
  $$ select colleagues, expertise from public.government_expertise() $$,
  $$ values (
       jsonb_build_object(pg_temp.at('99000'), 1, pg_temp.at('99002'), 1, pg_temp.at('99003'), 1),
       jsonb_build_object(
         pg_temp.at('99000'), '{"beleid": [1, 0]}'::jsonb,
         pg_temp.at('99002'), '{"beleid": [0, 1], "werven": [1, 0]}'::jsonb
       )
     ) $$,
  'governments have the visible people they have, and offer what those show, the caller left out'
);
select pg_temp.as_owner($$ update public.profile set visible_fields = '{}' where full_name = 'lou' $$);
select is(pg_temp.word(word), '', word || ' finds nobody once it is hidden')
from unnest(array['straat', 'markt', 'beleid lou']) as word;
select is(
  pg_temp.facets('{}') -> 'topics', '{"beleid": 1}'::jsonb, 'and what was counted is not any more'
);
select pg_temp.as_owner($$ update public.profile set visible_fields = '{expertise,bio}' where full_name = 'lou' $$);
select pg_temp.as_owner($$ update public.profile set paused_at = now() where full_name = 'lou' $$);
select results_eq(
  $$ select total, places, facets from pg_temp.search('{}') $$,
  $$ values (2::bigint, '{"99000": 1, "99003": 1}'::jsonb, '{
    "topics": {"beleid": 1}, "directions": {"offered": 1}, "provinces": {"40000": 1, "70000": 1}, "kinds": {"gemeente": 2},
    "positions": {"staff": 2}, "sizes": {"1": 1, "5": 1}, "distances": {"10": 1, "25": 1, "50": 1}
  }'::jsonb) $$,
  'who pauses is in no count'
);
select is(pg_temp.names('{"provinces": ["10000"]}'), '', 'and behind no filter');
select pg_temp.as_owner($$ update public.profile set paused_at = null where full_name = 'lou' $$);

-- Each filter, and its own counts as if it were off
select is(pg_temp.names(filter::jsonb), names, filter)
from (values
  ('{"topics": ["beleid"]}', 'eva,lou'), ('{"topics": ["beleid", "werven"]}', 'eva,lou'), ('{"topics": ["tuinieren"]}', ''),
  ('{"topics": []}', ''), ('{"direction": "offered"}', 'eva,lou'), ('{"topics": ["beleid"], "direction": "sought"}', 'lou'),
  ('{"topics": ["werven"], "direction": "sought"}', ''), ('{"provinces": ["10000", "70000"]}', 'kim,lou'),
  ('{"kinds": ["ocmw"]}', 'lou'), ('{"positions": ["elected"]}', 'lou'), ('{"positions": ["staff"]}', 'eva,kim'),
  ('{"sizes": [3]}', 'lou'), ('{"sizes": [1, 5]}', 'eva,kim'), ('{"within": 10}', 'eva'), ('{"within": 25}', 'eva,lou'),
  ('{"nis": "99002"}', 'lou'), ('{"nis": "00000"}', ''), ('{"provinces": ["40000"], "kinds": ["ocmw"]}', '')
) as asked (filter, names);
select is(pg_temp.facets(filter::jsonb) -> facet, counts::jsonb, facet || ' with ' || filter)
from (values
  ('{"topics": ["beleid"]}', 'topics', '{"beleid": 2, "werven": 1}'),
  ('{"topics": ["beleid"]}', 'directions', '{"offered": 1, "sought": 1}'),
  ('{"topics": ["beleid"]}', 'provinces', '{"40000": 1, "10000": 1}'),
  ('{"topics": ["beleid"], "direction": "offered"}', 'topics', '{"beleid": 1, "werven": 1}'),
  ('{"topics": ["beleid"], "direction": "offered"}', 'directions', '{"offered": 1, "sought": 1}'),
  ('{"topics": ["beleid"], "direction": "offered"}', 'kinds', '{"gemeente": 1}'),
  ('{"provinces": ["40000"]}', 'provinces', '{"40000": 1, "10000": 1, "70000": 1}'),
  ('{"provinces": ["40000"]}', 'kinds', '{"gemeente": 1}'),
  ('{"provinces": ["40000"], "kinds": ["ocmw"]}', 'provinces', '{"10000": 1}'),
  ('{"provinces": ["40000"], "kinds": ["ocmw"]}', 'kinds', '{"gemeente": 1}'),
  ('{"provinces": ["40000"], "kinds": ["ocmw"]}', 'positions', '{}'),
  ('{"positions": ["elected"]}', 'positions', '{"staff": 2, "elected": 1}'),
  ('{"positions": ["elected"]}', 'topics', '{"beleid": 1, "werven": 1}'),
  ('{"sizes": [5]}', 'sizes', '{"1": 1, "3": 1, "5": 1}'), ('{"sizes": [5]}', 'topics', '{}'),
  ('{"within": 10}', 'distances', '{"10": 1, "25": 2, "50": 2}'), ('{"within": 10}', 'sizes', '{"1": 1}'),
  ('{"words": ["markt"]}', 'provinces', '{"10000": 1}'), ('{"nis": "99002"}', 'provinces', '{"10000": 1}')
) as asked (filter, facet, counts);
select is(
  (select places from pg_temp.search('{"topics": ["beleid"]}')), '{"99000": 1, "99002": 1}'::jsonb,
  'the map has the places of who is found'
);

-- Words: without marks and capitals, and what looks like a pattern is none
select is(pg_temp.word(word), names, 'the word ' || word)
from (values
  ('EVA', 'eva'), ('proefdorp', 'eva'), ('elzele', 'lou'), ('ÉLZELE', 'lou'), ('naief', 'lou'), ('NAÏEF', 'lou'),
  ('een', 'eva,lou'), ('één', 'eva,lou'), ('coach', 'eva,kim'), ('vrijwilligersbeleid', 'eva,lou'),
  ('Politique', 'eva,lou'), ('policy', 'eva,lou'), ('schreven een', 'eva'), ('a.b', 'lou'), ('a.e', ''), ('(c)', 'lou'),
  ('(', 'lou'), ('50%', 'lou'), ('%', 'lou'), ('_', ''), ('*ster', 'lou'), ('*', 'lou'), ('.*', ''), ('\', 'lou'),
  ('\teken', 'lou'), ('\w', ''), ('[', ''), ('^eva', ''), ('eva|kim', ''), ('{1}', ''), ('?', ''), ('$', ''), ('a+', '')
) as asked (word, names);
select is(pg_temp.names('{"words": ["markt", "naief"]}'), 'lou', 'all words are looked for');
select is(pg_temp.names('{"words": ["markt", "eva"]}'), '', 'in one person');
select is(pg_temp.names('{"words": [""]}'), 'eva,kim,lou', 'no word asks nothing');
select is(pg_temp.names('{"words": []}'), 'eva,kim,lou', 'nor do none');
select tests.own();
select is(private.word_pattern(word), pattern, 'the pattern of ' || word)
from (values
  ('Hé', 'h[eèéêë]'), ('a.b', '[aàáâãäå]\.b'), ('ÇÑŸ', '[cç][nñ][yýÿ]'), ('x 9', 'x\ 9'), ('\d', '\\d'), ('(', '\(')
) as asked (word, pattern);

-- A theme that merged or got another name
select tests.authenticate_as(tests.account('ada'));
create function pg_temp.topic(p_slug text) returns uuid language sql security definer as $$
  select id from public.expertise_topic where slug = p_slug;
$$;
grant execute on function pg_temp.topic(text) to authenticated;
select tests.merge_topics(pg_temp.topic('werven'), pg_temp.topic('waardering'));
select tests.merge_topics(pg_temp.topic('waardering'), pg_temp.topic('jongeren'));
select tests.authenticate_as(tests.account('mia'));
select is(pg_temp.names(jsonb_build_object('topics', jsonb_build_array(slug))), 'lou', 'the address of ' || slug)
from unnest(array['werven', 'waardering', 'jongeren']) as slug;
select is(pg_temp.facets('{"topics": ["werven"]}') -> 'topics', '{"beleid": 2, "jongeren": 1}'::jsonb, 'is counted as one');
select is(pg_temp.facets('{"topics": ["werven"]}') -> 'directions', '{"offered": 1}'::jsonb, 'in its direction as well');
select is(pg_temp.word('jongeren'), 'lou', 'the name it has now is found');
select is(pg_temp.word('werven'), '', 'the one it had is not');
select tests.authenticate_as(tests.account('ada'));
select public.save_expertise_topic(id, updated_at, slug, 'Jeugdwerking', name_fr, name_en)
from public.expertise_topic where slug = 'jongeren';
select tests.authenticate_as(tests.account('mia'));
select is(pg_temp.word('jeugdwerking'), 'lou', 'nor where one was renamed');
select is(pg_temp.word('jongeren'), '', 'by what it was called');

-- Pages
select is(pg_temp.names('{"limit": 2}'), 'eva,kim', 'a page is as long as asked');
select is(pg_temp.names('{"limit": 2, "offset": 2}'), 'lou', 'the next one goes on');
select is(pg_temp.names('{"offset": 20}'), '', 'one that is not there is empty');
select is((select total from pg_temp.search('{"limit": 0, "offset": -5}')), 3::bigint, 'and the total stays');
select is(pg_temp.names('{"limit": -1}'), '', 'whatever is asked');

-- Distances
select is(
  (select array_agg(round((c ->> 'metres')::numeric / 1000) order by c ->> 'fullName')
   from pg_temp.search('{}'), jsonb_array_elements(colleagues) as c),
  '{0,91,14}'::numeric[], 'from where the caller works'
);
select pg_temp.as_owner($$ update public.profile set local_government_id = null, role = 'admin' where full_name = 'ada' $$);
select tests.authenticate_as(tests.account('ada'));
select is(pg_temp.names('{"within": 50}'), '', 'who works nowhere is near nobody');
select is(pg_temp.names('{"sort": "distance"}'), 'eva,kim,lou,mia', 'and gets them by name');
select is(
  pg_temp.facets('{}') -> 'distances', '{"10": 0, "25": 0, "50": 0}'::jsonb, 'with no counts by distance'
);

select tests.own();
-- More than a page asks is answered with nothing
select tests.authenticate_as(tests.account('mia'));
select is_empty(format('select pg_temp.search(%L)', much), 'too much to ask: ' || left(much::text, 30))
from (
  select jsonb_build_object('words', jsonb_agg('woord' || n)) as much from generate_series(1, 21) as n
  union all select jsonb_build_object('words', jsonb_build_array(repeat('a', 101)))
  union all select jsonb_build_object('topics', jsonb_agg('thema-' || n)) from generate_series(1, 201) as n
) as asked;

select * from finish();
rollback;
