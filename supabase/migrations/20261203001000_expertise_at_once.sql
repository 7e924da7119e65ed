-- The page of governments like one's own asked for thousands of rows a thousand at a time, each time made anew, and searched all
-- colleagues to count them.
drop function public.government_expertise();
drop function private.government_expertise();

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

call private.open_doors('authenticated', 'government_expertise');
