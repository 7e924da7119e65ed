begin;
select no_plan();

select tests.make_account('mia', 'approved');
select tests.make_account(name, status) from (values ('ann', 'pending'), ('rik', 'rejected'), ('sus', 'suspended')) as person (name, status);
select tests.make_municipality('99002');
update public.municipality set province_code = '10000' where nis_code = '99002';
select tests.make_local_government('99002', '2024-01-01');

create function pg_temp.at(p_nis text) returns uuid language sql as $$
  select id from public.local_government where nis_code = p_nis;
$$;
create function pg_temp.item(p_slug text) returns uuid language sql as $$
  select id from public.resource where slug = p_slug;
$$;
insert into public.resource
  (slug, kind, local_government_id, title, summary, body, language, visibility, published_at, outcome, tried, next_time)
values
  ('draaiboek', 'manual', pg_temp.at('99000'), 'Een vrijwilligersloket openen', 'Stap voor stap.',
    'Begin met een [intervisie](https://voorbeeld.example/geheimpad) in je **gemeente**.', 'nl', 'public', '2026-01-01', null, null, null),
  ('coordinatie', 'tool', pg_temp.at('99002'), 'Coördinatie van onkosten', 'Een rekenblad.',
    'Wie vrijwilligers betaalt, vult dit in. Onkostenvergoeding in één dag.', 'nl', 'public', '2026-02-01', null, null, null),
  ('accueil', 'tool', null, 'Accueillir les bénévoles', 'Une fiche pour l’accueil.', 'Dans une école.', 'fr', 'public',
    '2026-03-01', null, null, null),
  ('markt', 'story', pg_temp.at('99000'), 'Op de markt', 'Niemand kwam naar het loket.', 'Een dans in geduld.', 'nl', 'public', '2026-04-01',
    'successful_failure', 'Wij stonden er een zaterdag.', 'Eerst vragen aan de jeugdraad.'),
  ('geheim', 'story', pg_temp.at('99002'), 'Kanarievogel in titel', 'Kanariesamenvatting.', 'Kanarietekst over het loket.', 'nl', 'members',
    '2026-05-01', 'good_practice', 'Kanariepoging.', 'Kanarieles.'),
  ('klad', 'tool', pg_temp.at('99000'), 'Kladwoord', 'Nooit getoond.', 'Kladtekst over het loket.', 'nl', 'public', null, null, null, null);
insert into public.resource_topic (resource_id, topic_id)
select pg_temp.item(item), topic.id
from (values ('draaiboek', 'beleid'), ('draaiboek', 'werven'), ('markt', 'werven'), ('geheim', 'crisis')) as about (item, theme)
join public.expertise_topic as topic on topic.slug = about.theme;
insert into public.resource_block (resource_id, place, title, body) values
  (pg_temp.item('draaiboek'), 1, 'Gesprek', 'Over hangplekken.'), (pg_temp.item('geheim'), 1, 'Kanariegesprek', 'Kanarieblok.');
insert into public.resource_use (resource_id, local_government_id) values
  (pg_temp.item('coordinatie'), pg_temp.at('99000')), (pg_temp.item('coordinatie'), pg_temp.at('99002')),
  (pg_temp.item('geheim'), pg_temp.at('99000'));

-- What is asked, by name: {"words": "…", "kinds": […]}.
create function pg_temp.list(p jsonb, p_name text) returns text[] language sql as $$
  select case when p ? p_name then array(select jsonb_array_elements_text(p -> p_name)) end;
$$;
create function pg_temp.search(p jsonb) returns table (
  total bigint, resources jsonb, facets jsonb, places jsonb, used_in jsonb, searched text[], said_nothing boolean
) language sql as $$
  select * from public.search_resources(
    string_to_array(p ->> 'words', ' '), pg_temp.list(p, 'kinds'), pg_temp.list(p, 'topics'), pg_temp.list(p, 'outcomes'), p ->> 'nis',
    pg_temp.list(p, 'provinces'), pg_temp.list(p, 'languages'), p ->> 'used', (p ->> 'literal')::boolean,
    coalesce(p ->> 'sort', 'match'), coalesce((p ->> 'limit')::integer, 20), coalesce((p ->> 'offset')::integer, 0)
  );
