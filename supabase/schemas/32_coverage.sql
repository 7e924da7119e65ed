-- White spots: where there is no desk yet, what nobody offers, and how that changed month by month. For administrators.

create table public.coverage_snapshot (
  -- The first day of the month that it is about; counted anew until the month ends.
  month date not null check (month = date_trunc('month', month)::date),
  province_code text not null check (province_code in ('10000', '20001', '30000', '40000', '70000', '04000')),
  municipalities integer not null check (municipalities >= 0),
  -- Of which gemeente, OCMW or both take part.
  participating integer not null check (participating between 0 and municipalities),
  -- Of which the public sees a desk.
  with_desk integer not null check (with_desk between 0 and participating),
  is_example boolean not null default false,
  primary key (month, province_code)
);

comment on table public.coverage_snapshot is 'Per month and province: how many municipalities take part, and have a desk.';

alter table public.coverage_snapshot enable row level security;
revoke all on public.coverage_snapshot from anon, authenticated, service_role;
grant select on public.coverage_snapshot to authenticated;
create policy "administrators read the coverage" on public.coverage_snapshot
  for select to authenticated using ((select private.is_admin()));

-- Counts the municipalities of today for the month of today, in Brussels.
create function private.record_coverage() returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.coverage_snapshot as kept (month, province_code, municipalities, participating, with_desk)
  select
    pg_catalog.date_trunc('month', pg_catalog.now() at time zone 'Europe/Brussels')::date, place.province_code,
    count(*), count(*) filter (where place.participates), count(*) filter (where place.has_desk)
  from (
    select m.province_code,
      exists (
        select from public.local_government as government
        where government.nis_code = m.nis_code
          and private.takes_part(government.participating_since, government.participating_until)
      ) as participates,
      exists (
        select
        from public.local_government as government
        join public.volunteer_desk as desk on desk.local_government_id = government.id
        where government.nis_code = m.nis_code and desk.published
          and private.takes_part(government.participating_since, government.participating_until)
      ) as has_desk
    from public.municipality as m
    where m.valid_to is null
  ) as place
  group by place.province_code
  on conflict (month, province_code) do update
  set municipalities = excluded.municipalities, participating = excluded.participating,
    with_desk = excluded.with_desk, is_example = false;
$$;

-- Which themes visible colleagues of a municipality look for, and how many visible colleagues offer them in its province.
create function private.sought_expertise() returns table (
  nis_code text, topic text, sought bigint, offered_in_province bigint
)
language sql
stable
security definer
set search_path = ''
as $$
  with shown as materialized (
    select place.nis_code, place.province_code, e.topic_id, e.direction
    from private.visible_colleague as v
    join public.local_government as government on government.id = v.local_government_id
    join public.municipality as place on place.nis_code = government.nis_code
    join public.profile_expertise as e on e.profile_id = v.id
    where v.shows_expertise and (select private.is_admin())
  ), offer as materialized (
    select province_code, topic_id, count(*) as people from shown where direction = 'offered' group by province_code, topic_id
  )
  select shown.nis_code, topic.slug, count(*), coalesce(max(offer.people), 0)
  from shown
  join public.expertise_topic as topic on topic.id = shown.topic_id
  left join offer on offer.province_code = shown.province_code and offer.topic_id = shown.topic_id
  where shown.direction = 'sought'
  group by shown.nis_code, topic.slug;
$$;

call private.open_doors('service_role', 'record_coverage');
call private.open_doors('authenticated', 'sought_expertise');
