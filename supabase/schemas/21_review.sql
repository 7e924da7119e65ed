-- How a second person judges what somebody suggests.

-- All that a second person sees of a change, as a fingerprint: what the author wrote, and what the public reads now. Null
-- for who does not decide about it; a draft is its author's alone.
create function private.change_seen(p_change_id uuid) returns text
language sql
stable
security definer
set search_path = ''
as $$
  select private.fingerprint(pg_catalog.jsonb_build_object(
    'proposal', pg_catalog.jsonb_build_array(change.content, change.base_revision),
    'note', change.note,
    'author', pg_catalog.jsonb_build_array(author.id, author.full_name),
    'government', government.name,
    'published', private.read_subject(change.subject, change.local_government_id, change.desk_id),
    'status', change.state
  ))
  from public.proposed_change as change
  join public.profile as author on author.id = change.author_id
  join public.local_government as government on government.id = change.local_government_id
  where change.id = p_change_id and change.state <> 'draft' and private.edits(change.local_government_id);
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

call private.open_doors('authenticated', 'review_change');
