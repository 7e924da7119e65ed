-- What people answer when they are asked whether a desk is still true, and how administrators follow up who does not.

-- 'open', 'used', 'expired', or 'unknown' for no link. A link goes with the right to answer for the desk.
create function private.desk_check_state(p_link public.desk_check_link) returns text
language sql
stable
security definer
set search_path = ''
as $$
  select case
    when p_link.token_hash is null then 'unknown'
    when p_link.used_at is not null then 'used'
    when p_link.expires_at < pg_catalog.now() then 'expired'
    when p_link.account_id is not null and not exists (
      select
      from public.profile as p
      join public.volunteer_desk as desk on desk.local_government_id = p.local_government_id
      where p.id = p_link.account_id and desk.id = p_link.desk_id and p.status = 'approved'
    ) then 'expired'
    else 'open'
  end;
$$;

-- What a link is about, without changing anything, with the fingerprint of its desk. `state`: 'open', 'used', 'expired', or
-- 'unknown' without a desk.
create function private.desk_of_check(p_token text) returns table (
  state text, desk_id uuid, has_account boolean, seen text
)
language sql
stable
security definer
set search_path = ''
as $$
  select private.desk_check_state(link), link.desk_id, link.account_id is not null, private.desk_fingerprint(desk)
  from (select) as always
  left join public.desk_check_link as link
    on link.token_hash = pg_catalog.sha256(pg_catalog.convert_to(p_token, 'UTF8'))
  left join public.volunteer_desk as desk on desk.id = link.desk_id;
$$;

-- The link with its desk, both locked: the desk first, as everybody does. Null when there is no such link.
create function private.lock_desk_check(p_token text) returns public.desk_check_link
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_hash constant bytea := pg_catalog.sha256(pg_catalog.convert_to(p_token, 'UTF8'));
  v_link public.desk_check_link;
begin
  perform from public.volunteer_desk
  where id = (select desk_id from public.desk_check_link where token_hash = v_hash)
  for no key update;
  select * into v_link from public.desk_check_link where token_hash = v_hash for update;
  return v_link;
end;
$$;

-- All of it is still true, as it was looked at: `p_seen` is the fingerprint. Returns 'confirmed', 'changed_meanwhile', 'used',
-- 'expired' or 'unknown'.
create function private.confirm_desk_by_link(p_token text, p_seen text) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_link constant public.desk_check_link := private.lock_desk_check(p_token);
  v_state constant text := private.desk_check_state(v_link);
begin
  if v_state <> 'open' then
    return v_state;
  end if;
  if p_seen is distinct from (
    select private.desk_fingerprint(desk) from public.volunteer_desk as desk where desk.id = v_link.desk_id
  ) then
    return 'changed_meanwhile';
  end if;
  update public.desk_check_link set used_at = pg_catalog.now(), outcome = 'confirmed'
  where token_hash = v_link.token_hash;
  update public.volunteer_desk set verified_at = pg_catalog.clock_timestamp() where id = v_link.desk_id;
  return 'confirmed';
end;
$$;

-- A colleague looks after it: somebody with an approved account at that government, who answers for the desk from now on,
-- or any address of one of its e-mail domains. Whoever it is gets a link; any other address gets nothing. The answer is the
-- same, and the link stays as it is: who has an account is told to nobody.
-- Returns 'passed_on', 'too_often' (5 a day with one link), 'used', 'expired' or 'unknown'.
create function private.hand_over_desk(p_token text, p_email text) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_email constant text := pg_catalog.lower(pg_catalog.btrim(p_email));
  v_link constant public.desk_check_link := private.lock_desk_check(p_token);
  v_state constant text := private.desk_check_state(v_link);
  v_government public.local_government;
  v_colleague public.profile;
begin
  if v_state <> 'open' then
    return v_state;
  end if;
  if private.hit_rate_limit(
    'hand_over:' || pg_catalog.encode(v_link.token_hash, 'hex'), 5, interval '1 day'
  ) > 0 then
    return 'too_often';
  end if;
  select government.* into v_government
  from public.local_government as government
  join public.volunteer_desk as desk on desk.local_government_id = government.id
  where desk.id = v_link.desk_id;
  select p.* into v_colleague
  from public.profile as p
  join auth.users as u on u.id = p.id
  where pg_catalog.lower(u.email) = v_email;
  if v_colleague.status = 'approved' and v_colleague.local_government_id = v_government.id then
    insert into public.desk_upkeep as upkeep (desk_id, owner_id) values (v_link.desk_id, v_colleague.id)
    on conflict (desk_id) do update
    -- The reminders are for the new one, who has as much time as the last one had.
    set owner_id = excluded.owner_id,
      last_asked_at = case when upkeep.asked > 0 then pg_catalog.now() else upkeep.last_asked_at end;
    perform private.send_desk_check(v_link.desk_id, v_colleague.id, null, 'handed_over');
  elsif coalesce(v_colleague.status, 'pending') = 'pending'
    and v_email ~ '^[^@[:space:]]{1,64}@[^@[:space:]]+$'
    and pg_catalog.split_part(v_email, '@', 2) = any (v_government.email_domains)
  then
    perform private.send_desk_check(v_link.desk_id, null, v_email, 'handed_over');
  end if;
  return 'passed_on';