$$;
create function pg_temp.slugs(p jsonb) returns text language sql as $$
  select coalesce(string_agg(item ->> 'slug', ',' order by place), '')
  from pg_temp.search(p), jsonb_array_elements(resources) with ordinality as listed (item, place);
$$;
create function pg_temp.word(p_words text) returns text language sql as $$
  select pg_temp.slugs(jsonb_build_object('words', p_words));
$$;
create function pg_temp.everything(p jsonb) returns text language sql as $$
  select coalesce(string_agg(to_jsonb(answer)::text, ''), '') from pg_temp.search(p) as answer;
$$;
grant execute on all functions in schema pg_temp to anon, authenticated, service_role;

select tests.serve();
select throws_ok($$ select pg_temp.search('{}') $$, '42501', null, 'the server searches as who asks');

-- A visitor, and what the words mean
select tests.visit();
select is(pg_temp.slugs('{}'), 'markt,accueil,coordinatie,draaiboek', 'without words the newest first');
select is(pg_temp.word('loket'), 'markt,draaiboek', 'loket finds vrijwilligersloket, after the word itself');
select is(pg_temp.word('intervisies'), 'draaiboek', 'intervisies finds intervisie');
select is(pg_temp.word('gemeentes'), 'draaiboek', 'gemeentes finds gemeente');
select is(pg_temp.word('coordinatie'), 'coordinatie', 'coordinatie finds coördinatie');
select is(pg_temp.word('COÖRDINATIE'), 'coordinatie', 'in capitals too');
select is(pg_temp.word('vergoeding'), 'coordinatie', 'vergoeding finds onkostenvergoeding');
select is(pg_temp.word('bénévoles'), 'accueil', 'bénévoles finds the French item');
select is(pg_temp.word('benevole'), 'accueil', 'as does benevole');
select is(pg_temp.word('accueil'), 'accueil', 'and a word after an apostrophe');
select is(pg_temp.word('recruiting'), 'markt,draaiboek', 'a theme is found by its name in any language');
select is(pg_temp.word('hangplekken'), 'draaiboek', 'a chapter is found');
select is(pg_temp.word('jeugdraad'), 'markt', 'and a part of a story');
select is(pg_temp.word('loket markt'), 'markt', 'all words are asked for');
select is(pg_temp.word('loket van de markt'), 'markt', 'but not those that hold a sentence together');
select is(pg_temp.word('vrijw'), 'draaiboek,markt,coordinatie', 'the last word may be begun only');
select is(pg_temp.word('dans'), 'markt', 'a Dutch word that is no word in French is one');
select is(
  (select (total, searched, said_nothing)::text from pg_temp.search('{"words": "vrijwiligers"}')),
  '(3,{vrijwilligers},f)', 'vrijwiligers says what it shows instead'
);
select is(
  (select (total, searched)::text from pg_temp.search('{"words": "vrijwiligers", "literal": true}')), '(0,)', 'and does not where that is asked'
);
select is(
  (select (total, searched)::text from pg_temp.search('{"words": "loket", "kinds": ["news"]}')), '(0,)',
  'words that are there are not corrected for a filter'
);
select is((select (total, said_nothing)::text from pg_temp.search('{"words": "van de het"}')), '(4,t)', 'only stop words say nothing');
select is((select (total, said_nothing)::text from pg_temp.search('{"words": "the of"}')), '(4,t)', 'in English neither');
select is((select (total, said_nothing)::text from pg_temp.search('{"words": "?! ) & ''"}')), '(4,t)', 'nor do signs');
select is((select (total, said_nothing)::text from pg_temp.search('{"words": "!!xqzw:* | loket:*A"}')), '(0,f)', 'signs of queries are none');

