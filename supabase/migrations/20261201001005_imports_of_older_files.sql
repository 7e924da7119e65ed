-- Rows of a file that is older than what somebody has changed since stand apart, and editors are told what a file or an
-- administrator changed.

alter table public.import_row drop constraint import_row_outcome_check;
alter table public.import_row add constraint import_row_outcome_check check (
  outcome in ('refused', 'likely_duplicate', 'older', 'new', 'changed', 'unchanged')
);
alter table public.import_row drop constraint import_row_check1;
alter table public.import_row add constraint import_row_check1
  check (outcome not in ('changed', 'older') or (content is not null and subject_id is not null and seen is not null));

drop function public.apply_import(uuid, boolean);
drop function private.apply_import(uuid, boolean);

-- Carries a planned import out, or nothing of it. `p_same`: what is likely a desk that exists is that desk. `p_older`: the rows
-- that are written although somebody has changed what they are about since the file was made. Editors are told.
-- Returns {"outcome": "applied", "created": n, "changed": n}, or an outcome 'not_found', 'already_applied' or 'outdated':
-- what it touches has changed since, so that somebody has to look again.
-- Errors: 42501 ADMIN_ONLY; those of the constraints.
create function private.apply_import(p_import_id uuid, p_same boolean, p_older integer[] default '{}') returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.require_admin();
  v_outcomes constant text[] := case when p_same then '{changed,likely_duplicate}' else '{changed}' end;
  v_run public.import_run;
  v_changed integer := 0;
  v_created integer := 0;
  v_planned integer;
  v_current integer;
