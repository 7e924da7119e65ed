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
