-- A reviewer chooses part by part where two changed the same, and whose text is replaced is told; so are editors of what
-- somebody from elsewhere changed. A part that is approved confirms no desk.

drop function public.review_change(uuid, text, text, text);
drop function private.review_change(uuid, text, text, text);
drop function private.rebased_content(public.proposed_change);

-- Tells editors what others changed of what they keep: an administrator (`p_by` is 'administrator') or a file ('import').
-- `p_what` is the name of a desk; null for the page of the government, or for several.
create function private.tell_of_other_hand(p_local_government_id uuid, p_what text, p_by text) returns void
language sql
security definer
set search_path = ''
as $$
  select private.queue_mail(
    'page_changed', p.id,
    pg_catalog.jsonb_build_object('government', government.name, 'what', p_what, 'by', p_by),
    'desk_work'
  )
  from public.local_government as government
  join public.profile as p on p.local_government_id = government.id
  where government.id = p_local_government_id and p.role = 'editor' and p.status = 'approved'
    and p.id is distinct from private.current_account_id();
$$;

-- The parts of a content that its author changed, on top of what the public reads by now: what others published meanwhile
-- stays. All of it where nobody knows what the author started from. `p_kept`: columns that stay as the public reads them.
create function private.rebased_content(p_change public.proposed_change, p_kept text[]) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  with base as (
    select content
    from public.directory_revision
    where subject = p_change.subject and local_government_id = p_change.local_government_id
      and desk_id is not distinct from p_change.desk_id and revision = p_change.base_revision
  ),
  current_content as (
    select private.read_subject(p_change.subject, p_change.local_government_id, p_change.desk_id) as content
  ),
  changed as (
    select distinct private.part_of(own.key) as part
    from pg_catalog.jsonb_each(p_change.content) as own, base
    where own.value is distinct from coalesce(base.content -> own.key, 'null')
  )
  select case
    when current_content.content is null then p_change.content
    when not exists (select from base) then p_change.content || coalesce(
      (
        select pg_catalog.jsonb_object_agg(kept.key, kept.value)
        from pg_catalog.jsonb_each(current_content.content) as kept
        where kept.key = any (p_kept)
      ),
      '{}'
    )
    else current_content.content || coalesce(
      (
        select pg_catalog.jsonb_object_agg(own.key, own.value)
        from pg_catalog.jsonb_each(p_change.content) as own
        where private.part_of(own.key) in (select part from changed) and not own.key = any (p_kept)
      ),
      '{}'
    )
  end
  from current_content;
$$;

-- Who wrote what the public reads now, since the author of a change began, in the columns that `p_content` says otherwise.
create function private.authors_replaced(p_change public.proposed_change, p_content jsonb) returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
  with version as (
    select revision, changed_by, content, pg_catalog.lag(content) over (order by revision) as previous
    from public.directory_revision
    where subject = p_change.subject and local_government_id = p_change.local_government_id
      and desk_id is not distinct from p_change.desk_id and revision >= p_change.base_revision
  ),
  written as (
    select distinct on (own.key) own.key, version.changed_by
    from version
    cross join lateral pg_catalog.jsonb_each(version.content) as own
    where version.revision > p_change.base_revision and own.value is distinct from version.previous -> own.key
    order by own.key, version.revision desc
  )
  select distinct written.changed_by
  from written
  join pg_catalog.jsonb_each(private.read_subject(p_change.subject, p_change.local_government_id, p_change.desk_id))
    as public_now on public_now.key = written.key
  where public_now.value is distinct from coalesce(p_content -> written.key, 'null') and written.key <> 'published';
$$;

-- A second person decides: another editor, or an administrator. `p_seen`: the fingerprint of what was looked at. `p_kept`: the
-- columns in which what the public reads stays, of those that others changed since the author began; who wrote the others is
-- told. Parts of a desk say nothing about the rest of it: nobody has confirmed it.
-- Returns 'published', 'rejected', 'conflict' (something else stands there by now), 'already_decided', 'own_change', 'not_found'
-- or 'gone'.
-- Errors: 42501 NOT_YOURS; P0001 REASON_REQUIRED, INVALID; 23514 and the like for content that the tables refuse.
create function private.review_change(
  p_change_id uuid, p_decision text, p_reason text, p_seen text, p_kept text[]
) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.current_account_id();
  v_reason constant text := nullif(pg_catalog.btrim(p_reason), '');
  v_change public.proposed_change;
  v_revision integer;
  v_content jsonb;
