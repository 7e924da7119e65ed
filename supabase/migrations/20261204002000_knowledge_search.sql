-- The search in the knowledge base.

-- What the texts of the knowledge base are made into for looking words up in: vectors, and a table of words for what a
-- stemmer does not do (vrijwilligersloket for loket) and for typing errors. Only of items that are on the site.

create extension if not exists unaccent with schema extensions;
create extension if not exists pg_trgm with schema extensions;

-- A configuration a language: coordinatie is coördinatie.
create text search configuration private.dutch (copy = pg_catalog.dutch);
alter text search configuration private.dutch
  alter mapping for hword, hword_part, word with extensions.unaccent, pg_catalog.dutch_stem;
create text search configuration private.french (copy = pg_catalog.french);
alter text search configuration private.french
  alter mapping for hword, hword_part, word with extensions.unaccent, pg_catalog.french_stem;
create text search configuration private.english (copy = pg_catalog.english);
alter text search configuration private.english
  alter mapping for hword, hword_part, word with extensions.unaccent, pg_catalog.english_stem;

create function private.text_configuration(p_language text) returns regconfig
language sql
immutable
set search_path = ''
return case p_language
  when 'fr' then 'private.french'::regconfig when 'en' then 'private.english'::regconfig else 'private.dutch'::regconfig
end;

-- A word without marks and capitals.
create function private.plain_word(p_word text) returns text
language sql
stable
set search_path = ''
return pg_catalog.lower(extensions.unaccent('extensions.unaccent'::regdictionary, p_word));

-- The words of a text that are worth finding, as they are written, each once; without what is part of an address. The
-- classes are written out: which letters there are follows the locale of the database.
create function private.words_of(p_text text, p_language text) returns text[]
language sql
stable
set search_path = ''
as $$
  select coalesce(pg_catalog.array_agg(word order by word collate "C"), '{}')
  from (
    select distinct pg_catalog.lower(match[1]) as word
    from pg_catalog.regexp_matches(
      pg_catalog.regexp_replace(p_text, '(https?://|[^[:space:]]+@)[^[:space:]]+', ' ', 'g'), '([A-Za-zÀ-ÖØ-öø-ÿŒœ]+)', 'g'
    ) as match
  ) as found
  where pg_catalog.char_length(word) between 2 and 40
    and pg_catalog.to_tsvector(private.text_configuration(p_language), word) <> '';
$$;

-- One row for each item on the site. Apart from the items: no role of the Data API reads it.
create table private.resource_search (
  resource_id uuid primary key references public.resource (id) on delete cascade,
  language text not null,
  is_public boolean not null,
  -- All of it; and title (A), summary (B) and themes (C) alone, by which hits are ranked without unpacking bodies.
  search tsvector not null,
  head tsvector not null,
  words text[] not null,
  use_count integer not null
);

comment on table private.resource_search is 'Where words are looked up: the items on the site.';

create index resource_search_search on private.resource_search using gin (search);

-- How many items have a word: all, and those that visitors read. Whom a word is suggested to follows from that.
create table private.knowledge_word (
  -- As it is written, in small letters.
  word text not null,
  language text not null,
  plain text not null,
  stem text not null,
  public_items integer not null,
  all_items integer not null,
  primary key (word, language)
);

comment on table private.knowledge_word is 'Words of the knowledge base, kept with its items.';

create index knowledge_word_plain on private.knowledge_word (plain);
create index knowledge_word_like on private.knowledge_word using gin (plain extensions.gin_trgm_ops);

revoke all on private.resource_search, private.knowledge_word from public, anon, authenticated, service_role;

-- Adds to the numbers of words; fewer where they are below nothing.
create function private.count_words(p_words text[], p_languages text[], p_public integer[], p_all integer[]) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- Two that publish at once count one after the other.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('private.knowledge_word'));
  insert into private.knowledge_word as known (word, language, plain, stem, public_items, all_items)
  select added.word, added.language, private.plain_word(added.word),
    (pg_catalog.tsvector_to_array(pg_catalog.to_tsvector(private.text_configuration(added.language), added.word)))[1],
    added.in_public, added.in_all
  from unnest(p_words, p_languages, p_public, p_all) as added (word, language, in_public, in_all)
  on conflict (word, language) do update
  set public_items = known.public_items + excluded.public_items, all_items = known.all_items + excluded.all_items;
  delete from private.knowledge_word as known
  using unnest(p_words, p_languages) as added (word, language)
  where known.word = added.word and known.language = added.language and known.all_items <= 0;
