-- What happened to accounts, by whom, when. Written by functions of this database only, and by nobody ever changed. Holds
-- ids, never a name or an address: once an account is gone, its id leads nowhere.

-- Without what one writes, mails or calls somebody at, however it came in: what is never changed must not hold it.
create function private.without_contacts(p_details jsonb) returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return case pg_catalog.jsonb_typeof(p_details)
    when 'object' then (
      select coalesce(pg_catalog.jsonb_object_agg(part.key, private.without_contacts(part.value)), '{}')
      from pg_catalog.jsonb_each(p_details) as part
    )
    when 'array' then (
      select coalesce(pg_catalog.jsonb_agg(private.without_contacts(part.value) order by part.place), '[]')
      from pg_catalog.jsonb_array_elements(p_details) with ordinality as part (value, place)
    )
    when 'string' then pg_catalog.to_jsonb(pg_catalog.regexp_replace(
      pg_catalog.regexp_replace(p_details #>> '{}', '[^[:space:]"\\@:,]+@[^[:space:]"\\@]+\.[^[:space:]"\\@]+', '…', 'g'),
      '\+[1-9][0-9]{6,14}', '…', 'g'
    ))
    else p_details
  end;
end;
$$;

create table public.audit_entry (
  id bigint primary key generated always as identity,
  happened_at timestamptz not null default clock_timestamp(),
  action text not null check (action in (
    'registered', 'confirmed', 'approved', 'rejected', 'undone', 'suspended', 'restored', 'role_changed', 'paused',
    'resumed', 'left', 'government_changed', 'email_changed', 'password_changed', 'exported', 'expired_unconfirmed',
    'expired_rejected', 'expired_suspended', 'expired_undecided', 'admin_granted', 'mail_resent', 'renamed', 'function_changed',
    'superseded', 'imported', 'desks_merged', 'topic_created', 'topic_renamed', 'topics_merged',
    'message_answered', 'message_closed', 'message_sorted',
    'participation_asked', 'participation_changed', 'domain_assigned', 'domain_withdrawn'
  )),
  -- Who did it; null is the server or the database itself. No foreign keys: entries outlive accounts.
  actor_id uuid,
  -- Whom it is about.
  account_id uuid,
  local_government_id uuid,
  details jsonb not null default '{}'
    check (jsonb_typeof(details) = 'object' and details = private.without_contacts(details))
);

comment on table public.audit_entry is 'Append-only trail of what happened to accounts, without personal data.';

create index audit_entry_account on public.audit_entry (account_id, id);
create index audit_entry_actor on public.audit_entry (actor_id, id);

create function private.refuse_change() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  raise exception 'APPEND_ONLY' using errcode = 'insufficient_privilege';
end;
$$;

create trigger audit_entry_is_append_only before update or delete on public.audit_entry
  for each row execute function private.refuse_change();
create trigger audit_entry_is_never_emptied before truncate on public.audit_entry
  for each statement execute function private.refuse_change();

alter table public.audit_entry enable row level security;
revoke all on public.audit_entry from anon, authenticated, service_role;

-- How far it has counted is told to nobody.
revoke all on sequence public.audit_entry_id_seq from anon, authenticated, service_role;
grant select on public.audit_entry to authenticated;
create policy "administrators read the audit trail" on public.audit_entry
  for select to authenticated using ((select private.is_admin()));

-- `p_actor_id`: who did it; for the server that acts for an administrator it is said.
create function private.record_audit(
  p_action text, p_account_id uuid, p_local_government_id uuid default null, p_details jsonb default '{}',
  p_actor_id uuid default private.current_account_id()
) returns void
language sql
security definer
set search_path = ''
as $$
  insert into public.audit_entry (action, actor_id, account_id, local_government_id, details)
  values (p_action, p_actor_id, p_account_id, p_local_government_id, private.without_contacts(p_details));
$$;

-- For `export_my_account`.
create function private.export_history(p_account_id uuid) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.jsonb_build_object(
    'history', coalesce((
      select pg_catalog.jsonb_agg(
        pg_catalog.jsonb_build_object('action', entry.action, 'at', entry.happened_at, 'byMe', entry.actor_id = p_account_id)
        order by entry.id
      )
      from public.audit_entry as entry where p_account_id in (entry.account_id, entry.actor_id)
    ), '[]')
  );
$$;