begin
  select * into v_run from public.import_run where id = p_import_id for update;
  if not found then
    return pg_catalog.jsonb_build_object('outcome', 'not_found');
  end if;
  if v_run.applied_at is not null then
    return pg_catalog.jsonb_build_object('outcome', 'already_applied');
  end if;
  select count(*) into v_planned
  from public.import_row
  where import_id = p_import_id and content is not null
    and (outcome = any (v_outcomes) or (outcome = 'older' and "row" = any (p_older)));
  if v_run.kind = 'besturen' then
    -- In one order, so that no two wait for each other.
    perform from public.local_government
    where id in (select subject_id from public.import_row where import_id = p_import_id)
    order by id for no key update;
    select count(*) into v_current
    from public.import_row as planned
    join public.local_government as subject on subject.id = planned.subject_id
    where planned.import_id = p_import_id and planned.content is not null
        and (planned.outcome = any (v_outcomes) or (planned.outcome = 'older' and planned."row" = any (p_older)))
      and not private.has_moved_on(planned.seen, pg_catalog.to_jsonb(subject));
    if v_current <> v_planned then
      return pg_catalog.jsonb_build_object('outcome', 'outdated');
    end if;
    select count(*) into v_changed
    from private.write_rows(
      'government',
      (
        select pg_catalog.jsonb_agg(
          private.government_content(before)
            || pg_catalog.jsonb_build_object(
              'participating_since', before.participating_since, 'participating_until', before.participating_until
            )
            || planned.content || pg_catalog.jsonb_build_object('id', before.id)
        )
        from public.import_row as planned
        join public.local_government as before on before.id = planned.subject_id
        where planned.import_id = p_import_id and planned.content is not null
        and (planned.outcome = any (v_outcomes) or (planned.outcome = 'older' and planned."row" = any (p_older)))
      ),
      false, '{participating_since,participating_until}'
    );
  else
    -- Whose desks are new, so that nobody makes the same one at this moment. The governments first, as who saves does.
    perform from public.local_government
    where id in (
      select (content ->> 'local_government_id')::uuid
      from public.import_row where import_id = p_import_id and outcome = 'new'
    )
    order by id for no key update;
    perform from public.volunteer_desk
    where id in (select subject_id from public.import_row where import_id = p_import_id)
    order by id for no key update;
    select count(*) into v_current
    from public.import_row as planned
    join public.volunteer_desk as subject on subject.id = planned.subject_id
    where planned.import_id = p_import_id and planned.content is not null
        and (planned.outcome = any (v_outcomes) or (planned.outcome = 'older' and planned."row" = any (p_older)))
      and not private.has_moved_on(planned.seen, pg_catalog.to_jsonb(subject));
    -- A desk that somebody made meanwhile may be the one that this would make.
    if v_current <> v_planned or exists (
      select
      from public.import_row as planned
      join public.volunteer_desk as other on other.slug = planned.content ->> 'slug'
      where planned.import_id = p_import_id and planned.outcome = 'new'
    ) or exists (
      select
      from public.volunteer_desk as other
      where other.created_at > v_run.created_at and other.local_government_id in (
        select (planned.content ->> 'local_government_id')::uuid
        from public.import_row as planned
        where planned.import_id = p_import_id and planned.outcome = 'new'
      )
    ) or exists (
      select
      from public.import_row as planned
      left join public.local_government as owner on owner.id = (planned.content ->> 'local_government_id')::uuid
      where planned.import_id = p_import_id and planned.outcome = 'new' and owner.id is null
    ) then
      return pg_catalog.jsonb_build_object('outcome', 'outdated');
    end if;
    select count(*) into v_changed
    from private.write_rows(
      'desk',
      (
        select pg_catalog.jsonb_agg(
          private.desk_content(before) || planned.content || pg_catalog.jsonb_build_object('id', before.id)
        )
        from public.import_row as planned
        join public.volunteer_desk as before on before.id = planned.subject_id
        where planned.import_id = p_import_id and planned.content is not null
        and (planned.outcome = any (v_outcomes) or (planned.outcome = 'older' and planned."row" = any (p_older)))
      ),
      false
    );
    select count(*) into v_created
    from private.write_rows(
      'desk',
      (
        select pg_catalog.jsonb_agg(private.desk_with_defaults(planned.content) order by planned."row")
        from public.import_row as planned
        where planned.import_id = p_import_id and planned.outcome = 'new'
      ),
      true, '{slug,local_government_id}'
    );
  end if;
  perform private.tell_of_other_hand(
    touched.government, case when count(*) = 1 then min(touched.name) end, 'import'
  )
  from (
    select coalesce(
        desk.local_government_id, government.id, (planned.content ->> 'local_government_id')::uuid
      ) as government,
      case when v_run.kind = 'loketten' then coalesce(planned.content ->> 'name', desk.name) end as name
    from public.import_row as planned
    left join public.volunteer_desk as desk on desk.id = planned.subject_id
    left join public.local_government as government on government.id = planned.subject_id
    where planned.import_id = p_import_id and planned.content is not null
      and (
        planned.outcome = 'new' or planned.outcome = any (v_outcomes)
        or (planned.outcome = 'older' and planned."row" = any (p_older))
      )
  ) as touched
  group by touched.government;
  update public.import_run set applied_at = pg_catalog.now() where id = p_import_id;
  perform private.record_audit(
    'imported', v_me, null, pg_catalog.jsonb_build_object('kind', v_run.kind, 'created', v_created, 'changed', v_changed)
  );
  return pg_catalog.jsonb_build_object('outcome', 'applied', 'created', v_created, 'changed', v_changed);
end;
$$;

-- Makes two desks one: the first stays as it is and gets the reports and the former addresses of the second, which goes.
-- Its drafts go with it, and what it said stays in the audit trail. `p_seen`: the fingerprints of both, as they were looked at.
-- Returns 'merged', 'changed_meanwhile', 'same_desk', 'changes_waiting' (for the second) or 'not_found'.
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
      'kept', v_keep.slug, 'removed', v_remove.slug, 'content', private.desk_content(v_remove)
    )
  );
  return 'merged';
end;
$$;

call private.open_doors('authenticated', 'apply_import');
