-- Themes and areas that members follow, and the weekly mail about what is new there.

create table public.follow (
  id uuid primary key default gen_random_uuid(),
  profile_id uuid not null references public.profile (id) on delete cascade,
  -- With a theme: colleagues only. Without: colleagues, desks and governments of the area.
  topic_id uuid references public.expertise_topic (id),
  province_code text check (province_code in ('10000', '20001', '30000', '40000', '70000', '04000')),
  nis_code text references public.municipality (nis_code),
  created_at timestamptz not null default now(),
  check (topic_id is not null or province_code is not null or nis_code is not null),
  check (province_code is null or nis_code is null),
  unique nulls not distinct (profile_id, topic_id, province_code, nis_code)
);

comment on table public.follow is 'What a member wants to hear about: a theme, an area, or a theme in an area.';

create index follow_topic on public.follow (topic_id);
create index follow_nis_code on public.follow (nis_code);

alter table public.follow enable row level security;
revoke all on public.follow from anon, authenticated, service_role;
grant select on public.follow to authenticated;
create policy "people read what they follow" on public.follow
  for select to authenticated
  using (profile_id = (select private.current_account_id()) and (select private.is_approved()));

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

-- Returns the id; again the same one for what is followed already. At most 30.
-- Errors: 42501 MEMBERS_ONLY; P0001 UNKNOWN_TOPIC, UNKNOWN_AREA, TOO_MANY; 23514 for neither theme nor area, or two areas.
create function private.follow(p_topic text, p_province_code text, p_nis_code text) returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me uuid;
  v_topic uuid;
  v_id uuid;
begin
  -- Not while an administrator merges two of them.
  perform from public.expertise_topic where merged_into is null order by id for key share;
  v_topic := private.topic_named(p_topic);
  select id into v_me from public.profile where id = private.current_account_id() and status = 'approved' for update;
  if not found then
    raise insufficient_privilege using message = 'MEMBERS_ONLY';
  end if;
  if p_topic is not null and v_topic is null then
    raise exception 'UNKNOWN_TOPIC';
  end if;
  if p_nis_code is not null
    and not exists (select from public.municipality where nis_code = p_nis_code and valid_to is null) then
    raise exception 'UNKNOWN_AREA';
  end if;
  select id into v_id
  from public.follow
  where profile_id = v_me and topic_id is not distinct from v_topic
    and province_code is not distinct from p_province_code and nis_code is not distinct from p_nis_code;
  if found then
    return v_id;
  end if;
  if (select count(*) from public.follow where profile_id = v_me) >= 30 then
    raise exception 'TOO_MANY';
  end if;
  insert into public.follow (profile_id, topic_id, province_code, nis_code)
  values (v_me, v_topic, p_province_code, p_nis_code)
  returning id into v_id;
  -- Who follows for the first time hears of what comes from now on.
  insert into private.digest (profile_id) values (v_me) on conflict do nothing;
  return v_id;
end;
$$;

-- False when the caller does not follow that.
create function private.unfollow(p_id uuid) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.current_account_id();
begin
  if not private.is_approved() then
    raise insufficient_privilege using message = 'MEMBERS_ONLY';
  end if;
  delete from public.follow where id = p_id and profile_id = v_me;
  if not found then
    return false;
  end if;
  -- Who follows nothing begins anew one day.
  delete from private.digest
  where profile_id = v_me and not exists (select from public.follow where profile_id = v_me);
  return true;
end;
$$;

-- What followed one theme follows the other, once.
create function private.move_follows(p_from uuid, p_into uuid) returns void
language sql
security definer
set search_path = ''
as $$
  update public.follow as moved
  set topic_id = p_into
  where moved.topic_id = p_from
    and not exists (
      select from public.follow as other
      where other.profile_id = moved.profile_id and other.topic_id = p_into
        and other.province_code is not distinct from moved.province_code
        and other.nis_code is not distinct from moved.nis_code
    );
  delete from public.follow where topic_id = p_from;
$$;

-- Remembers what has become public since the last time, and forgets what is gone.
create function private.note_first_public() returns void
language sql
security definer
set search_path = ''
as $$
  insert into private.first_public (id)
  select government.id
  from public.local_government as government
  where government.participating_since is not null and government.participating_until is null
  union all
  select desk.id
  from public.volunteer_desk as desk
  join public.local_government as owner on owner.id = desk.local_government_id
  where desk.published and owner.participating_since is not null and owner.participating_until is null
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
    where g.participating_since is not null and g.participating_until is null and not g.is_example
  ), desk as (
    select d.id, d.name, d.slug, owner.name as government
    from area
    join public.local_government as owner using (nis_code)
    join public.volunteer_desk as d on d.local_government_id = owner.id
    join private.first_public as seen on seen.id = d.id and seen.first_seen_at > p_after
    where d.published and not d.is_example and owner.participating_since is not null and owner.participating_until is null
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

call private.open_doors('authenticated', 'follow', 'unfollow');
call private.open_doors('service_role', 'queue_digests');