-- What is shown of it
select is(
  (select item ->> 'title' from pg_temp.search('{"words": "loket"}'), jsonb_array_elements(resources) as item
   where item ->> 'slug' = 'draaiboek'),
  U&'Een \E000vrijwilligersloket\E001 openen', 'what was found is marked, a longer word too'
);
select is(
  (select item ->> 'snippet' from pg_temp.search('{"words": "intervisies"}'), jsonb_array_elements(resources) as item),
  U&'Begin met een \E000intervisie\E001 in je gemeente . Gesprek Over hangplekken', 'with the text around it, without signs'
);
select is(
  (select item - '{title,summary}'::text[] from pg_temp.search('{"kinds": ["story"]}'), jsonb_array_elements(resources) as item),
  jsonb_build_object(
    'slug', 'markt', 'kind', 'story', 'outcome', 'successful_failure', 'snippet', null, 'language', 'nl', 'visibility', 'public',
    'localGovernmentId', null, 'topics', '["werven"]'::jsonb, 'useCount', 0, 'publishedAt', timestamptz '2026-04-01',
    'reviewedAt', null, 'deadline', null, 'isExample', false
  ) || (select jsonb_build_object('localGovernmentId', item ->> 'localGovernmentId')
    from pg_temp.search('{"kinds": ["story"]}'), jsonb_array_elements(resources) as item),
  'an item as a list shows it'
);

-- Filters and counts
select results_eq(
  $$ select total, places, used_in, facets from pg_temp.search('{}') $$,
  $$ values (4::bigint, '{"99000": 2, "99002": 1}'::jsonb, '{"99000": 1, "99002": 1}'::jsonb, '{
    "kinds": {"manual": 1, "tool": 2, "story": 1}, "topics": {"beleid": 1, "werven": 2}, "outcomes": {"successful_failure": 1},
    "provinces": {"40000": 2, "10000": 1}, "languages": {"nl": 3, "fr": 1}
  }'::jsonb) $$,
  'every filter has its counts'
);
select results_eq(
  $$ select total, facets, places from pg_temp.search('{"kinds": ["tool"], "languages": ["nl"]}') $$,
  $$ values (1::bigint, '{
    "kinds": {"manual": 1, "tool": 1, "story": 1}, "topics": {}, "outcomes": {},
    "provinces": {"10000": 1}, "languages": {"nl": 1, "fr": 1}
  }'::jsonb, '{"99002": 1}'::jsonb) $$,
  'of one filter with the other filters on'
);
select is(pg_temp.slugs(filter), slugs, filter::text)
from (values
  ('{"topics": ["werven"]}'::jsonb, 'markt,draaiboek'), ('{"topics": ["bestaat-niet"]}', ''),
  ('{"outcomes": ["successful_failure"]}', 'markt'), ('{"nis": "99000"}', 'markt,draaiboek'), ('{"provinces": ["10000"]}', 'coordinatie'),
  ('{"languages": ["fr", "en"]}', 'accueil'), ('{"used": "99000"}', 'coordinatie'), ('{"used": "99001"}', ''),
  ('{"sort": "used"}', 'coordinatie,markt,accueil,draaiboek'), ('{"limit": 1, "offset": 1}', 'accueil'),
  ('{"limit": -1}', ''), ('{"offset": -5, "limit": 1}', 'markt')
) as asked (filter, slugs);

-- More than a page asks
select is_empty(format('select pg_temp.search(%L)', asked), why)
from (values
  (jsonb_build_object('words', repeat('x', 10000)), 'a word of 10,000 letters is answered with nothing'),
  (jsonb_build_object('words', repeat('loket ', 2000)), 'as are 2,000 words'),
  (jsonb_build_object('kinds', (select jsonb_agg('tool'::text) from generate_series(1, 2000))), 'or kinds'),
  (jsonb_build_object('topics', (select jsonb_agg('beleid'::text) from generate_series(1, 2000))), 'or themes'),
  (jsonb_build_object('languages', (select jsonb_agg('nl'::text) from generate_series(1, 2000))), 'or languages')
) as big (asked, why);
select is(pg_temp.slugs(jsonb_build_object('sort', repeat('x', 10000))), 'markt,accueil,coordinatie,draaiboek', 'a sort that is none is none');
select is(pg_temp.slugs(jsonb_build_object('nis', repeat('9', 10000))), '', 'nor a municipality');

