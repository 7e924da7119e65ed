-- The trail keeps no address and no number of a person, and what it kept of them goes.

-- Without what one writes, mails or calls somebody at, however it came in: what is never changed must not hold it.
create function private.without_contacts(p_details jsonb) returns jsonb
language sql
immutable
set search_path = ''
as $$
  select pg_catalog.regexp_replace(
    pg_catalog.regexp_replace(p_details::text, '[^[:space:]"\\@:,]+@[^[:space:]"\\@]+\.[^[:space:]"\\@]+', '…', 'g'),
    '\+[1-9][0-9]{6,14}', '…', 'g'
  )::jsonb;
$$;

alter table public.audit_entry disable trigger audit_entry_is_append_only;
update public.audit_entry
set details = private.without_contacts(case action when 'desks_merged' then details - 'content' else details end)
where details <> private.without_contacts(details) or (action = 'desks_merged' and details ? 'content');
alter table public.audit_entry enable trigger audit_entry_is_append_only;

alter table public.audit_entry drop constraint audit_entry_details_check;
alter table public.audit_entry add constraint audit_entry_details_check
  check (jsonb_typeof(details) = 'object' and details = private.without_contacts(details));

create or replace function private.record_audit(
  p_action text, p_account_id uuid, p_local_government_id uuid default null, p_details jsonb default '{}'
) returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.audit_entry (action, actor_id, account_id, local_government_id, details)
  values (p_action, private.current_account_id(), p_account_id, p_local_government_id, private.without_contacts(p_details));
$$;

-- Makes two desks one: the first stays as it is and gets the reports and the former addresses of the second, which goes.
-- Its drafts go with it, and all it said: the trail keeps which two it were, for a desk may be somebody's name and number.
-- Returns 'merged', 'same_desk', 'changes_waiting' (for the second) or 'not_found'.
-- Errors: 42501 for who is no administrator.
create or replace function private.merge_desks(p_keep uuid, p_remove uuid, p_seen text[]) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_keep public.volunteer_desk;
  v_remove public.volunteer_desk;
begin
  perform private.require_admin();
  -- In one order, so that two who merge them the other way round never wait for each other.
  perform from public.volunteer_desk where id in (p_keep, p_remove) order by id for update;
  select * into v_keep from public.volunteer_desk where id = p_keep;
  select * into v_remove from public.volunteer_desk where id = p_remove;
  if v_keep.id is null or v_remove.id is null then
    return 'not_found';
  end if;
  if p_keep = p_remove then
    return 'same_desk';
  end if;
  if p_seen is distinct from array[private.desk_seen(p_keep), private.desk_seen(p_remove)] then
    return 'changed_meanwhile';
  end if;
  -- They would go with the desk, and nobody would know.
  if exists (select from public.proposed_change where desk_id = p_remove and state = 'waiting') then
    return 'changes_waiting';
  end if;
  update public.desk_report set desk_id = p_keep where desk_id = p_remove;
  update public.desk_upkeep as kept
  set owner_id = gone.owner_id
  from public.desk_upkeep as gone
  where kept.desk_id = p_keep and gone.desk_id = p_remove and kept.owner_id is null;
  insert into public.desk_upkeep (desk_id, owner_id)
  select p_keep, owner_id from public.desk_upkeep where desk_id = p_remove
  on conflict do nothing;
  update public.former_desk_slug set desk_id = p_keep where desk_id = p_remove;
  delete from public.email_outbox
  where template = 'desk_check' and params ->> 'deskId' = p_remove::text and status <> 'sending';
  delete from public.volunteer_desk where id = p_remove;
  insert into public.former_desk_slug (slug, desk_id) values (v_remove.slug, p_keep)
  on conflict (slug) do update set desk_id = excluded.desk_id;
  perform private.tell_of_other_hand(v_keep.local_government_id, v_keep.name, 'administrator');
  perform private.record_audit(
    'desks_merged', private.current_account_id(), v_keep.local_government_id,
    pg_catalog.jsonb_build_object(
      'kept', v_keep.slug, 'removed', v_remove.slug
    )
  );
  return 'merged';
end;
$$;
