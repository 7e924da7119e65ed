-- Reports are settled, and desks and themes merged, as they were looked at.

drop function public.settle_desk_report(uuid, boolean);
drop function private.settle_desk_report(uuid, boolean);
drop function public.settle_colleague_report(uuid, boolean);
drop function private.settle_colleague_report(uuid, boolean);
drop function public.merge_desks(uuid, uuid);
drop function private.merge_desks(uuid, uuid);
drop function public.merge_expertise_topics(uuid, uuid);
drop function private.merge_expertise_topics(uuid, uuid);

-- All that is shown of a report, as a fingerprint; null for who does not keep the desk.
create function private.desk_report_seen(p_report_id uuid) returns text
language sql
stable
security definer
set search_path = ''
as $$
  select private.fingerprint(pg_catalog.jsonb_build_object(
    'message', pg_catalog.jsonb_build_array(report.topic, report.message, report.email, report.locale),
    'desk', pg_catalog.jsonb_build_array(desk.id, desk.name, government.name),
    'status', pg_catalog.jsonb_build_array(report.state, extract(epoch from report.handled_at))
  ))
  from public.desk_report as report
  join public.volunteer_desk as desk on desk.id = report.desk_id
  join public.local_government as government on government.id = desk.local_government_id
  where report.id = p_report_id and private.edits(government.id);
$$;

-- Handled, or open again, as it was looked at: `p_seen` is the fingerprint. False when there is no such report for the caller.
-- Who did it first stays named.
-- Errors: 42501 EDITORS_ONLY; P0001 CHANGED_MEANWHILE.
create function private.settle_desk_report(p_report_id uuid, p_done boolean, p_seen text) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.current_account_id();
begin
  if not exists (
    select from public.profile where id = v_me and status = 'approved' and role in ('editor', 'admin')
  ) then
    raise insufficient_privilege using message = 'EDITORS_ONLY';
  end if;
  perform from public.desk_report
  where id = p_report_id and p_done is not null and private.edits_desk(desk_id)
  for update;
  if not found then
    return false;
  end if;
  if p_seen is distinct from private.desk_report_seen(p_report_id) then
    raise exception 'CHANGED_MEANWHILE';
  end if;
  update public.desk_report
  set state = case when p_done then 'done' else 'open' end,
    handled_by = case when not p_done then null when state = 'done' then handled_by else v_me end,
    handled_at = case when not p_done then null when state = 'done' then handled_at else pg_catalog.now() end
  where id = p_report_id;
  return true;
end;
$$;

-- All that is shown of a desk, as a fingerprint.
create function private.desk_fingerprint(p_desk public.volunteer_desk) returns text
language sql
stable
security definer
set search_path = ''
as $$
  select private.fingerprint(pg_catalog.jsonb_build_object(
    'name', pg_catalog.jsonb_build_array(p_desk.name, p_desk.slug),
    'government', pg_catalog.jsonb_build_array(p_desk.local_government_id, government.name),
    'content', private.desk_content(p_desk) - 'name',
    'verified', pg_catalog.jsonb_build_array(
      extract(epoch from p_desk.verified_at), extract(epoch from p_desk.unconfirmed_since)
    )
  ))
  from public.local_government as government
  where government.id = p_desk.local_government_id;
$$;

-- Null for who does not work there.
create function private.desk_seen(p_desk_id uuid) returns text
language sql
stable
security definer
set search_path = ''
as $$
  select private.desk_fingerprint(desk)
  from public.volunteer_desk as desk
  where desk.id = p_desk_id and private.belongs_to(desk.local_government_id);
$$;

-- Makes two desks one: the first stays as it is and gets the reports and the former addresses of the second, which goes.
-- Its drafts go with it, and what it said stays in the audit trail. `p_seen`: the fingerprints of both, as they were looked at.
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
  perform private.record_audit(
    'desks_merged', private.current_account_id(), v_keep.local_government_id,
    pg_catalog.jsonb_build_object(
      'kept', v_keep.slug, 'removed', v_remove.slug, 'content', private.desk_content(v_remove)
    )
  );
  return 'merged';
end;
$$;

-- All that administrators see of a theme, as a fingerprint; null for others, and for one that is part of another.
create function private.topic_seen(p_topic_id uuid) returns text
language sql
stable
security definer
set search_path = ''
as $$
  select private.fingerprint(pg_catalog.jsonb_build_object(
    'name', pg_catalog.jsonb_build_array(topic.slug, topic.name_nl, topic.name_fr, topic.name_en),
    'use', (
      select pg_catalog.jsonb_build_array(
        count(*) filter (where e.direction = 'offered'), count(*) filter (where e.direction = 'sought')
      )
      from public.profile_expertise as e
      where e.topic_id = topic.id
    )
  ))
  from public.expertise_topic as topic
  where topic.id = p_topic_id and topic.merged_into is null and (select private.is_admin());
