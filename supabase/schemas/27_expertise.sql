-- What officials know about and what they look for: a controlled list of themes, and who offers or seeks which of them.

create table public.expertise_topic (
  id uuid primary key default gen_random_uuid(),
  -- Stands in addresses, and stays when the theme gets another name.
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 100),
  name_nl public.one_line not null check (char_length(btrim(name_nl)) between 2 and 80),
  name_fr public.one_line not null check (char_length(btrim(name_fr)) between 2 and 80),
  name_en public.one_line not null check (char_length(btrim(name_en)) between 2 and 80),
  -- Old addresses lead to the theme it became part of.
  merged_into uuid references public.expertise_topic (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (merged_into <> id)
);

comment on table public.expertise_topic is 'Themes of expertise, in three languages; one that merged leads to another.';

create index expertise_topic_merged_into on public.expertise_topic (merged_into);

-- No two themes that people can choose look the same in any language.
create unique index expertise_topic_name_nl on public.expertise_topic (lower(name_nl)) where merged_into is null;
create unique index expertise_topic_name_fr on public.expertise_topic (lower(name_fr)) where merged_into is null;
create unique index expertise_topic_name_en on public.expertise_topic (lower(name_en)) where merged_into is null;

create trigger expertise_topic_updated_at before update on public.expertise_topic
  for each row execute function private.set_updated_at();

alter table public.expertise_topic enable row level security;
revoke all on public.expertise_topic from anon, authenticated;
grant select on public.expertise_topic to anon, authenticated;
create policy "everyone reads the themes" on public.expertise_topic
  for select to anon, authenticated using (true);

insert into public.expertise_topic (slug, name_nl, name_fr, name_en) values
  ('beleid', 'Vrijwilligersbeleid', 'Politique du volontariat', 'Volunteering policy'),
  ('loket-oprichten', 'Vrijwilligersloket oprichten', 'Créer un guichet du volontariat', 'Founding a volunteer desk'),
  ('werven', 'Vrijwilligers werven', 'Recruter des volontaires', 'Recruiting volunteers'),
  ('onthaal-en-vorming', 'Onthaal en vorming', 'Accueil et formation', 'Welcoming and training'),
  ('waardering', 'Waardering', 'Reconnaissance', 'Recognition'),
  ('verzekering-en-onkosten', 'Verzekering en onkosten', 'Assurance et défraiement', 'Insurance and expenses'),
  ('statuut-en-wetgeving', 'Statuut en wetgeving', 'Statut et législation', 'Legal status'),
  ('kwetsbare-vrijwilligers', 'Kwetsbare vrijwilligers', 'Volontaires fragilisés', 'Vulnerable volunteers'),
  ('nieuwkomers', 'Nieuwkomers en vluchtelingen', 'Primo-arrivants et réfugiés', 'Newcomers and refugees'),
  ('intercultureel', 'Intercultureel vrijwilligen', 'Volontariat interculturel', 'Intercultural volunteering'),
  ('jongeren', 'Jongeren', 'Jeunes', 'Young people'),
  ('digitale-tools', 'Digitale tools', 'Outils numériques', 'Digital tools'),
  ('verenigingen', 'Verenigingen ondersteunen', 'Soutenir les associations', 'Supporting associations'),
  ('crisis', 'Vrijwilligers bij een crisis', 'Volontaires en cas de crise', 'Volunteers in a crisis'),
  ('evaluatie', 'Meten en evalueren', 'Mesurer et évaluer', 'Measuring and evaluating');

create table public.profile_expertise (
  profile_id uuid not null references public.profile (id) on delete cascade,
  topic_id uuid not null references public.expertise_topic (id),
  direction text not null check (direction in ('offered', 'sought')),
  -- One sentence, on one line.
  note public.one_line check (char_length(note) between 1 and 300 and note = btrim(note)),
  -- Since when in this direction.
  created_at timestamptz not null default now(),
  primary key (profile_id, topic_id)
);

comment on table public.profile_expertise is 'Per person and theme: can offer, or looks for, with a sentence.';

create index profile_expertise_topic on public.profile_expertise (topic_id, direction);

alter table public.profile_expertise enable row level security;
revoke all on public.profile_expertise from anon, authenticated, service_role;
grant select on public.profile_expertise to authenticated;