end;
$$;

-- All of it is still true, says who is signed in: an editor of its government, who answers for it, or an administrator. As it
-- was looked at: `p_seen` is the fingerprint.
-- Errors: 42501 NOT_YOURS; P0001 CHANGED_MEANWHILE.
create function private.confirm_desk(p_desk_id uuid, p_seen text) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform from public.volunteer_desk as desk
  where desk.id = p_desk_id
    and (
      private.edits(desk.local_government_id)
      or (
        private.belongs_to(desk.local_government_id)
        and exists (
          select from public.desk_upkeep as upkeep
          where upkeep.desk_id = desk.id and upkeep.owner_id = private.current_account_id()
        )
      )
    )
  for no key update;
  if not found then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  if p_seen is null or p_seen is distinct from private.desk_seen(p_desk_id) then
    raise exception 'CHANGED_MEANWHILE';
  end if;
  update public.volunteer_desk set verified_at = pg_catalog.clock_timestamp() where id = p_desk_id;
  return true;
end;
$$;

-- Asks now, whenever the last time was; also about an example desk.
-- Returns 'asked', 'nobody' (there is none to ask), 'offline' or 'not_found'. Errors: 42501 ADMIN_ONLY.
create function private.ask_desk_now(p_desk_id uuid) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_desk public.volunteer_desk;
begin
  perform private.require_admin();
  select * into v_desk from public.volunteer_desk where id = p_desk_id for no key update;
  if not found then
    return 'not_found';
  end if;
  if not v_desk.published then
    return 'offline';
  end if;
  if not exists (select from private.desk_check_recipients(p_desk_id)) then
    return 'nobody';
  end if;
  perform private.ask_desk(p_desk_id);
  return 'asked';
end;
$$;

-- Desks for administrators, with who answers for each: 'unconfirmed' (those that the public sees as such, longest first),
-- 'approximate' (nobody has set the pin), 'offline' or, for any other `p_view`, all. `p_search` looks in the names of
-- municipality, government and desk, and in place and postcode. `asked_whom` as in `desk_check_recipients`, or null.
create function private.desks_to_follow_up(
  p_view text, p_search text, p_limit integer, p_offset integer
) returns table (
  desk_id uuid, slug text, name text, place text, local_government_id uuid, published boolean,
  location_approximate boolean, verified_at timestamptz, unconfirmed_since timestamptz, created_at timestamptz,
  asked smallint, last_asked_at timestamptz, asked_whom text, answers text[], total bigint
)
language sql
stable
security definer
set search_path = ''
as $$
  with page as materialized (
    select desk.*, municipality.name_nl as municipality_name, count(*) over () as total
    from public.volunteer_desk as desk
    join public.local_government as government on government.id = desk.local_government_id
    join public.municipality on municipality.nis_code = government.nis_code
    where (select private.is_admin())
      and case p_view
        when 'unconfirmed' then desk.published and desk.unconfirmed_since is not null
        when 'approximate' then desk.location_approximate
        when 'offline' then not desk.published
        else true
      end
      and (
        p_search is null
        or position(
          pg_catalog.lower(p_search) in pg_catalog.lower(pg_catalog.concat_ws(
            ' ', municipality.name_nl, municipality.name_fr, government.name, desk.name, desk.postcode, desk.place
          ))
        ) > 0
      )
    order by desk.unconfirmed_since, municipality.name_nl, desk.name, desk.id
    limit least(greatest(p_limit, 1), 200) offset greatest(p_offset, 0)
  )
  select
    page.id, page.slug, page.name, page.place, page.local_government_id, page.published, page.location_approximate,
    page.verified_at, page.unconfirmed_since, page.created_at, coalesce(upkeep.asked, 0::smallint),
    upkeep.last_asked_at, whom.kind, whom.answers, page.total
  from page
  left join public.desk_upkeep as upkeep on upkeep.desk_id = page.id
  cross join lateral (
    select min(recipient.kind) as kind,
      coalesce(
        array_agg(coalesce(p.full_name, recipient.address) order by p.full_name) filter (where recipient.kind is not null),
        '{}'
      ) as answers
    from private.desk_check_recipients(page.id) as recipient
    left join public.profile as p on p.id = recipient.account_id
  ) as whom
  order by page.unconfirmed_since, page.municipality_name, page.name, page.id;
$$;

call private.open_doors('service_role', 'desk_of_check', 'confirm_desk_by_link', 'hand_over_desk');
call private.open_doors('authenticated', 'confirm_desk', 'ask_desk_now', 'desks_to_follow_up');
