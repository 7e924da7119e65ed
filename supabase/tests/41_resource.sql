begin;
select no_plan();

-- An item of each standing, of the government where Eva is editor, and one of another.
select tests.make_account('mia', 'approved');
select tests.make_account('eva', 'approved', 'editor');
select tests.make_account('ada', 'approved', 'admin');
select tests.make_municipality('99002');
select tests.make_local_government('99002', '2024-01-01');
select tests.make_account('els', 'approved', 'editor', (select id from public.local_government where nis_code = '99002'));
select tests.make_account(name, status) from (values ('ann', 'pending'), ('rik', 'rejected'), ('sus', 'suspended')) as person (name, status);

create function pg_temp.at(p_nis text) returns uuid language sql as $$
  select id from public.local_government where nis_code = p_nis;
$$;
create function pg_temp.item(p_slug text) returns uuid language sql security definer as $$
  select id from public.resource where slug = p_slug;
$$;
create function pg_temp.make(p_slug text, p_visibility text, p_published timestamptz, p_nis text) returns uuid
language sql as $$
  insert into public.resource (slug, kind, title, summary, body, language, visibility, published_at, local_government_id)
  values (p_slug, 'tool', initcap(p_slug), 'Kort.', 'Lang.', 'nl', p_visibility, p_published, pg_temp.at(p_nis))
  returning id;
$$;
create function pg_temp.slugs() returns text language sql as $$
  select coalesce(string_agg(slug, ',' order by slug), '') from public.resource;
$$;
create function pg_temp.version() returns bigint language sql security definer as $$
  select version from public.content_version;
$$;
select pg_temp.make('open', 'public', now(), '99000');
select pg_temp.make('leden', 'members', now(), '99000');
select pg_temp.make('klad', 'public', null, '99000');
select pg_temp.make('weg', 'public', now(), '99000');
select pg_temp.make('leden-weg', 'members', now(), '99000');
select pg_temp.make('elders', 'public', now(), '99002');
select pg_temp.make('elders-klad', 'public', null, '99002');
select pg_temp.make('beheerder', 'public', now(), null);
update public.resource set taken_off_at = now() where slug in ('weg', 'leden-weg');
grant execute on all functions in schema pg_temp to anon, authenticated, service_role;

-- Who reads what
select tests.visit();
select is(pg_temp.slugs(), 'beheerder,elders,open', 'a visitor reads what is on the site and public');
select throws_ok($$ select contact_id from public.resource $$, '42501', null, 'and not whom members may ask');
select tests.authenticate_as(tests.account('ann'));
select is(pg_temp.slugs(), 'beheerder,elders,open', 'who waits reads no more');
select tests.authenticate_as(tests.account('rik'));
select is(pg_temp.slugs(), 'beheerder,elders,open', 'nor who was rejected');
select tests.authenticate_as(tests.account('sus'));
select is(pg_temp.slugs(), 'beheerder,elders,open', 'or suspended');
select tests.authenticate_as(tests.account('mia'));
select is(pg_temp.slugs(), 'beheerder,elders,leden,open', 'a member reads also what is for members');
select throws_ok($$ select contact_id from public.resource $$, '42501', null, 'nor reads a member whom to ask in the table');
select tests.authenticate_as(tests.account('eva'));
select is(pg_temp.slugs(), 'beheerder,elders,klad,leden,leden-weg,open,weg', 'an editor all of the own government');
select tests.authenticate_as(tests.account('els'));
select is(pg_temp.slugs(), 'beheerder,elders,elders-klad,leden,open', 'and of that one only');
select tests.authenticate_as(tests.account('ada'));
select is(
  pg_temp.slugs(), 'beheerder,elders,elders-klad,klad,leden,leden-weg,open,weg', 'an administrator reads all'
);
select throws_ok($$ update public.resource set title = 'x' $$, '42501', null, 'nobody changes one in the table');
select throws_ok($$ delete from public.resource $$, '42501', null, 'nor deletes one');
select throws_ok($$ insert into public.resource_use (resource_id) values (gen_random_uuid()) $$, '42501', null, 'nor adds to one');
select tests.serve();
select throws_ok($$ select slug from public.resource $$, '42501', null, 'the server reads as who asks');
select tests.own();

-- What a row may not be
-- A generated column is not given.
create function pg_temp.story(p_change jsonb) returns void language plpgsql as $$
declare
  v_row constant jsonb := '{"slug": "verhaal", "kind": "story", "title": "Verhaal", "summary": "Kort.", "body": "Lang.",
    "language": "nl", "outcome": "good_practice", "tried": "Dit.", "next_time": "Dat."}'::jsonb || p_change;
begin
  execute format(
    'insert into public.resource (%1$s) select %1$s from jsonb_populate_record(null::public.resource, $1)',
    (select string_agg(quote_ident(key), ', ') from jsonb_object_keys(v_row) as key)
  ) using v_row;