end;
$$;

create function private.count_knowledge_words() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_words text[];
  v_languages text[];
  v_public integer[];
  v_all integer[];
begin
  if tg_op = 'INSERT' then
    select array_agg(word), array_agg(language), array_agg(in_public), array_agg(in_all)
    into v_words, v_languages, v_public, v_all
    from (
      select word, language, count(*) filter (where is_public)::integer as in_public, count(*)::integer as in_all
      from after cross join unnest(words) as word group by word, language
    ) as counted;
  elsif tg_op = 'DELETE' then
    select array_agg(word), array_agg(language), array_agg(in_public), array_agg(in_all)
    into v_words, v_languages, v_public, v_all
    from (
      select word, language, -count(*) filter (where is_public)::integer as in_public, -count(*)::integer as in_all
      from before cross join unnest(words) as word group by word, language
    ) as counted;
  else
    select array_agg(word), array_agg(language), array_agg(in_public), array_agg(in_all)
    into v_words, v_languages, v_public, v_all
    from (
      select word, language, sum(in_public)::integer as in_public, sum(in_all)::integer as in_all
      from (
        select word, language, is_public::integer as in_public, 1 as in_all from after cross join unnest(words) as word
        union all
        select word, language, -is_public::integer, -1 from before cross join unnest(words) as word
      ) as each_one
      group by word, language
      having sum(in_public) <> 0 or sum(in_all) <> 0
    ) as counted;
  end if;
  if v_words is not null then
    perform private.count_words(v_words, v_languages, v_public, v_all);
  end if;
  return null;
end;
$$;

create trigger words_are_counted after insert on private.resource_search
  referencing new table as after for each statement execute function private.count_knowledge_words();
create trigger words_are_counted_anew after update on private.resource_search
  referencing old table as before new table as after for each statement execute function private.count_knowledge_words();
create trigger words_are_counted_off after delete on private.resource_search
  referencing old table as before for each statement execute function private.count_knowledge_words();

-- Makes what is looked up of these items anew; of one that is not on the site, nothing.
create function private.index_resources(p_ids uuid[]) returns void
language sql
security definer
set search_path = ''
as $$
  delete from private.resource_search as kept
  where kept.resource_id = any (p_ids)
    and not exists (select from public.resource as item where item.id = kept.resource_id and item.is_shown);
  insert into private.resource_search as kept (resource_id, language, is_public, search, head, words, use_count)
  select item.id, item.language, item.visibility = 'public',
    pg_catalog.to_tsvector(private.text_configuration(item.language), written.text) || themes.vector,
    pg_catalog.setweight(pg_catalog.to_tsvector(private.text_configuration(item.language), item.title), 'A')
      || pg_catalog.setweight(pg_catalog.to_tsvector(private.text_configuration(item.language), item.summary), 'B')
      || pg_catalog.setweight(themes.vector, 'C'),
    private.words_of(written.text, item.language),
    (select count(*) from public.resource_use as used where used.resource_id = item.id)
  from public.resource as item
  cross join lateral (
    -- What is longer than this is more than a vector holds.
    select pg_catalog.left(pg_catalog.concat_ws(
      E'\n', item.title, item.summary, item.body, item.tried, item.cost, item.next_time, item.support,
      (
        select pg_catalog.string_agg(
          pg_catalog.concat_ws(E'\n', block.title, block.speaker, block.body), E'\n' order by block.place
        )
        from public.resource_block as block where block.resource_id = item.id
      )
    ), 300000) as text
  ) as written
  cross join lateral (
    select pg_catalog.to_tsvector('private.dutch', coalesce(pg_catalog.string_agg(topic.name_nl, ' '), ''))
      || pg_catalog.to_tsvector('private.french', coalesce(pg_catalog.string_agg(topic.name_fr, ' '), ''))
      || pg_catalog.to_tsvector('private.english', coalesce(pg_catalog.string_agg(topic.name_en, ' '), '')) as vector
    from public.resource_topic as about
    join public.expertise_topic as topic on topic.id = about.topic_id
    where about.resource_id = item.id
  ) as themes
  where item.id = any (p_ids) and item.is_shown
  on conflict (resource_id) do update
  set language = excluded.language, is_public = excluded.is_public, search = excluded.search, head = excluded.head,
    words = excluded.words, use_count = excluded.use_count;
