-- Who has done this before: colleagues by theme, place, kind and words, with the counts of every filter. Only what people
-- chose to show is found, matched or counted.

-- The themes and sentences of each person as one text, for looking words up in: making it anew for everybody with every
-- search takes longer than the search. Whether it may be looked in is decided by the search.
create table private.expertise_text (
  profile_id uuid primary key references public.profile (id) on delete cascade,
  text text not null
);

comment on table private.expertise_text is 'Themes in three languages, and sentences, a row a person.';

create function private.keep_expertise_text() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_people uuid[];
begin
  if tg_table_name = 'expertise_topic' then
    v_people := array(select e.profile_id from public.profile_expertise as e where e.topic_id = new.id);
  elsif tg_op = 'DELETE' then
    v_people := array[old.profile_id];
  else
    v_people := array[new.profile_id];
  end if;
  delete from private.expertise_text where profile_id = any (v_people);
  insert into private.expertise_text (profile_id, text)
  select e.profile_id, pg_catalog.string_agg(
    pg_catalog.concat_ws(E'\n', topic.name_nl, topic.name_fr, topic.name_en, e.note), E'\n'
  )
  from public.profile_expertise as e
  join public.expertise_topic as topic on topic.id = e.topic_id
  where e.profile_id = any (v_people)
  group by e.profile_id;
  return null;
end;
$$;

create trigger expertise_text_is_kept after insert or update or delete on public.profile_expertise
  for each row execute function private.keep_expertise_text();
create trigger renamed_topic_is_found after update of name_nl, name_fr, name_en on public.expertise_topic
  for each row execute function private.keep_expertise_text();

-- A pattern that finds a word without regard to marks; together with an operator that disregards capitals. Looking for
-- it in a text is ten times as fast as taking the marks off that text.
create function private.word_pattern(p_word text) returns text
language sql
immutable
set search_path = ''
as $$
  select pg_catalog.string_agg(
    case
      when letter ~ '[aàáâãäå]' then '[aàáâãäå]'
      when letter ~ '[cç]' then '[cç]'
      when letter ~ '[eèéêë]' then '[eèéêë]'
      when letter ~ '[iìíîï]' then '[iìíîï]'
      when letter ~ '[nñ]' then '[nñ]'
      when letter ~ '[oòóôõö]' then '[oòóôõö]'
      when letter ~ '[uùúûü]' then '[uùúûü]'
      when letter ~ '[yýÿ]' then '[yýÿ]'
      when letter ~ '[[:alnum:]]' then letter
      else E'\\' || letter
    end, '' order by place
  )
  from pg_catalog.regexp_split_to_table(pg_catalog.lower(p_word), '') with ordinality as part (letter, place);
$$;

-- Where the caller works: the NIS code, null for an administrator of the platform.
create function private.my_nis_code() returns text
language sql
stable
security definer
set search_path = ''
as $$
  select government.nis_code
  from public.profile as p
  join public.local_government as government on government.id = p.local_government_id
  where p.id = private.current_account_id();
$$;