end;
$$;
select lives_ok($$ select pg_temp.story('{"slug": "heel"}') $$, 'a story is whole');
select throws_ok(format('select pg_temp.story(%L)', change), '23514', null, why)
from (values
  ('{"outcome": null}', 'a story without how it ended'),
  ('{"tried": null}', 'without what was done'),
  ('{"next_time": null}', 'without what they would do otherwise'),
  ('{"kind": "tool"}', 'a tool with the parts of a story'),
  ('{"deadline": "2026-12-01"}', 'a story with a deadline'),
  ('{"period_from": "2026-12-01"}', 'a story with a period'),
  ('{"slug": "nieuw"}', 'an address that is a page of ours'),
  ('{"title": "  "}', 'a title of nothing'),
  ('{"title": "Omge‮keerd"}', 'a title that turns what follows'),
  ('{"website": "javascript:alert(1)"}', 'a website that is none'),
  ('{"kind": "call", "outcome": null, "tried": null, "next_time": null}', 'a call without a deadline'),
  ('{"audience": ["iedereen"]}', 'an audience that is none')
) as wrong (change, why);
select throws_ok(
  $$ insert into public.resource_link (from_id, to_id, role) values (pg_temp.item('open'), pg_temp.item('open'), 'see_also') $$,
  '23514', null, 'an item does not lead to itself'
);

-- What hangs on an item is read with it
insert into public.resource_topic (resource_id, topic_id)
select pg_temp.item(item), topic.id
from (values ('open', 'beleid'), ('open', 'werven'), ('leden', 'beleid')) as about (item, theme)
join public.expertise_topic as topic on topic.slug = about.theme;
insert into public.resource_link (from_id, to_id, role, note) values
  (pg_temp.item('open'), pg_temp.item('leden'), 'tool', 'Geheim.'), (pg_temp.item('open'), pg_temp.item('elders'), 'tool', 'Open.');
insert into public.resource_use (resource_id, local_government_id) values
  (pg_temp.item('open'), pg_temp.at('99002')), (pg_temp.item('leden'), pg_temp.at('99002'));
insert into public.partner (name) values ('Open vzw'), ('Leden vzw');
insert into public.resource_partner (resource_id, partner_id, role)
select pg_temp.item(lower(split_part(name, ' ', 1))), id, 'with' from public.partner where name like '% vzw';
insert into public.resource_block (resource_id, place, title, body) values
  (pg_temp.item('open'), 1, 'Een', 'Tekst.'), (pg_temp.item('leden'), 1, 'Twee', 'Tekst.');
insert into public.contact_card (name, email, known_since) values
  ('Team Open', 'open@proefdorp.example', now()), ('Team Leden', 'leden@proefdorp.example', now());
update public.resource set card_id = (select id from public.contact_card where name = 'Team ' || initcap(slug))
where slug in ('open', 'leden');
create function pg_temp.hanging() returns text language sql as $$
  select concat_ws(
    ' ', (select count(*) from public.resource_topic), (select count(*) from public.resource_link),
    (select count(*) from public.resource_use), (select count(*) from public.partner where name like '% vzw'),
    (select count(*) from public.resource_partner), (select count(*) from public.resource_block),
    (select count(*) from public.contact_card where name like 'Team %')
  );
$$;
grant execute on all functions in schema pg_temp to anon, authenticated, service_role;
select tests.visit();
select is(pg_temp.hanging(), '2 1 1 1 1 1 1', 'a visitor reads what hangs on what is public, and links to that only');
select tests.authenticate_as(tests.account('sus'));
select is(pg_temp.hanging(), '2 1 1 1 1 1 1', 'as does who is suspended');
select tests.authenticate_as(tests.account('mia'));
select is(pg_temp.hanging(), '3 2 2 2 2 2 2', 'a member all of it');
select tests.own();

