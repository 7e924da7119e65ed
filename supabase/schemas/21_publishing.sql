-- The ways in which people save and take back a change, and put things on and off the site.

-- Saves what somebody wants a desk (`p_desk_id` null: a new one) or a government's page to say. As a draft, or to publish:
-- an editor's is public at once unless changes are reviewed there; anybody else's waits. Nothing is written over a version
-- that the author has not seen.
-- `p_base_revision`: the version seen; 0 for a new desk. `p_change_id`: the draft that goes on; null for none.
-- `p_intent`: 'draft', 'publish', or 'restore', which publishes without confirming.
-- Returns { outcome: 'draft' | 'published' | 'waiting' | 'conflict' | 'gone', changeId, deskId, slug, revision }, or of 'restore'
-- 'own_change': it would wait, and there is one of one's own already, which it would be written over.
-- Errors: 42501 NOT_YOURS; P0001 INVALID, TOO_OFTEN; 23514 CONTENT_TOO_LONG, and the like for content that the tables
-- refuse.
create function private.save_change(
  p_subject text, p_local_government_id uuid, p_desk_id uuid, p_change_id uuid, p_base_revision integer,
  p_content jsonb, p_intent text, p_note text
) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.current_account_id();
  v_revision integer;
  v_change public.proposed_change;
  v_was_waiting boolean;
  v_subject private.edited_subject;
  v_published record;
begin
  if not private.belongs_to(p_local_government_id) then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  v_subject := private.known_subject(p_subject);
  if p_intent is null or p_intent not in ('draft', 'publish', 'restore') or p_base_revision is null
    or (p_desk_id is not null and not v_subject.is_many)
    or not private.is_readable_content(p_subject, p_content)
  then
    raise exception 'INVALID';
  end if;
  if pg_catalog.octet_length(p_content::text) > v_subject.max_bytes then
    raise check_violation using message = 'CONTENT_TOO_LONG';
  end if;
  if private.hit_rate_limit('edit:' || v_me, 200, interval '1 hour') > 0 then
    raise exception 'TOO_OFTEN';
  end if;

  v_revision := private.lock_subject(p_subject, p_local_government_id, p_desk_id);
  select * into v_change
  from public.proposed_change
  where author_id = v_me and local_government_id = p_local_government_id and subject = p_subject
    and desk_id is not distinct from p_desk_id and state in ('draft', 'waiting')
    and (id = p_change_id or p_desk_id is not null or not v_subject.is_many)
  for update;
  -- Decided or thrown away meanwhile: sent again it would make a second desk.
  if v_revision is null
    or (v_change.id is null and p_change_id is not null and p_desk_id is null and v_subject.is_many)
  then
    return pg_catalog.jsonb_build_object('outcome', 'gone');
  end if;
  if p_intent <> 'draft' and p_base_revision <> v_revision then
    return pg_catalog.jsonb_build_object('outcome', 'conflict', 'revision', v_revision);
  end if;

  if p_intent <> 'draft' and private.edits(p_local_government_id) and (
    private.is_admin()
    or not (select review_changes from public.local_government where id = p_local_government_id)
  ) then
    v_published := private.publish_subject(
      p_subject, p_local_government_id, p_desk_id, p_content, p_intent = 'publish'
    );
    -- A version that is brought back is not what somebody is writing: that stays.
    delete from public.proposed_change where id = v_change.id and p_intent <> 'restore';
    if private.is_admin() then
      perform private.tell_of_other_hand(p_local_government_id, p_content ->> v_subject.title, 'administrator');
    end if;
    return pg_catalog.jsonb_build_object(
      'outcome', 'published', 'deskId', v_published.published_id, 'slug', v_published.slug,
      'revision', private.lock_subject(p_subject, p_local_government_id, v_published.published_id)
    );
  end if;

  if p_intent = 'restore' and v_change.id is not null then
    return pg_catalog.jsonb_build_object('outcome', 'own_change');
  end if;
  v_was_waiting := coalesce(v_change.state = 'waiting', false);
  if v_change.id is null then
    insert into public.proposed_change (subject, local_government_id, desk_id, author_id, base_revision, content, note)
    values (p_subject, p_local_government_id, p_desk_id, v_me, p_base_revision, p_content, nullif(pg_catalog.btrim(p_note), ''))
    returning * into v_change;
  end if;
  update public.proposed_change
  set content = p_content, base_revision = p_base_revision, note = nullif(pg_catalog.btrim(p_note), ''),
    state = case p_intent when 'draft' then 'draft' else 'waiting' end
  where id = v_change.id
  returning * into v_change;
  if v_change.state = 'waiting' and not v_was_waiting then
    perform private.tell_editors(
      'change_waiting', p_local_government_id,
      pg_catalog.jsonb_build_object(
        'changeId', v_change.id,
        'government', (select name from public.local_government where id = p_local_government_id),
        'what', p_content ->> v_subject.title
      ),
      v_me
    );
  end if;
  return pg_catalog.jsonb_build_object(
    'outcome', v_change.state, 'changeId', v_change.id, 'deskId', p_desk_id, 'revision', v_revision
  );
end;
$$;

-- Throws away one's own draft, or takes back what waits. False when it is decided or gone.
-- Errors: 42501 NOT_YOURS.
create function private.withdraw_change(p_change_id uuid) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
  if not private.is_approved() then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  delete from public.proposed_change
  where id = p_change_id and author_id = private.current_account_id() and state in ('draft', 'waiting');
  return found;
end;
$$;

-- Brings back what a version said, as a change like any other. Answers and errors as `save_change`; 42501 NOT_YOURS also
-- for a version that is not there.
create function private.restore_revision(p_revision_id bigint, p_seen_revision integer) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_version public.directory_revision;
begin
  select * into v_version from public.directory_revision where id = p_revision_id;
  if not found or not private.edits(v_version.local_government_id) then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  return private.save_change(
    v_version.subject, v_version.local_government_id, v_version.desk_id, null, p_seen_revision, v_version.content,
    'restore', null
  );
end;
$$;

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

-- An editor may ask for a second pair of eyes; only an administrator may do without again. False when nothing changed.
-- Errors: 42501 NOT_YOURS, ADMIN_ONLY.
create function private.set_review(p_local_government_id uuid, p_on boolean) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
  if not private.edits(p_local_government_id) then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  if not p_on then
    perform private.require_admin();
  end if;
  update public.local_government set review_changes = p_on
  where id = p_local_government_id and review_changes <> p_on;
  return found;
end;
$$;

-- What was decided is history after a year; a draft that nobody came back to in that time is none of anybody's.
create function private.delete_old_changes() returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_count integer;
begin
  delete from public.proposed_change
  where state <> 'waiting' and updated_at < pg_catalog.now() - interval '1 year';
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;

call private.open_doors(
  'authenticated',
  'save_change', 'withdraw_change', 'restore_revision', 'show_desk', 'set_review'
);
call private.open_doors('service_role', 'delete_old_changes');