$$;

create function private.keep_resource_search() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_table_name = 'resource' then
    if tg_op = 'INSERT' then
      perform private.index_resources(array(select id from after where is_shown));
    else
      perform private.index_resources(array(
        select after.id
        from after join before on before.id = after.id
        where (
          after.title, after.summary, after.body, after.tried, after.cost, after.next_time, after.support, after.language,
          after.visibility, after.is_shown
        ) is distinct from (
          before.title, before.summary, before.body, before.tried, before.cost, before.next_time, before.support,
          before.language, before.visibility, before.is_shown
        )
      ));
    end if;
  elsif tg_table_name = 'expertise_topic' then
    perform private.index_resources(array(
      select about.resource_id from after join public.resource_topic as about on about.topic_id = after.id
    ));
  elsif tg_op = 'INSERT' then
    perform private.index_resources(array(select resource_id from after));
  elsif tg_op = 'DELETE' then
    perform private.index_resources(array(select resource_id from before));
  else
    perform private.index_resources(array(select resource_id from before union select resource_id from after));
  end if;
  return null;
end;
$$;

create trigger new_resource_is_found after insert on public.resource
  referencing new table as after for each statement execute function private.keep_resource_search();
create trigger changed_resource_is_found after update on public.resource
  referencing old table as before new table as after for each statement execute function private.keep_resource_search();
create trigger renamed_topic_is_found_with_resources after update on public.expertise_topic
  referencing new table as after for each statement execute function private.keep_resource_search();

do $$
declare
  v_table text;
begin
  foreach v_table in array array['resource_topic', 'resource_block', 'resource_use'] loop
    execute pg_catalog.format(
      'create trigger added_%1$s_is_found after insert on public.%1$I
        referencing new table as after for each statement execute function private.keep_resource_search();
      create trigger changed_%1$s_is_found after update on public.%1$I
        referencing old table as before new table as after for each statement execute function private.keep_resource_search();
      create trigger removed_%1$s_is_found after delete on public.%1$I
        referencing old table as before for each statement execute function private.keep_resource_search()',
      v_table
    );
  end loop;
end;
$$;

-- What words mean when somebody looks for them in the knowledge base: in three languages, widened, and corrected.

-- What the caller may find. Whatever finds, counts or suggests items reads this and never `resource` itself.
create view private.visible_resource as
select
  item.id, item.slug, item.kind, item.outcome, item.local_government_id, item.title, item.summary, item.body, item.tried,
  item.cost, item.next_time, item.support, item.language, item.visibility, item.published_at, item.reviewed_at, item.deadline,
  item.is_example
from public.resource as item
where item.is_shown and (item.visibility = 'public' or (select private.is_approved()));

revoke all on private.visible_resource from public, anon, authenticated, service_role;

-- Stems as a query for any of them, as they are: not stemmed again. Null for none.
create function private.any_stem(p_stems text[]) returns tsquery
language sql
immutable
set search_path = ''
as $$
  select pg_catalog.string_agg(
    '''' || pg_catalog.replace(pg_catalog.replace(stem, '\', '\\'), '''', '''''') || '''', ' | '
  )::tsquery
  from pg_catalog.unnest(p_stems) as stem;
$$;