-- A page with all of it
select tests.visit();
select is(
  (select public.resource_page('open') -> 'item' -> part), expected::jsonb, 'the page of an item: ' || part
)
from (values
  ('topics', '["beleid", "werven"]'),
  ('partners', '[{"name": "Open vzw", "website": null, "sentence": null, "role": "with"}]'),
  ('blocks', '[{"place": 1, "title": "Een", "speaker": null, "body": "Tekst."}]'),
  ('card', '{"name": "Team Open", "function": null, "email": "open@proefdorp.example", "phone": null}'),
  ('stories', '[]'), ('related', '[]'), ('visibility', '"public"')
) as shown (part, expected);
select is(
  (select public.resource_page('open') -> 'item' #> '{tools}' -> 0) - 'localGovernmentId',
  '{"slug": "elders", "kind": "tool", "outcome": null, "title": "Elders", "summary": "Kort.", "language": "nl", "note": "Open."}'::jsonb,
  'with tools that a visitor reads'
);
select is(jsonb_array_length(public.resource_page('open') -> 'item' -> 'tools'), 1, 'and no others');
select is(public.resource_page('elders') #>> '{item,stories,0,slug}', 'open', 'a tool leads back');
select is(public.resource_page(slug), null, 'no page for a visitor: ' || slug)
from unnest(array['leden', 'klad', 'weg', 'bestaat-niet', repeat('x', 10000)]) as slug;
select tests.authenticate_as(tests.account('sus'));
select is(public.resource_page('leden'), null, 'nor for who is suspended');
select tests.authenticate_as(tests.account('mia'));
select is(public.resource_page('leden') #>> '{item,blocks,0,title}', 'Twee', 'a member has the page of what is for members');
select is(jsonb_array_length(public.resource_page('open') -> 'item' -> 'tools'), 2, 'and all tools');
select is(public.resource_page('klad'), null, 'not what is not on the site');
select tests.authenticate_as(tests.account('eva'));
select is(public.resource_page('klad'), null, 'nor has its editor');
select tests.own();

-- Addresses of before, and what was taken off
update public.resource set slug = slug || '-nu' where slug in ('open', 'leden', 'weg');
select tests.visit();
select is(
  (select string_agg(former.slug || '>' || item.slug, ',') from public.former_resource_slug as former
   join public.resource as item on item.id = former.resource_id),
  'open>open-nu', 'a visitor is led on from where a public item stood'
);
select is(public.resource_page('open'), '{"movedTo": "open-nu"}', 'by its page too');
select is(public.resource_page('leden'), null, 'and not from where one for members stood');
select throws_ok($$ select public.resource_was_taken_off('weg') $$, '42501', null, 'but asks the site what was taken off');
select tests.authenticate_as(tests.account('mia'));
select is((select count(*) from public.former_resource_slug), 2::bigint, 'a member also from where one for members stood');
select tests.serve();
select is(public.resource_was_taken_off('weg-nu'), true, 'what was public is known to have been there');
select is(public.resource_was_taken_off('weg'), true, 'by where it stood before too');
select is(public.resource_was_taken_off(slug), false, why)
from (values
  ('open-nu', 'not what is there'), ('klad', 'nor what never was'), ('leden-weg', 'nor what was for members'),
  ('bestaat-niet', 'nor what is not'), (repeat('x', 10000), 'nor what is too long to be one')
) as other (slug, why);
select tests.own();
update public.resource set slug = replace(slug, '-nu', '') where slug like '%-nu';
select is_empty($$ select from public.former_resource_slug where slug = 'open' $$, 'an item that returns leads nowhere else');

-- Whom one may ask
update public.resource set contact_id = tests.account('eva') where slug in ('open', 'leden', 'klad');
select tests.visit();
select throws_ok($$ select public.resource_contact('open') $$, '42501', null, 'a visitor asks nobody');
select tests.authenticate_as(tests.account('ann'));
select throws_ok($$ select public.resource_contact('open') $$, '42501', 'MEMBERS_ONLY', 'nor who waits');
select tests.authenticate_as(tests.account('mia'));
select is(public.resource_contact('open'), null, 'nobody is told who did not choose to be seen');
select tests.own();
update public.profile set listed = true, notifications = '{first_message}' where id = tests.account('eva');
select tests.authenticate_as(tests.account('mia'));
select is(public.resource_contact('open'), tests.account('eva'), 'a member may ask who can be seen');
select is(public.resource_contact('leden'), tests.account('eva'), 'also about what is for members');
select is(public.resource_contact('klad'), null, 'not about what is not on the site');
select is(public.resource_contact('elders'), null, 'nor where there is nobody');
select tests.authenticate_as(tests.account('eva'));
select is(public.resource_contact('open'), null, 'nobody asks themselves');
select is(
  (select jsonb_agg(item ->> 'slug') from jsonb_array_elements(public.export_my_account() -> 'contactOf') as item),
  '["klad", "leden", "open"]'::jsonb, 'whoever is asked finds it in what is held on them'
);
select lives_ok($$ select public.leave_account() $$, 'who is asked can leave');
select tests.own();
select is_empty($$ select from public.resource where contact_id is not null $$, 'and is asked no more');
select is((select count(*) from public.resource where slug in ('open', 'leden', 'klad')), 3::bigint, 'what they wrote stays');

-- Themes that become one
create function pg_temp.topic(p_slug text) returns uuid language sql as $$
  select id from public.expertise_topic where slug = p_slug;
$$;
create function pg_temp.seen(p_slug text) returns text language sql as $$
  select seen from public.fingerprints('topic', array[pg_temp.topic(p_slug)]);
$$;
grant execute on all functions in schema pg_temp to anon, authenticated, service_role;
select tests.authenticate_as(tests.account('ada'));
select lives_ok(
  $$ select public.merge_expertise_topics(
    pg_temp.topic('werven'), pg_temp.topic('beleid'), array[pg_temp.seen('werven'), pg_temp.seen('beleid')]
  ) $$,
  'an administrator merges two themes of one item'
);
select tests.own();
select is(
  (select string_agg(item.slug || ':' || topic.slug, ',' order by item.slug) from public.resource_topic as about
   join public.resource as item on item.id = about.resource_id join public.expertise_topic as topic on topic.id = about.topic_id),
  'leden:beleid,open:beleid', 'it has the one that is left, once'
);

select * from finish();
rollback;
