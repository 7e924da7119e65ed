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
