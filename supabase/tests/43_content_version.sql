begin;
select no_plan();

select tests.make_municipality('99001');
select tests.make_local_government('99001', '2024-01-01');
insert into public.resource (slug, kind, title, summary, body, language, visibility, published_at) values
  ('open', 'tool', 'Open', 'Kort.', 'Lang.', 'nl', 'public', now()),
  ('ook-open', 'tool', 'Ook', 'Kort.', 'Lang.', 'nl', 'public', now()),
  ('leden', 'tool', 'Leden', 'Kort.', 'Lang.', 'nl', 'members', now()),
  ('klad', 'tool', 'Klad', 'Kort.', 'Lang.', 'nl', 'public', null);
insert into public.contact_card (name, email, known_since) values
  ('Open', 'open@proefdorp.example', now()), ('Leden', 'leden@proefdorp.example', now());
update public.resource set card_id = (select id from public.contact_card where name = title) where slug in ('open', 'leden');

create function pg_temp.item(p_slug text) returns uuid language sql as $$
  select id from public.resource where slug = p_slug;
$$;
-- Whether a statement moves the number. Within one transaction it moves once: a savepoint writes the row as another one.
create function pg_temp.moves(p_sql text) returns boolean language plpgsql as $$
declare
  v_before constant bigint := (select version from public.content_version);
begin
  begin
    update public.content_version set version = version;
  exception when no_data_found then null;
  end;
  execute p_sql;
  return (select version from public.content_version) > v_before;
end;
$$;

select is(pg_temp.moves(sql), true, sql)
from (values
  (1, $$ update public.resource set title = 'Anders' where slug = 'open' $$),
  (2, $$ insert into public.resource_link (from_id, to_id, role) values (pg_temp.item('open'), pg_temp.item('ook-open'), 'see_also') $$),
  (3, $$ insert into public.resource_block (resource_id, place, title, body) values (pg_temp.item('open'), 1, 'Een', 'Tekst.') $$),
  (4, $$ delete from public.resource_block where resource_id = pg_temp.item('open') $$),
  (5, $$ update public.contact_card set name = 'Team' where name = 'Open' $$),
  (6, $$ update public.resource set published_at = now() where slug = 'klad' $$),
  (7, $$ update public.resource set taken_off_at = now() where slug = 'klad' $$),
  (8, $$ update public.resource set visibility = 'members' where slug = 'ook-open' $$),
  (9, $$ update public.expertise_topic set name_en = 'Policy' where slug = 'beleid' $$)
) as told (place, sql)
order by place;
select is(pg_temp.moves(sql), false, sql)
from (values
  (1, $$ update public.resource set title = 'Anders' where slug in ('leden', 'klad') $$),
  (2, $$ insert into public.resource_link (from_id, to_id, role) values (pg_temp.item('open'), pg_temp.item('leden'), 'see_also') $$),
  (3, $$ insert into public.resource_block (resource_id, place, title, body) values (pg_temp.item('leden'), 1, 'Een', 'Tekst.') $$),
  (4, $$ update public.contact_card set name = 'Team' where name = 'Leden' $$),
  (5, $$ insert into public.resource_use (resource_id, local_government_id)
    select pg_temp.item('leden'), id from public.local_government where nis_code = '99001' $$),
  (6, $$ delete from public.resource where slug = 'leden' $$)
) as untold (place, sql)
order by place;

select tests.visit();
select isnt((select version from public.content_version), null, 'everybody reads the number');
select throws_ok($$ update public.content_version set version = 1 $$, '42501', null, 'and nobody sets it');
select tests.own();

select * from finish();
rollback;
