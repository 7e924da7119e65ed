-- A desk counts as checked, and goes on or off the site, as somebody had it in view.

drop function public.show_desk(uuid, boolean);
drop function private.show_desk(uuid, boolean);
drop function public.desk_of_check(text);
drop function private.desk_of_check(text);
drop function public.confirm_desk_by_link(text);
drop function private.confirm_desk_by_link(text);
drop function public.confirm_desk(uuid);
drop function private.confirm_desk(uuid);

-- Takes a desk off the site, or puts it back, as it was looked at: `p_seen` is the fingerprint. False when nothing changed.
-- Errors: 42501 NOT_YOURS; P0001 CHANGED_MEANWHILE.
create function private.show_desk(p_desk_id uuid, p_published boolean, p_seen text) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_government uuid;
begin
  select local_government_id into v_government from public.volunteer_desk where id = p_desk_id;
  if not private.edits(v_government) then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  perform private.lock_desk(v_government, p_desk_id);
  if p_seen is distinct from private.desk_seen(p_desk_id) then
    raise exception 'CHANGED_MEANWHILE';
  end if;
  update public.volunteer_desk set published = p_published where id = p_desk_id and published <> p_published;
  if not found then
    return false;
  end if;
  if private.is_admin() then
    perform private.tell_of_other_hand(
      v_government, (select name from public.volunteer_desk where id = p_desk_id), 'administrator'
    );
  end if;
  return true;
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
  if p_seen is distinct from private.desk_seen(p_desk_id) then
    raise exception 'CHANGED_MEANWHILE';
  end if;
  update public.volunteer_desk set verified_at = pg_catalog.clock_timestamp() where id = p_desk_id;
  return true;
end;
$$;

call private.open_doors('service_role', 'desk_of_check', 'confirm_desk_by_link');
call private.open_doors('authenticated', 'confirm_desk', 'show_desk');