-- What one colleague shows of expertise: [{"topic": slug, "direction": …, "note": …}].
create function private.shown_expertise(p_id uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select coalesce(
    pg_catalog.jsonb_agg(
      pg_catalog.jsonb_build_object('topic', topic.slug, 'direction', e.direction, 'note', e.note) order by topic.slug
    ), '[]'
  )
  from private.visible_colleague as v
  join public.profile_expertise as e on e.profile_id = v.id
  join public.expertise_topic as topic on topic.id = e.topic_id
  where v.id = p_id and v.shows_expertise;
$$;

-- One page of the colleagues that answer all filters, the counts that each choice would give (those of one filter with the
-- other filters on), and where they work: also outside the municipality asked for. The caller is in none of it. A null filter filters nothing. Sizes are
-- numbers from 1, by where `p_size_starts` says each begins; distances are kilometres from the caller's municipality. Words
-- are looked for in name, government, and the function, text, themes and sentences that the person shows.
-- Nothing for who is not approved. Sorted by name, or nearest first.
create function private.search_colleagues(
  p_words text[], p_topics text[], p_direction text, p_provinces text[], p_kinds text[], p_positions text[],
  p_sizes integer[], p_size_starts integer[], p_within_km integer, p_distances_km integer[], p_nis_code text,
  p_sort text, p_limit integer, p_offset integer
) returns table (total bigint, colleagues jsonb, facets jsonb, places jsonb)
language sql
stable
security definer
set search_path = ''
as $$
  with asked_topic as materialized (
    select private.topic_named(slug) as id from pg_catalog.unnest(p_topics) as slug
  ), pattern as materialized (
    select private.word_pattern(word) as text from pg_catalog.unnest(p_words) as word where word <> ''
  ), here as materialized (
    select m.location from public.municipality as m where m.nis_code = private.my_nis_code()
  ), employer as materialized (
    select government.id, government.kind, government.name, m.nis_code, m.province_code,
      pg_catalog.width_bucket(m.population, p_size_starts) as size,
      extensions.st_distance(m.location, (select location from here), false) as metres
    from public.municipality as m
    join public.local_government as government on government.nis_code = m.nis_code
    where m.valid_to is null
  ), asked as materialized (
    -- Whether it may count is said by `shows_expertise` of the person.
    select distinct e.profile_id
    from public.profile_expertise as e
    where (p_topics is not null or p_direction is not null)
      and (p_direction is null or e.direction = p_direction)
      and (p_topics is null or e.topic_id in (select asked_topic.id from asked_topic))
  ), counted as materialized (
    -- One filter's own counts leave that filter out: who fails two is in none.
    select * from (
      select person.*, (not has_topic)::integer + (not in_province)::integer + (not of_kind)::integer
        + (not in_position)::integer + (not of_size)::integer + (not is_near)::integer
        + (not in_place)::integer as misses
      from (
        select v.id, v.full_name, v.position, v.shows_expertise,
          employer.kind, employer.nis_code, employer.province_code, employer.size, employer.metres,
          (p_topics is null and p_direction is null) or (v.shows_expertise and asked.profile_id is not null) as has_topic,
          p_provinces is null or employer.province_code = any (p_provinces) as in_province,
          p_kinds is null or employer.kind = any (p_kinds) as of_kind,
          p_positions is null or v.position = any (p_positions) as in_position,
          p_sizes is null or employer.size = any (p_sizes) as of_size,
          p_within_km is null or coalesce(employer.metres <= p_within_km * 1000, false) as is_near,
          p_nis_code is null or employer.nis_code = p_nis_code as in_place
        from private.visible_colleague as v
        join employer on employer.id = v.local_government_id
        left join asked on asked.profile_id = v.id
        left join private.expertise_text as said on said.profile_id = v.id and v.shows_expertise and p_words is not null
        where v.id <> (select private.current_account_id())
          -- As a choice, because for a pattern alone the planner expects next to nothing and joins row by row.
          and case
            when p_words is null then true
            else pg_catalog.concat_ws(E'\n', v.full_name, employer.name, v.job_title, v.bio, said.text)
              operator(pg_catalog.~*) all (array(select pattern.text from pattern))
          end
      ) as person
    ) as missing
    where misses <= 1
  ), found as materialized (
    select counted.id, counted.full_name, counted.metres from counted where misses = 0
  ), page as materialized (
    select found.id, found.metres, pg_catalog.row_number() over (
      order by case when p_sort = 'distance' then found.metres end nulls last, pg_catalog.lower(found.full_name), found.id
    ) as place
    from found
    order by place
    limit least(greatest(p_limit, 0), 100) offset greatest(p_offset, 0)
  ), shown as (
    select e.profile_id, e.topic_id, e.direction
    from counted
    join public.profile_expertise as e on e.profile_id = counted.id
    where counted.shows_expertise and counted.misses = (not counted.has_topic)::integer
  )
  select
    (select count(*) from found),
    (
      select coalesce(pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object(
          'id', v.id, 'fullName', v.full_name, 'position', v.position, 'jobTitle', v.job_title, 'phone', v.phone,
          'bio', v.bio, 'localGovernmentId', v.local_government_id, 'metres', page.metres,
          'expertise', private.shown_expertise(v.id), 'mayWrite', private.may_write_to(v.id)
        )
        order by page.place
      ), '[]')
      from page join private.visible_colleague as v on v.id = page.id
    ),
    pg_catalog.jsonb_build_object(
      'topics', (
        select coalesce(pg_catalog.jsonb_object_agg(topic.slug, n.people), '{}')
        from (
          select topic_id, count(*) as people from shown
          where p_direction is null or direction = p_direction group by topic_id
        ) as n
        join public.expertise_topic as topic on topic.id = n.topic_id
      ),
      'directions', (
        select coalesce(pg_catalog.jsonb_object_agg(n.direction, n.people), '{}')
        from (
          select direction, count(distinct profile_id) as people from shown
          where p_topics is null or topic_id in (select asked_topic.id from asked_topic) group by direction
        ) as n
      ),
      'provinces', (
        select coalesce(pg_catalog.jsonb_object_agg(n.province_code, n.people), '{}')
        from (
          select province_code, count(*) as people from counted
          where misses = (not in_province)::integer group by province_code
        ) as n
      ),
      'kinds', (
        select coalesce(pg_catalog.jsonb_object_agg(n.kind, n.people), '{}')
        from (select kind, count(*) as people from counted where misses = (not of_kind)::integer group by kind) as n
      ),
      'positions', (
        select coalesce(pg_catalog.jsonb_object_agg(n.position, n.people), '{}')
        from (
          select counted.position, count(*) as people from counted
          where misses = (not in_position)::integer group by counted.position
        ) as n
      ),
      'sizes', (
        select coalesce(pg_catalog.jsonb_object_agg(n.size, n.people), '{}')
        from (select size, count(*) as people from counted where misses = (not of_size)::integer group by size) as n
      ),
      'distances', (
        select coalesce(pg_catalog.jsonb_object_agg(n.km, n.people), '{}')
        from (
          select km, count(*) filter (where counted.metres <= km * 1000) as people
          from counted cross join pg_catalog.unnest(p_distances_km) as km
          where misses = (not is_near)::integer group by km
        ) as n
      )
    ),
    (
      select coalesce(pg_catalog.jsonb_object_agg(n.nis_code, n.people), '{}')
      from (
        select nis_code, count(*) as people from counted where misses = (not in_place)::integer group by nis_code
      ) as n
    )
  -- Anybody may call this past the page: more than a page ever asks is answered with nothing, before any of it is done.
  where (select private.is_approved())
    and coalesce(pg_catalog.cardinality(p_words), 0) <= 20
    and not exists (select from pg_catalog.unnest(p_words) as word where pg_catalog.char_length(word) > 100)
    and coalesce(pg_catalog.cardinality(p_topics), 0) <= 200
    and coalesce(pg_catalog.cardinality(p_provinces), 0) <= 20
    and coalesce(pg_catalog.cardinality(p_kinds), 0) <= 20
    and coalesce(pg_catalog.cardinality(p_positions), 0) <= 20
    and coalesce(pg_catalog.cardinality(p_sizes), 0) <= 20
    and coalesce(pg_catalog.cardinality(p_size_starts), 0) between 1 and 20
    and coalesce(pg_catalog.cardinality(p_distances_km), 0) <= 20;
