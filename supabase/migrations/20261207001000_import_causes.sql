-- What could not be read of a file is told by its cause, and mended once for all rows that have it.

alter table public.import_run
  add column causes jsonb not null default '[]' check (jsonb_typeof(causes) = 'array'),
  add column read_as jsonb check (jsonb_typeof(read_as) = 'array');
alter table public.import_row add column is_incomplete boolean not null default false;

drop function public.stage_import(text, text, jsonb, jsonb, jsonb, jsonb);
drop function private.stage_import(text, text, jsonb, jsonb, jsonb, jsonb);

-- Keeps what a file would change. `p_rows`: an array of objects named as the columns of `import_row`. Returns its id.
-- Errors: 42501 ADMIN_ONLY; those of the constraints.
create function private.stage_import(p_kind text, p_file_name text, p_header jsonb, p_ignored_columns jsonb, p_counts jsonb, p_rows jsonb, p_causes jsonb default '[]', p_read_as jsonb default null)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_me constant uuid := private.require_admin();
  v_import uuid;
begin
  insert into public.import_run (created_by, kind, file_name, header, ignored_columns, counts, causes, read_as, directory_version)
  select v_me, p_kind, p_file_name, p_header, p_ignored_columns, p_counts, p_causes, nullif(p_read_as, 'null'), version
  from public.directory_version
  returning id into v_import;
  insert into public.import_row (
    import_id, "row", outcome, label, subject_id, content, seen, changes, problems, warnings, cells, is_incomplete
  )
  select
    v_import, one."row", one.outcome, one.label, one.subject_id, nullif(one.content, 'null'), nullif(one.seen, 'null'),
    coalesce(one.changes, '[]'), coalesce(one.problems, '[]'), coalesce(one.warnings, '[]'), nullif(one.cells, 'null'),
    coalesce(one.is_incomplete, false)
  from pg_catalog.jsonb_to_recordset(p_rows) as one (
    "row" integer, outcome text, label text, subject_id uuid, content jsonb, seen jsonb, changes jsonb, problems jsonb,
    warnings jsonb, cells jsonb, is_incomplete boolean
  );
  return v_import;
end;
$$;

call private.open_doors('authenticated', 'stage_import');

-- Carries a planned import out, or nothing of it. `p_same`: what is likely a desk that exists is that desk. `p_older`: the rows
-- that are written although somebody has changed what they are about since the file was made. Editors are told.
-- Returns {"outcome": "applied", "created": n, "changed": n}, or an outcome 'not_found', 'already_applied' or 'outdated':
-- what it touches has changed since, so that somebody has to look again.
-- Errors: 42501 ADMIN_ONLY; those of the constraints.
create or replace function private.apply_import(p_import_id uuid, p_same boolean, p_older integer[] default '{}') returns jsonb
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
  -- What was carried out wholly is not read again: a file may say more than this product keeps.
  update public.import_row set cells = null
  where import_id = p_import_id and not is_incomplete
    and (
      outcome in ('new', 'unchanged') or outcome = any (v_outcomes)
      or (outcome = 'older' and "row" = any (p_older))
    );
  update public.import_run set applied_at = pg_catalog.now() where id = p_import_id;
  perform private.record_audit(
    'imported', v_me, null, pg_catalog.jsonb_build_object('kind', v_run.kind, 'created', v_created, 'changed', v_changed)
  );
  return pg_catalog.jsonb_build_object('outcome', 'applied', 'created', v_created, 'changed', v_changed);
end;
$$;
