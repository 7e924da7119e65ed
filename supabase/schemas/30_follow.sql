-- Themes and areas that members follow.

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

-- For `export_my_account`.
create function private.export_follows(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'follows', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object(
          'topic', topic.name_nl, 'province', f.province_code, 'municipality', place.name_nl, 'since', f.created_at
        )
        order by f.created_at
      )
      from public.follow as f
      left join public.expertise_topic as topic on topic.id = f.topic_id
      left join public.municipality as place on place.nis_code = f.nis_code
      where f.profile_id = p_account_id
    ), '[]')
  );
$$;

call private.open_doors('authenticated', 'follow', 'unfollow');