-- What is looked for by these words. `p_exact`: all of them, each in any of the three languages, the last one also as the
-- beginning of a word. `p_wide`: each also as part of a longer word, or one or two letters shorter, by the words that there
-- are; of items for members (`p_all`) for members only. Both null where no word says anything. A word that only holds
-- sentences together in one of the languages counts where there is no other, unless it does so in Dutch.
create function private.resource_query(p_words text[], p_all boolean, out p_exact tsquery, out p_wide tsquery)
language plpgsql
stable
set search_path = ''
as $$
declare
  v_word text;
  v_plain text;
  v_place integer;
  v_dutch tsquery;
  v_french tsquery;
  v_english tsquery;
  v_exact tsquery;
  v_wide tsquery;
  v_holds boolean;
  v_weak_exact tsquery;
  v_weak_wide tsquery;
begin
  for v_word, v_place in select word, place from pg_catalog.unnest(p_words) with ordinality as asked (word, place) loop
    v_dutch := pg_catalog.plainto_tsquery('private.dutch', v_word);
    v_french := pg_catalog.plainto_tsquery('private.french', v_word);
    v_english := pg_catalog.plainto_tsquery('private.english', v_word);
    v_holds := 0 in (
      pg_catalog.numnode(v_dutch), pg_catalog.numnode(v_french), pg_catalog.numnode(v_english)
    );
    v_plain := private.plain_word(v_word);
    continue when v_holds and (
      pg_catalog.numnode(v_dutch) = 0 or not exists (
        select from private.knowledge_word as known
        where known.plain = v_plain and (p_all or known.public_items > 0)
      )
    );
    v_exact := v_dutch || v_french || v_english;
    if v_place = pg_catalog.cardinality(p_words) and v_plain ~ '^[a-z0-9]{3,}$' then
      v_exact := v_exact || (v_plain || ':*')::tsquery;
    end if;
    v_wide := v_exact;
    if v_plain ~ '^[a-z]{4,}$' then
      v_wide := coalesce(v_wide || private.any_stem(array(
        select known.stem
        from private.knowledge_word as known
        where (p_all or known.public_items > 0)
          and (
            known.plain operator(pg_catalog.~~) ('%' || v_plain || '%')
            or (
              known.plain in (pg_catalog.left(v_plain, -1), pg_catalog.left(v_plain, -2))
              and pg_catalog.char_length(known.plain) >= 4
            )
          )
        order by case when p_all then known.all_items else known.public_items end desc, known.word
        limit 30
      )), v_wide);
    end if;
    if v_holds then
      v_weak_exact := coalesce(v_weak_exact && v_exact, v_exact);
      v_weak_wide := coalesce(v_weak_wide && v_wide, v_wide);
    else
      p_exact := coalesce(p_exact && v_exact, v_exact);
      p_wide := coalesce(p_wide && v_wide, v_wide);
    end if;
  end loop;
  p_exact := coalesce(p_exact, v_weak_exact);
  p_wide := coalesce(p_wide, v_weak_wide);
end;
$$;

create function private.finds_resources(p_query tsquery) returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (
    select
    from private.resource_search as looked
    join private.visible_resource as item on item.id = looked.resource_id
    where looked.search @@ p_query
  );
$$;

-- The same words with those that nothing has replaced by the nearest that something has; null where there is none near.
-- Nobody is given a word that they may not read.
create function private.corrected_words(p_words text[], p_all boolean) returns text[]
language plpgsql
stable
set search_path = ''
as $$
declare
  v_word text;
  v_plain text;
  v_wide tsquery;
  v_near text;
  v_words text[] := '{}';
begin
  foreach v_word in array p_words loop
    v_plain := private.plain_word(v_word);
    v_near := null;
    v_wide := (private.resource_query(array[v_word], p_all)).p_wide;
    if v_plain ~ '^[a-z]{4,40}$' and v_wide is not null and not private.finds_resources(v_wide) then
      select known.word into v_near
      from private.knowledge_word as known
      where known.plain operator(extensions.%) v_plain
        and extensions.similarity(known.plain, v_plain) >= 0.4
        and (p_all or known.public_items > 0)
      order by extensions.similarity(known.plain, v_plain) desc,
        case when p_all then known.all_items else known.public_items end desc, known.word
      limit 1;
    end if;
    v_words := v_words || coalesce(v_near, v_word);
  end loop;
  return case when v_words <> p_words then v_words end;
