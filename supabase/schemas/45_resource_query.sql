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