$$;

-- Makes one theme part of another, both as they were looked at (`p_seen`, their fingerprints): who had the first has the second from now on, and who follows it too. Who had both keeps
-- what stood with the second, and both sentences as far as they fit. Old addresses go on working.
-- Returns how many people had the first. Errors: 42501 ADMIN_ONLY; P0001 UNKNOWN_TOPIC, CHANGED_MEANWHILE.
create function private.merge_expertise_topics(p_from uuid, p_into uuid, p_seen text[]) returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_from text;
  v_into text;
  v_people integer;
begin
  perform private.require_admin();
  perform from public.expertise_topic where id in (p_from, p_into) order by id for update;
  select slug into v_from from public.expertise_topic where id = p_from and merged_into is null;
  select slug into v_into from public.expertise_topic where id = p_into and merged_into is null;
  if v_from is null or v_into is null or p_from = p_into then
    raise exception 'UNKNOWN_TOPIC';
  end if;
  if p_seen is distinct from array[private.topic_seen(p_from), private.topic_seen(p_into)] then
    raise exception 'CHANGED_MEANWHILE';
  end if;
  select count(*) into v_people from public.profile_expertise where topic_id = p_from;
  update public.profile_expertise as kept
  set note = case
    when kept.note is null then gone.note
    when gone.note is null or pg_catalog.char_length(kept.note) + pg_catalog.char_length(gone.note) > 297 then kept.note
    else kept.note || ' – ' || gone.note
  end
  from public.profile_expertise as gone
  where kept.topic_id = p_into and gone.topic_id = p_from and gone.profile_id = kept.profile_id;
  update public.profile_expertise as moved
  set topic_id = p_into
  where moved.topic_id = p_from
    and not exists (
      select from public.profile_expertise as other
      where other.profile_id = moved.profile_id and other.topic_id = p_into
    );
  delete from public.profile_expertise where topic_id = p_from;
  perform private.move_follows(p_from, p_into);
  update public.expertise_topic set merged_into = p_into where id = p_from;
  perform private.record_audit(
    'topics_merged', null, null,
    pg_catalog.jsonb_build_object('topic', v_from, 'into', v_into, 'people', v_people)
  );
  return v_people;
end;
$$;

-- All that is shown of a report, as a fingerprint; null for who does not decide about it.
create function private.colleague_report_seen(p_report_id uuid) returns text
language sql
stable
security definer
set search_path = ''
as $$
  select private.fingerprint(pg_catalog.jsonb_build_object(
    'message', report.reason,
    'reported', pg_catalog.jsonb_build_array(reported.id, reported.full_name),
    'reporter', pg_catalog.jsonb_build_array(reporter.id, reporter.full_name),
    'status', pg_catalog.jsonb_build_array(report.state, handler.full_name, extract(epoch from report.handled_at))
  ))
  from public.colleague_report as report
  join public.profile as reported on reported.id = report.reported_id
  join public.profile as reporter on reporter.id = report.reporter_id
  left join public.profile as handler on handler.id = report.handled_by
  where report.id = p_report_id and (select private.is_admin())
    and report.reported_id <> (select private.current_account_id());
$$;

-- Handled, or open again, as it was looked at: `p_seen` is the fingerprint. False when there is no such report. Nobody settles
-- a report about themselves.
-- Errors: 42501 ADMIN_ONLY; P0001 CHANGED_MEANWHILE.
create function private.settle_colleague_report(p_report_id uuid, p_done boolean, p_seen text) returns boolean
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
  if p_seen is distinct from private.colleague_report_seen(p_report_id) then
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

-- The fingerprints of changes, desks, themes and reports, as far as the caller decides about them.
-- Errors: P0001 INVALID, for anything else and for more than 200 at once.
create function private.fingerprints(p_of text, p_ids uuid[]) returns table (id uuid, seen text)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if p_of is null or p_of not in ('change', 'desk', 'topic', 'desk_report', 'colleague_report')
    or pg_catalog.cardinality(p_ids) > 200
  then
    raise exception 'INVALID';
  end if;
  return query execute pg_catalog.format(
    'select * from (select asked, private.%I(asked) as seen from pg_catalog.unnest($1) as asked) as found '
      'where found.seen is not null',
    p_of || '_seen'
  ) using p_ids;
end;
$$;

call private.open_doors(
  'authenticated',
  'settle_desk_report', 'settle_colleague_report', 'merge_desks', 'merge_expertise_topics', 'fingerprints'
);