end;
$$;

-- The search in the knowledge base: one page, the counts of every filter, and where it comes from. For everybody, visitors too.

-- A text with what was found in it between marks of the private-use area; those that an author has are taken out first.
create function private.marked_text(p_text text, p_language text, p_query tsquery, p_options text) returns text
language sql
stable
set search_path = ''
return pg_catalog.ts_headline(
  private.text_configuration(p_language), pg_catalog.translate(p_text, U&'\E000\E001', ''), p_query,
  pg_catalog.format(U&'StartSel=\E000, StopSel=\E001, %s', p_options)
);

-- One item as a list shows it. Only what stands on a page comes here: marking a text takes longer than finding it.
create function private.found_resource(p_id uuid, p_query tsquery) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'slug', item.slug, 'kind', item.kind, 'outcome', item.outcome,
    'title', case when p_query is null then item.title
      else private.marked_text(item.title, item.language, p_query, 'HighlightAll=true') end,
    'summary', case when p_query is null then item.summary
      else private.marked_text(item.summary, item.language, p_query, 'HighlightAll=true') end,
    'snippet', case when p_query is not null then (
      select case when pg_catalog.strpos(piece, U&'\E000') > 0 then piece end
      from private.marked_text(
        -- Without the signs of Markdown, and where its links lead.
        pg_catalog.regexp_replace(
          pg_catalog.regexp_replace(written.text, '\]\([^)[:space:]]*\)', ' ', 'g'), '[][#*_`>|~[:space:]]+', ' ', 'g'
        ),
        item.language, p_query, 'MaxWords=35, MinWords=15, MaxFragments=1'
      ) as piece
    ) end,
    'language', item.language, 'visibility', item.visibility, 'localGovernmentId', item.local_government_id,
    'topics', (
      select coalesce(pg_catalog.jsonb_agg(topic.slug order by topic.slug), '[]')
      from public.resource_topic as about
      join public.expertise_topic as topic on topic.id = about.topic_id
      where about.resource_id = item.id
    ),
    'useCount', (select count(*) from public.resource_use as used where used.resource_id = item.id),
    'publishedAt', item.published_at, 'reviewedAt', item.reviewed_at, 'deadline', item.deadline, 'isExample', item.is_example
  )
  from private.visible_resource as item
  cross join lateral (
    select pg_catalog.left(pg_catalog.concat_ws(
      E'\n', item.body, item.tried, item.cost, item.next_time, item.support,
      (
        select pg_catalog.string_agg(pg_catalog.concat_ws(E'\n', block.title, block.speaker, block.body), E'\n' order by block.place)
        from public.resource_block as block where block.resource_id = item.id
      )
    ), 20000) as text
  ) as written
  where item.id = p_id;
$$;

