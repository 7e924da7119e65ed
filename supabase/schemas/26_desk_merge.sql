-- Two desks that turn out to be one.

-- Where the page of a desk was, before it and another one were made one.
create table public.former_desk_slug (
  slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  desk_id uuid not null references public.volunteer_desk (id) on delete cascade,
  created_at timestamptz not null default now()
);

comment on table public.former_desk_slug is 'Addresses of desks that were merged into another one.';

create index former_desk_slug_desk on public.former_desk_slug (desk_id);

alter table public.former_desk_slug enable row level security;
revoke all on public.former_desk_slug from anon, authenticated;
grant select on public.former_desk_slug to anon, authenticated;
create policy "everyone reads where a desk went" on public.former_desk_slug
  for select to anon, authenticated using (true);

-- Makes two desks one: the first stays as it is and gets the reports and the former addresses of the second, which goes.
-- Its drafts go with it, and all it said: the trail keeps which two it were, for a desk may be somebody's name and number.
-- `p_seen`: the fingerprints of both, as they were looked at.
-- Returns 'merged', 'changed_meanwhile', 'same_desk', 'changes_waiting' (for the second) or 'not_found'.
-- Errors: 42501 for who is no administrator.
create function private.merge_desks(p_keep uuid, p_remove uuid, p_seen text[]) returns text
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

call private.open_doors('authenticated', 'merge_desks');