$$;

-- One visible colleague; no row for who is not, or for a caller who is not approved.
create function private.colleague(p_id uuid) returns table (
  id uuid, full_name text, "position" text, local_government_id uuid, job_title text, phone text, bio text,
  expertise jsonb, may_write boolean
)
language sql
stable
security definer
set search_path = ''
as $$
  select v.id, v.full_name, v.position, v.local_government_id, v.job_title, v.phone, v.bio,
    private.shown_expertise(v.id), private.may_write_to(v.id)
  from private.visible_colleague as v
  where v.id = p_id and (select private.is_approved());
$$;

-- What visible colleagues, the caller not among them, are and offer at each local government: how many there are, and of each theme
-- how many offer and seek it, [offered, sought]. One row, for there are thousands of both together; none for who is not approved.
create function private.government_expertise() returns table (colleagues jsonb, expertise jsonb)
language sql
stable
security definer
set search_path = ''
as $$
  with seen as materialized (
    select v.id, v.local_government_id, v.shows_expertise
    from private.visible_colleague as v
    where v.id <> (select private.current_account_id()) and v.local_government_id is not null
  ), themes as (
    select seen.local_government_id, topic.slug,
      count(*) filter (where e.direction = 'offered') as offered, count(*) filter (where e.direction = 'sought') as sought
    from seen
    join public.profile_expertise as e on e.profile_id = seen.id
    join public.expertise_topic as topic on topic.id = e.topic_id
    where seen.shows_expertise
    group by seen.local_government_id, topic.slug
  )
  select
    (
      select coalesce(pg_catalog.jsonb_object_agg(n.local_government_id, n.people), '{}')
      from (select seen.local_government_id, count(*) as people from seen group by seen.local_government_id) as n
    ),
    (
      select coalesce(pg_catalog.jsonb_object_agg(n.local_government_id, n.topics), '{}')
      from (
        select themes.local_government_id,
          pg_catalog.jsonb_object_agg(themes.slug, pg_catalog.jsonb_build_array(themes.offered, themes.sought)) as topics
        from themes group by themes.local_government_id
      ) as n
    )
  where (select private.is_approved());
$$;

call private.open_doors('authenticated', 'search_colleagues', 'colleague', 'government_expertise');
