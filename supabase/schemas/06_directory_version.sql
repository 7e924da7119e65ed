-- One number that rises with every change of a public row. The server keeps a copy of the directory per version, so a
-- public visit costs no query while nothing changed.

create table public.directory_version (
  -- a table of one row
  only_row boolean primary key default true check (only_row),
  version bigint not null default 1,
  changed_at timestamptz not null default now()
);

comment on table public.directory_version is 'Version of the public directory; basis of every ETag.';

insert into public.directory_version default values;

alter table public.directory_version enable row level security;
revoke all on public.directory_version from anon, authenticated;
grant select on public.directory_version to anon, authenticated;
create policy "everyone reads the directory's version" on public.directory_version
  for select to anon, authenticated using (true);

-- Whoever may change a public row may, through this trigger only, raise the version.
create function private.raise_directory_version() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.directory_version
  set version = version + 1, changed_at = pg_catalog.clock_timestamp()
  where only_row;
  return null;
end;
$$;

create trigger municipality_raises_version
  after insert or update or delete or truncate on public.municipality
  for each statement execute function private.raise_directory_version();
create trigger postal_code_raises_version
  after insert or update or delete or truncate on public.postal_code
  for each statement execute function private.raise_directory_version();
create trigger local_government_raises_version
  after insert or update or delete or truncate on public.local_government
  for each statement execute function private.raise_directory_version();
create trigger volunteer_desk_raises_version
  after insert or update or delete or truncate on public.volunteer_desk
  for each statement execute function private.raise_directory_version();