-- Colleagues get it through `search_colleagues()`, of who chose to show it.
create policy "people read their own expertise" on public.profile_expertise
  for select to authenticated
  using (
    profile_id = (
      select id from public.profile
      where id = (select private.current_account_id()) and status in ('pending', 'approved')
    )
  );

-- The theme that a slug means today; null for none. A merged one means what it became part of.
create function private.topic_named(p_slug text) returns uuid
language sql
stable
security definer
set search_path = ''
as $$
  with recursive step as (
    select id, merged_into from public.expertise_topic where slug = p_slug
    union
    select topic.id, topic.merged_into
    from public.expertise_topic as topic join step on topic.id = step.merged_into
  )
  select id from step where merged_into is null;
$$;

-- Replaces all that the caller offers and seeks: `[{"topic": slug, "direction": "offered" | "sought", "note": text}]`.
-- Errors: 42501 NO_ACCOUNT; P0001 UNKNOWN_TOPIC, TOPIC_TWICE; 23502 and 23514 for what a row may not hold.
create function private.save_my_expertise(p_entries jsonb) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant public.profile := private.lock_own_profile();
begin
  if pg_catalog.jsonb_typeof(p_entries) is distinct from 'array' or pg_catalog.jsonb_array_length(p_entries) > 200 then
    raise exception 'UNKNOWN_TOPIC';
  end if;
  -- Not while an administrator merges two of them.
  perform from public.expertise_topic where merged_into is null order by id for key share;
  if exists (
    select from pg_catalog.jsonb_array_elements(p_entries) as entry
    where private.topic_named(entry ->> 'topic') is null
  ) then
    raise exception 'UNKNOWN_TOPIC';
  end if;
  if exists (
    select from pg_catalog.jsonb_array_elements(p_entries) as entry
    group by private.topic_named(entry ->> 'topic') having count(*) > 1
  ) then
    raise exception 'TOPIC_TWICE';
  end if;
  delete from public.profile_expertise
  where profile_id = v_me.id
    and topic_id not in (
      select private.topic_named(entry ->> 'topic') from pg_catalog.jsonb_array_elements(p_entries) as entry
    );
  insert into public.profile_expertise as kept (profile_id, topic_id, direction, note)
  select v_me.id, private.topic_named(entry ->> 'topic'), entry ->> 'direction',
    nullif(pg_catalog.btrim(entry ->> 'note'), '')
  from pg_catalog.jsonb_array_elements(p_entries) as entry
  on conflict (profile_id, topic_id) do update
  set direction = excluded.direction,
    note = excluded.note,
    created_at = case when kept.direction = excluded.direction then kept.created_at else pg_catalog.now() end;
end;
$$;

-- Makes a theme (`p_id` null), or gives one other names over the edition that was looked at (`p_seen`, its `updated_at`).
-- Returns the slug. Errors: 42501 ADMIN_ONLY; P0001 UNKNOWN_TOPIC, OUTDATED; 23505 when another theme has that name; 23514.
create function private.save_expertise_topic(
  p_id uuid, p_seen timestamptz, p_slug text, p_name_nl text, p_name_fr text, p_name_en text
) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_old public.expertise_topic;
  v_names constant jsonb := pg_catalog.jsonb_build_object('nl', p_name_nl, 'fr', p_name_fr, 'en', p_name_en);
  v_slug text := p_slug;
begin
  perform private.require_admin();
  if p_id is null then
    -- A slug that a merged theme has is taken as well.
    for v_number in 2..100 loop
      exit when not exists (select from public.expertise_topic where slug = v_slug);
      v_slug := p_slug || '-' || v_number;
    end loop;
    insert into public.expertise_topic (slug, name_nl, name_fr, name_en) values (v_slug, p_name_nl, p_name_fr, p_name_en);
    perform private.record_audit(
      'topic_created', null, null, pg_catalog.jsonb_build_object('topic', v_slug, 'names', v_names)
    );
    return v_slug;
  end if;
  select * into v_old from public.expertise_topic where id = p_id and merged_into is null for update;
  if not found then
    raise exception 'UNKNOWN_TOPIC';
  end if;
  if v_old.updated_at is distinct from p_seen then
    raise exception 'OUTDATED';
  end if;
  if (v_old.name_nl, v_old.name_fr, v_old.name_en) is distinct from (p_name_nl, p_name_fr, p_name_en) then
    update public.expertise_topic set name_nl = p_name_nl, name_fr = p_name_fr, name_en = p_name_en where id = p_id;
    perform private.record_audit(
      'topic_renamed', null, null,
      pg_catalog.jsonb_build_object(
        'topic', v_old.slug, 'names', v_names,
        'before', pg_catalog.jsonb_build_object('nl', v_old.name_nl, 'fr', v_old.name_fr, 'en', v_old.name_en)
      )
    );
  end if;
  return v_old.slug;