-- What `search_resources` gives, by queries that are made. Where there are none, all items: as a branch of its own, for one
-- plan for both would read everything.
create function private.found_resources(
  p_exact tsquery, p_wide tsquery, p_kinds text[], p_topics text[], p_outcomes text[], p_nis_code text, p_provinces text[],
  p_languages text[], p_used_nis_code text, p_sort text, p_limit integer, p_offset integer
) returns table (total bigint, resources jsonb, facets jsonb, places jsonb, used_in jsonb)
language sql
stable
set search_path = ''
as $$
  with asked_topic as materialized (
    select private.topic_named(slug) as id from pg_catalog.unnest(p_topics) as slug
  ), about as materialized (
    select distinct said.resource_id
    from public.resource_topic as said
    where p_topics is not null and said.topic_id in (select asked_topic.id from asked_topic)
  ), used as materialized (
    select said.resource_id, government.nis_code
    from public.resource_use as said
    join public.local_government as government on government.id = said.local_government_id
  ), used_here as materialized (
    select distinct used.resource_id from used where used.nis_code = p_used_nis_code
  ), exact as materialized (
    select looked.resource_id from private.resource_search as looked where looked.search @@ p_exact
  ), matched as materialized (
    select looked.resource_id, looked.use_count, pg_catalog.ts_rank('{0, 0.05, 0.3, 1}', looked.head, p_wide) as rank
    from private.resource_search as looked
    where p_wide is not null and looked.search @@ p_wide
    union all
    select looked.resource_id, looked.use_count, 0
    from private.resource_search as looked
    where p_wide is null
  ), counted as materialized (
    -- One filter's own counts leave that filter out: who fails two is in none.
    select * from (
      select each_one.*, (not of_kind)::integer + (not has_topic)::integer + (not of_outcome)::integer
        + (not in_place)::integer + (not in_province)::integer + (not in_language)::integer
        + (not is_used_here)::integer as misses
      from (
        select item.id, item.kind, item.outcome, item.language, item.published_at, item.reviewed_at,
          government.nis_code, place.province_code, matched.use_count, matched.rank,
          p_kinds is null or item.kind = any (p_kinds) as of_kind,
          p_topics is null or about.resource_id is not null as has_topic,
          p_outcomes is null or coalesce(item.outcome = any (p_outcomes), false) as of_outcome,
          p_nis_code is null or coalesce(government.nis_code = p_nis_code, false) as in_place,
          p_provinces is null or coalesce(place.province_code = any (p_provinces), false) as in_province,
          p_languages is null or item.language = any (p_languages) as in_language,
          p_used_nis_code is null or used_here.resource_id is not null as is_used_here
        from matched
        join private.visible_resource as item on item.id = matched.resource_id
        left join public.local_government as government on government.id = item.local_government_id
        left join public.municipality as place on place.nis_code = government.nis_code
        left join about on about.resource_id = item.id
        left join used_here on used_here.resource_id = item.id
      ) as each_one
    ) as missing
    where misses <= 1
  ), page as materialized (
    select counted.id, pg_catalog.row_number() over (
      order by
        case p_sort when 'used' then counted.use_count end desc nulls last,
        case p_sort when 'reviewed' then coalesce(counted.reviewed_at, counted.published_at) end desc nulls last,
        -- What was found by widened words only comes last.
        case when p_sort = 'match' then (exact.resource_id is not null)::integer end desc,
        case when p_sort = 'match' then counted.rank end desc,
        case when p_sort = 'match' and p_wide is not null then counted.use_count end desc,
        counted.published_at desc, counted.id
    ) as place
    from counted
    left join exact on exact.resource_id = counted.id
    where counted.misses = 0
    order by place
    limit least(greatest(p_limit, 0), 100) offset greatest(p_offset, 0)
  ), cell as materialized (
    -- What every filter but that of themes and of use counts, in one pass.
    select counted.kind, counted.outcome, counted.language, counted.nis_code, counted.province_code, counted.of_kind,
      counted.of_outcome, counted.in_place, counted.in_province, counted.in_language, counted.misses, count(*) as items
    from counted
    group by counted.kind, counted.outcome, counted.language, counted.nis_code, counted.province_code, counted.of_kind,
      counted.of_outcome, counted.in_place, counted.in_province, counted.in_language, counted.misses
  )
  select
    (select count(*) from counted where misses = 0),
    (
      select coalesce(pg_catalog.jsonb_agg(private.found_resource(page.id, p_wide) order by page.place), '[]') from page
    ),
    pg_catalog.jsonb_build_object(
      'kinds', (
        select coalesce(pg_catalog.jsonb_object_agg(n.kind, n.items), '{}')
        from (select kind, sum(items) as items from cell where misses = (not of_kind)::integer group by kind) as n
      ),
      'topics', (
        select coalesce(pg_catalog.jsonb_object_agg(topic.slug, n.items), '{}')
        from (
          select said.topic_id, count(*) as items
          from counted
          join public.resource_topic as said on said.resource_id = counted.id
          where counted.misses = (not counted.has_topic)::integer
          group by said.topic_id
        ) as n
        join public.expertise_topic as topic on topic.id = n.topic_id
      ),
      'outcomes', (
        select coalesce(pg_catalog.jsonb_object_agg(n.outcome, n.items), '{}')
        from (
          select outcome, sum(items) as items from cell
          where misses = (not of_outcome)::integer and outcome is not null group by outcome
        ) as n
      ),
      'provinces', (
        select coalesce(pg_catalog.jsonb_object_agg(n.province_code, n.items), '{}')
        from (
          select province_code, sum(items) as items from cell
          where misses = (not in_province)::integer and province_code is not null group by province_code
        ) as n
      ),
      'languages', (
        select coalesce(pg_catalog.jsonb_object_agg(n.language, n.items), '{}')
        from (select language, sum(items) as items from cell where misses = (not in_language)::integer group by language) as n
      )
    ),
    (
      select coalesce(pg_catalog.jsonb_object_agg(n.nis_code, n.items), '{}')
      from (
        select nis_code, sum(items) as items from cell
        where misses = (not in_place)::integer and nis_code is not null group by nis_code
      ) as n
    ),
    (
      select coalesce(pg_catalog.jsonb_object_agg(n.nis_code, n.items), '{}')
      from (
        select used.nis_code, count(distinct counted.id) as items
        from counted
        join used on used.resource_id = counted.id
        where counted.misses = (not counted.is_used_here)::integer
        group by used.nis_code
      ) as n
    );
