-- The weekly mail about what is new in what members follow.

-- How far the mail of each follower has come.
create table private.digest (
  profile_id uuid primary key references public.profile (id) on delete cascade,
  covered_until timestamptz not null default now()
);

comment on table private.digest is 'Until when each follower was told what is new.';

-- Since when the public sees a desk, or that a government takes part. As exact as the upkeep runs often: a day.
create table private.first_public (
  id uuid primary key,
  first_seen_at timestamptz not null default now()
);

comment on table private.first_public is 'When a desk or a taking part was first seen by the upkeep.';

-- Remembers what has become public since the last time, and forgets what is gone.
create function private.note_first_public() returns void
language sql
security definer
set search_path = ''
as $$
  insert into private.first_public (id)
  select government.id
  from public.local_government as government
  where private.takes_part(government.participating_since, government.participating_until)
  union all
  select desk.id
  from public.volunteer_desk as desk
  join public.local_government as owner on owner.id = desk.local_government_id
  where desk.published and private.takes_part(owner.participating_since, owner.participating_until)
  on conflict do nothing;

  delete from private.first_public
  where id not in (select government.id from public.local_government as government)
    and id not in (select desk.id from public.volunteer_desk as desk);
$$;

-- What is new for one follower after a moment, in their language: at most 20 of each, with how many there are in all.
create function private.news_for(p_profile_id uuid, p_locale text, p_after timestamptz) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  with colleague as (
    select distinct on (v.id) v.id, v.full_name, government.name as government
    from public.follow as f
    join private.visible_colleague as v on v.id <> p_profile_id and not v.is_example
    join public.local_government as government on government.id = v.local_government_id
    join public.municipality as place on place.nis_code = government.nis_code
    left join public.profile_expertise as e on e.profile_id = v.id and e.topic_id = f.topic_id and v.shows_expertise
    where f.profile_id = p_profile_id
      and (f.topic_id is null or e.profile_id is not null)
      and (f.province_code is null or f.province_code = place.province_code)
      and (f.nis_code is null or f.nis_code = place.nis_code)
      and (v.announced_at > p_after or e.created_at > p_after)
  ), area as (
    select distinct place.nis_code
    from public.follow as f
    join public.municipality as place on place.province_code = f.province_code or place.nis_code = f.nis_code
    where f.profile_id = p_profile_id and f.topic_id is null and place.valid_to is null
  ), government as (
    select g.id, g.name, place.slug
    from area
    join public.local_government as g using (nis_code)
    join public.municipality as place using (nis_code)
    join private.first_public as seen on seen.id = g.id and seen.first_seen_at > p_after
    where private.takes_part(g.participating_since, g.participating_until) and not g.is_example
  ), desk as (
    select d.id, d.name, d.slug, owner.name as government
    from area
    join public.local_government as owner using (nis_code)
    join public.volunteer_desk as d on d.local_government_id = owner.id
    join private.first_public as seen on seen.id = d.id and seen.first_seen_at > p_after
    where d.published and not d.is_example and private.takes_part(owner.participating_since, owner.participating_until)
  )
  select pg_catalog.jsonb_build_object(
    'colleagues', (
      select coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object(
        'id', shown.id, 'name', shown.full_name, 'government', shown.government,
        'topics', (
          select coalesce(pg_catalog.jsonb_agg(
            case p_locale when 'fr' then topic.name_fr when 'en' then topic.name_en else topic.name_nl end
            order by topic.slug
          ), '[]')
          from private.visible_colleague as v
          join public.profile_expertise as e on e.profile_id = v.id
          join public.expertise_topic as topic on topic.id = e.topic_id
          where v.id = shown.id and v.shows_expertise
            and e.topic_id in (select f.topic_id from public.follow as f where f.profile_id = p_profile_id)
        )
      ) order by pg_catalog.lower(shown.full_name), shown.id), '[]')
      from (select * from colleague order by pg_catalog.lower(full_name), id limit 20) as shown
    ),
    'colleagueCount', (select count(*) from colleague),
    'governments', (
      select coalesce(pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('name', shown.name, 'slug', shown.slug) order by shown.name
      ), '[]')
      from (select * from government order by name limit 20) as shown
    ),
    'governmentCount', (select count(*) from government),
    'desks', (
      select coalesce(pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('name', shown.name, 'slug', shown.slug, 'government', shown.government)
        order by shown.name
      ), '[]')
      from (select * from desk order by name, id limit 20) as shown
    ),
    'deskCount', (select count(*) from desk)
  );
$$;

-- Takes out of the mail that is due whoever has hidden since, and the themes of who hides those: a digest may have been
-- written while somebody was leaving, and may have waited.
create function private.freshen_digests() returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.email_outbox as mail
  set params = mail.params || pg_catalog.jsonb_build_object(
    'colleagues', fresh.colleagues,
    'colleagueCount', (mail.params ->> 'colleagueCount')::integer
      - (pg_catalog.jsonb_array_length(mail.params -> 'colleagues') - pg_catalog.jsonb_array_length(fresh.colleagues))
  )
  from (
    select waiting.id, (
      select coalesce(pg_catalog.jsonb_agg(
        case when v.shows_expertise then told.colleague else told.colleague || '{"topics": []}' end order by told.place
      ), '[]')
      from pg_catalog.jsonb_array_elements(waiting.params -> 'colleagues') with ordinality as told (colleague, place)
      join private.visible_colleague as v on v.id = (told.colleague ->> 'id')::uuid
    ) as colleagues
    from public.email_outbox as waiting
    where waiting.template = 'digest' and waiting.status = 'queued' and waiting.next_attempt_at <= pg_catalog.now()
  ) as fresh
  where mail.id = fresh.id and mail.params -> 'colleagues' <> fresh.colleagues;
  delete from public.email_outbox
  where template = 'digest' and status = 'queued'
    and params @> '{"colleagueCount": 0, "governmentCount": 0, "deskCount": 0}';
end;
$$;

-- Puts the mail of every follower whose last one is long enough ago in the outbox; nothing where nothing is new. Servers that
-- do so at the same moment do not tell anybody twice. Returns how many mails there are.
create function private.queue_digests(p_after_days integer) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_due record;
  v_news jsonb;
  v_count integer := 0;
begin
  perform private.note_first_public();
  for v_due in
    select digest.profile_id, digest.covered_until, p.locale
    from private.digest
    join public.profile as p on p.id = digest.profile_id
    -- A daily task is some moments early or late: an hour less, or a week becomes eight days.
    where digest.covered_until
      <= pg_catalog.now() - pg_catalog.make_interval(days => greatest(p_after_days, 1)) + interval '1 hour'
      and p.status = 'approved' and p.paused_at is null and 'digest' = any (p.notifications)
    order by digest.profile_id
    for update of digest skip locked
  loop
    v_news := private.news_for(v_due.profile_id, v_due.locale, v_due.covered_until);
    update private.digest set covered_until = pg_catalog.now() where profile_id = v_due.profile_id;
    if v_news @> '{"colleagueCount": 0, "governmentCount": 0, "deskCount": 0}' then
      continue;
    end if;
    if private.queue_mail('digest', v_due.profile_id, v_news, 'digest') is not null then
      v_count := v_count + 1;
    end if;
  end loop;
  return v_count;
end;
$$;

call private.open_doors('service_role', 'queue_digests');