end;
$$;

-- All that administrators see of a theme, as a fingerprint; null for others, and for one that is part of another.
create function private.topic_seen(p_topic_id uuid) returns text
language sql
stable
security definer
set search_path = ''
as $$
  select private.fingerprint(pg_catalog.jsonb_build_object(
    'name', pg_catalog.jsonb_build_array(topic.slug, topic.name_nl, topic.name_fr, topic.name_en),
    'use', (
      select pg_catalog.jsonb_build_array(
        count(*) filter (where e.direction = 'offered'), count(*) filter (where e.direction = 'sought')
      )
      from public.profile_expertise as e
      where e.topic_id = topic.id
    )
  ))
  from public.expertise_topic as topic
  where topic.id = p_topic_id and topic.merged_into is null and (select private.is_admin());
$$;

-- Makes one theme part of another, both as they were looked at (`p_seen`, their fingerprints): who had the first has the second from now on, and who follows it and what is about it too. Who had both keeps
-- what stood with the second, and both sentences as far as they fit. Old addresses go on working.
-- Returns how many people had the first. Errors: 42501 ADMIN_ONLY; P0001 UNKNOWN_TOPIC, CHANGED_MEANWHILE.
create function private.merge_expertise_topics(p_from uuid, p_into uuid, p_seen text[]) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_from text;
  v_into text;
  v_people integer;
begin
  perform private.require_admin();
  perform from public.expertise_topic where id in (p_from, p_into) order by id for update;
  select slug into v_from from public.expertise_topic where id = p_from and merged_into is null;
  select slug into v_into from public.expertise_topic where id = p_into and merged_into is null;
  if v_from is null or v_into is null or p_from = p_into then
    raise exception 'UNKNOWN_TOPIC';
  end if;
  if p_seen is distinct from array[private.topic_seen(p_from), private.topic_seen(p_into)] then
    raise exception 'CHANGED_MEANWHILE';
  end if;
  select count(*) into v_people from public.profile_expertise where topic_id = p_from;
  update public.profile_expertise as kept
  set note = case
    when kept.note is null then gone.note
    when gone.note is null or pg_catalog.char_length(kept.note) + pg_catalog.char_length(gone.note) > 297 then kept.note
    else kept.note || ' – ' || gone.note
  end
  from public.profile_expertise as gone
  where kept.topic_id = p_into and gone.topic_id = p_from and gone.profile_id = kept.profile_id;
  update public.profile_expertise as moved
  set topic_id = p_into
  where moved.topic_id = p_from
    and not exists (
      select from public.profile_expertise as other
      where other.profile_id = moved.profile_id and other.topic_id = p_into
    );
  delete from public.profile_expertise where topic_id = p_from;
  perform private.move_follows(p_from, p_into);
  perform private.move_resource_topics(p_from, p_into);
  update public.expertise_topic set merged_into = p_into where id = p_from;
  perform private.record_audit(
    'topics_merged', null, null,
    pg_catalog.jsonb_build_object('topic', v_from, 'into', v_into, 'people', v_people)
  );
  return v_people;
end;
$$;

-- How many people offer and seek each theme, whoever sees it: for administrators, before they merge.
create function private.topic_use() returns table (topic_id uuid, offered bigint, sought bigint)
language sql
stable
security definer
set search_path = ''
as $$
  select e.topic_id, count(*) filter (where e.direction = 'offered'), count(*) filter (where e.direction = 'sought')
  from public.profile_expertise as e
  where (select private.is_admin())
  group by e.topic_id;
$$;

-- For `export_my_account`.
create function private.export_expertise(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'expertise', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object(
          'topic', topic.name_nl, 'direction', e.direction, 'note', e.note, 'since', e.created_at
        )
        order by topic.name_nl
      )
      from public.profile_expertise as e
      join public.expertise_topic as topic on topic.id = e.topic_id
      where e.profile_id = p_account_id
    ), '[]')
  );
$$;

call private.open_doors(
  'authenticated',
  'save_my_expertise', 'save_expertise_topic', 'merge_expertise_topics', 'topic_use'
);
