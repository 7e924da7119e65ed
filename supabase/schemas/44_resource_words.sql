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