$$;

-- One page of the items that answer all filters, the counts that each choice would give (those of one filter with the other
-- filters on), how many come from each municipality and are used there: by NIS code, also outside the one asked for. A null
-- filter filters nothing. Words are looked for in all texts and themes of an item, in Dutch, French and English. `searched`:
-- the words that it is the answer to, where nothing has those that were asked and they were corrected, not with `p_literal`;
-- `said_nothing`: the words hold nothing to look for, and all items are here.
-- `p_sort`: match, newest, used or reviewed. Nothing more than the caller may read is found, counted, marked or suggested.
create function private.search_resources(
  p_words text[], p_kinds text[], p_topics text[], p_outcomes text[], p_nis_code text, p_provinces text[], p_languages text[],
  p_used_nis_code text, p_literal boolean, p_sort text, p_limit integer, p_offset integer
) returns table (
  total bigint, resources jsonb, facets jsonb, places jsonb, used_in jsonb, searched text[], said_nothing boolean
)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_all constant boolean := private.is_approved();
  v_asked record;
  v_near record;
  v_corrected text[];
begin
  -- Anybody may call this past the page: more than a page ever asks is answered with nothing, before any of it is done.
  if pg_catalog.cardinality(p_words) > 20
    or exists (select from pg_catalog.unnest(p_words) as word where pg_catalog.char_length(word) > 100)
    or pg_catalog.cardinality(p_topics) > 200
    or 20 < any (array[
      pg_catalog.cardinality(p_kinds), pg_catalog.cardinality(p_outcomes), pg_catalog.cardinality(p_provinces),
      pg_catalog.cardinality(p_languages)
    ])
  then
    return;
  end if;
  v_asked := private.resource_query(p_words, v_all);
  if v_asked.p_wide is not null and not coalesce(p_literal, false) and not private.finds_resources(v_asked.p_wide) then
    v_corrected := private.corrected_words(p_words, v_all);
    v_near := private.resource_query(v_corrected, v_all);
    if v_near.p_wide is not null and private.finds_resources(v_near.p_wide) then
      v_asked := v_near;
    else
      v_corrected := null;
    end if;
  end if;
  return query
  select found.*, v_corrected, coalesce(pg_catalog.cardinality(p_words), 0) > 0 and v_asked.p_wide is null
  from private.found_resources(
    v_asked.p_exact, v_asked.p_wide, p_kinds, p_topics, p_outcomes, p_nis_code, p_provinces, p_languages, p_used_nis_code,
    p_sort, p_limit, p_offset
  ) as found;
end;
$$;

call private.open_doors('authenticated', 'search_resources');

-- Visitors too.
grant execute on function
  private.search_resources(
    text[], text[], text[], text[], text, text[], text[], text, boolean, text, integer, integer
  ),
  public.search_resources(
    text[], text[], text[], text[], text, text[], text[], text, boolean, text, integer, integer
  )
  to anon;
