-- What was left of decisions as seen: no fingerprint of what somebody does not read, none that is missing, parts that are kept
-- whole; and when a government takes part is recorded whoever changes it.

create or replace function private.desk_seen(p_desk_id uuid) returns text
language sql
stable
security definer
set search_path = ''
as $$
  select private.desk_fingerprint(desk)
  from public.volunteer_desk as desk
  where desk.id = p_desk_id and (
    private.edits(desk.local_government_id) or (desk.published and private.belongs_to(desk.local_government_id))
  );
$$;

create or replace function private.rebased_content(p_change public.proposed_change, p_kept text[]) returns jsonb
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
  ),
  kept as (
    select distinct private.part_of(now.key) as part
    from base, current_content
    cross join lateral pg_catalog.jsonb_each(current_content.content) as now
    where now.value is distinct from coalesce(base.content -> now.key, 'null')
      and private.part_of(now.key) in (select private.part_of(name) from pg_catalog.unnest(p_kept) as name)
  )
  select case
    when current_content.content is null or not exists (select from base) then p_change.content
    else current_content.content || coalesce(
      (
        select pg_catalog.jsonb_object_agg(own.key, own.value)
        from pg_catalog.jsonb_each(p_change.content) as own
        where private.part_of(own.key) in (select part from changed)
          and private.part_of(own.key) not in (select part from kept)
      ),
      '{}'
    )
  end
  from current_content;
$$;

create or replace function private.change_seen(p_change_id uuid) returns text
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

create or replace function private.confirm_desk(p_desk_id uuid, p_seen text) returns boolean
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

create or replace function private.settle_colleague_report(p_report_id uuid, p_done boolean, p_seen text) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.require_admin();
begin
  perform from public.colleague_report
  where id = p_report_id and p_done is not null and reported_id <> v_me
  for update;
  if not found then
    return false;
  end if;
  -- A report about nobody is shown to nobody.
  if p_seen is null or p_seen is distinct from private.colleague_report_seen(p_report_id) then
    raise exception 'CHANGED_MEANWHILE';
  end if;
  update public.colleague_report
  set state = case when p_done then 'done' else 'open' end,
    handled_by = case when not p_done then null when state = 'done' then handled_by else v_me end,
    handled_at = case when not p_done then null when state = 'done' then handled_at else pg_catalog.now() end
  where id = p_report_id;
  return true;
end;
$$;

create or replace function private.record_rename() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- As often as anything else about an account: nobody fills the trail, which is never emptied.
  if private.hit_rate_limit('renamed:' || new.id, 20, interval '1 hour') = 0 then
    if old.full_name <> new.full_name then
      perform private.record_audit('renamed', new.id, new.local_government_id);
    end if;
    if (old.job_title, old.position) is distinct from (new.job_title, new.position) then
      perform private.record_audit('function_changed', new.id, new.local_government_id);
    end if;
  end if;
  perform private.judge_again(new, (select email from auth.users where id = new.id));
  return null;
end;
$$;

create function private.record_participation() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if private.takes_part(new.participating_since, new.participating_until) then
    delete from public.participation_request where local_government_id = new.id;
  end if;
  if private.current_account_id() is not null then
    new.is_example := false;
    perform private.record_audit(
      'participation_changed', null, new.id,
      pg_catalog.jsonb_build_object(
        'since', new.participating_since, 'until', new.participating_until,
        'sinceBefore', old.participating_since, 'untilBefore', old.participating_until
      )
    );
  end if;
  return new;
end;
$$;

create trigger participation_is_recorded before update on public.local_government
  for each row when (
    (old.participating_since, old.participating_until) is distinct from
      (new.participating_since, new.participating_until)
  )
  execute function private.record_participation();

create or replace function private.set_participation(
  p_local_government_id uuid, p_since date, p_until date, p_seen_since date, p_seen_until date
) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_government public.local_government;
  v_today constant date := (pg_catalog.now() at time zone 'Europe/Brussels')::date;
begin
  perform private.require_admin();
  select * into v_government from public.local_government where id = p_local_government_id for no key update;
  if not found then
    return 'not_found';
  end if;
  if (p_seen_since, p_seen_until) is distinct from
    (v_government.participating_since, v_government.participating_until)
  then
    return 'changed_meanwhile';
  end if;
  if p_since > v_today or p_until > v_today or p_until < p_since or (p_since is null and p_until is not null) then
    return 'not_a_period';
  end if;
  if private.takes_part(p_since, p_until) then
    delete from public.participation_request where local_government_id = p_local_government_id;
  end if;
  if (p_since, p_until) is not distinct from (v_government.participating_since, v_government.participating_until) then
    return 'unchanged';
  end if;
  update public.local_government set participating_since = p_since, participating_until = p_until
  where id = p_local_government_id;
  return 'done';
end;
$$;

create or replace function private.assign_domain(p_admin_id uuid, p_local_government_id uuid, p_domain text) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_government public.local_government;
begin
  perform from public.profile where id = p_admin_id and role = 'admin' and status = 'approved' for key share;
  if not found then
    raise exception 'NO_ADMIN';
  end if;
  -- One at a time: two governments are not to get the same one at the same moment.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('assign_domain'));
  select * into v_government from public.local_government where id = p_local_government_id for no key update;
  if not found then
    return 'not_found';
  end if;
  if p_domain is null or pg_catalog.char_length(p_domain) > 253 or p_domain ~ '(^|\.)xn--'
    or p_domain !~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$'
  then
    return 'not_a_domain';
  end if;
  if p_domain = any (v_government.email_domains) then
    return 'unchanged';
  end if;
  if exists (
    select
    from public.local_government as other
    cross join lateral pg_catalog.unnest(other.email_domains) as held
    where other.nis_code <> v_government.nis_code
      and (p_domain = held or p_domain like '%.' || held or held like '%.' || p_domain)
  ) then
    return 'taken';
  end if;
  update public.local_government set email_domains = email_domains || p_domain where id = p_local_government_id;
  perform private.record_audit(
    'domain_assigned', null, p_local_government_id, pg_catalog.jsonb_build_object('domain', p_domain), p_admin_id
  );
  return 'done';
end;
$$;

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