begin
  if not private.is_admin() and private.edited_government() is null then
    raise insufficient_privilege using message = 'NOT_YOURS';
  end if;
  select * into v_change from public.proposed_change where id = p_change_id;
  if not found or v_change.state = 'draft' or not private.edits(v_change.local_government_id) then
    return 'not_found';
  end if;
  if p_decision is null or p_decision not in ('approve', 'reject') then
    raise exception 'INVALID';
  end if;
  if v_change.author_id = v_me then
    return 'own_change';
  end if;
  -- The subject before the change, as who saves does: nobody waits for one another.
  v_revision := private.lock_subject(v_change.subject, v_change.local_government_id, v_change.desk_id);
  select * into v_change from public.proposed_change where id = p_change_id for update;
  if not found then
    return 'gone';
  end if;
  if v_change.state <> 'waiting' then
    return 'already_decided';
  end if;
  if p_decision = 'reject' and v_reason is null then
    raise exception 'REASON_REQUIRED';
  end if;
  if v_revision is null then
    return 'gone';
  end if;
  if p_seen is distinct from private.change_seen(p_change_id) then
    return 'conflict';
  end if;
  if p_decision = 'approve' then
    v_content := private.rebased_content(v_change, coalesce(p_kept, '{}'));
    perform private.queue_mail(
      'page_changed', replaced.author,
      pg_catalog.jsonb_build_object(
        'government', (select name from public.local_government where id = v_change.local_government_id),
        'what', v_change.content ->> (private.known_subject(v_change.subject)).title,
        'by', 'review'
      ),
      'desk_work'
    )
    from private.authors_replaced(v_change, v_content) as replaced (author)
    where replaced.author not in (v_me, v_change.author_id);
    if private.is_admin() then
      perform private.tell_of_other_hand(
        v_change.local_government_id, v_change.content ->> (private.known_subject(v_change.subject)).title,
        'administrator'
      );
    end if;
    v_change.desk_id := (
      private.publish_subject(
        v_change.subject, v_change.local_government_id, v_change.desk_id, v_content, v_change.desk_id is null
      )
    ).published_id;
  end if;
  update public.proposed_change
  set state = case p_decision when 'approve' then 'published' else 'rejected' end, reason = v_reason,
    reviewed_by = v_me, reviewed_at = pg_catalog.now(), desk_id = v_change.desk_id
  where id = p_change_id;
  perform private.queue_mail(
    'change_reviewed', v_change.author_id,
    pg_catalog.jsonb_build_object(
      'changeId', p_change_id,
      'decision', p_decision,
      'reason', coalesce(v_reason, ''),
      'government', (select name from public.local_government where id = v_change.local_government_id),
      'what', v_change.content ->> (private.known_subject(v_change.subject)).title
    )
  );
  return case p_decision when 'approve' then 'published' else 'rejected' end;
end;
$$;

-- Saves what somebody wants a desk (`p_desk_id` null: a new one) or a government's page to say. As a draft, or to publish:
-- an editor's is public at once unless changes are reviewed there; anybody else's waits. Nothing is written over a version
-- that the author has not seen.
-- `p_base_revision`: the version seen; 0 for a new desk. `p_change_id`: the draft that goes on; null for none.
-- `p_intent`: 'draft', 'publish', or 'restore', which publishes without confirming.
-- Returns { outcome: 'draft' | 'published' | 'waiting' | 'conflict' | 'gone', changeId, deskId, slug, revision }.
-- Errors: 42501 NOT_YOURS; P0001 INVALID, TOO_OFTEN; 23514 CONTENT_TOO_LONG, and the like for content that the tables
-- refuse.
create or replace function private.save_change(
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
    delete from public.proposed_change where id = v_change.id;
    if private.is_admin() then
      perform private.tell_of_other_hand(p_local_government_id, p_content ->> v_subject.title, 'administrator');
    end if;
    return pg_catalog.jsonb_build_object(
      'outcome', 'published', 'deskId', v_published.published_id, 'slug', v_published.slug,
      'revision', private.lock_subject(p_subject, p_local_government_id, v_published.published_id)
    );
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

-- Takes a desk off the site, or puts it back. False when nothing changed.
-- Errors: 42501 NOT_YOURS.
create or replace function private.show_desk(p_desk_id uuid, p_published boolean) returns boolean
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

call private.open_doors('authenticated', 'review_change');