-- What is for members
create function pg_temp.canaries() returns text language sql as $$
  select string_agg(word, ',' order by word)
  from unnest(array['kanarievogel', 'kanariesamenvatting', 'kanarietekst', 'kanariepoging', 'kanarieles', 'kanarieblok', 'kanarie',
    'kanarievogels', 'kanarivogel', 'kladwoord', 'kladword']) as word
  where pg_temp.everything(jsonb_build_object('words', word)) ~* 'kanarie[^"]*"[^}]*slug|"slug": "(geheim|klad)"|\{kanarie|\{klad|"total": [1-9]';
$$;
grant execute on all functions in schema pg_temp to anon, authenticated, service_role;
select is(pg_temp.canaries(), null, 'a visitor finds nothing of it by any word, and is given none');
select is(pg_temp.everything('{}') ~* 'kanarie|geheim|crisis|good_practice|klad', false, 'nor without words, in no count');
select tests.authenticate_as(tests.account(name)) from unnest(array['ann']) as name;
select is(pg_temp.canaries(), null, 'nor does who waits');
select tests.authenticate_as(tests.account('rik'));
select is(pg_temp.canaries(), null, 'or was rejected');
select tests.authenticate_as(tests.account('sus'));
select is(pg_temp.canaries(), null, 'or suspended');
select is((select total from pg_temp.search('{}')), 4::bigint, 'who counts what visitors count');
select tests.authenticate_as(tests.account('mia'));
select is(
  pg_temp.canaries(), 'kanarie,kanarieblok,kanarieles,kanariepoging,kanariesamenvatting,kanarietekst,kanarievogel,kanarievogels,kanarivogel',
  'a member finds it by all of its words, and is corrected by them'
);
select is(pg_temp.word('loket'), 'markt,geheim,draaiboek', 'and with the others');
select is((select total from pg_temp.search('{}')), 5::bigint, 'and not what is not on the site');
select is((select facets -> 'outcomes' ->> 'good_practice' from pg_temp.search('{}')), '1', 'counts it');

-- Words follow what is on the site
select tests.own();
select results_eq(
  $$ select word, public_items, all_items from private.knowledge_word where word in ('loket', 'kanarietekst', 'kladwoord') order by word $$,
  $$ values ('kanarietekst', 0, 1), ('loket', 1, 2) $$, 'a word is counted for visitors and for members'
);
update public.resource set visibility = 'members' where slug = 'markt';
select is((select public_items from private.knowledge_word where word = 'loket'), 0, 'less when an item is for members from now on');
update public.resource set taken_off_at = now() where slug = 'geheim';
select is((select all_items from private.knowledge_word where word = 'loket'), 1, 'and when it is taken off');
select is_empty($$ select from private.knowledge_word where word like 'kanarie%' $$, 'what only that had is no word any more');
delete from public.resource where slug = 'markt';
select is_empty($$ select from private.knowledge_word where word in ('loket', 'jeugdraad') $$, 'nor what a deleted one had');
update public.resource set published_at = now() where slug = 'klad';
select is((select public_items from private.knowledge_word where word = 'kladwoord'), 1, 'what comes on the site brings its words');
update public.resource set body = 'Iets anders.' where slug = 'draaiboek';
select is_empty($$ select from private.knowledge_word where word = 'intervisie' $$, 'what is rewritten has other words');
select is(
  (select sum(public_items)::text || ' ' || sum(all_items) from private.knowledge_word),
  (select count(*) filter (where is_public) || ' ' || count(*) from private.resource_search, unnest(words) as word), 'and all are counted'
);
update public.expertise_topic set name_nl = 'Kompas' where slug = 'werven';
select tests.visit();
select is(pg_temp.word('kompas'), 'draaiboek', 'a theme is found by its name of now');
select is(pg_temp.word('loket') || pg_temp.word('jeugdraad'), 'klad,draaiboek', 'and what was taken off by none');
select tests.own();

select * from finish();
rollback;
