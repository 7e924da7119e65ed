-- One number that rises with every change of what visitors read in the knowledge base, apart from that of the directory: news
-- does not empty the pages of desks. What only members read does not move it, for everybody sees it.

create table public.content_version (
  -- a table of one row
  only_row boolean primary key default true check (only_row),
  version bigint not null default 1
);

comment on table public.content_version is 'Version of the public knowledge base.';

insert into public.content_version default values;

alter table public.content_version enable row level security;
revoke all on public.content_version from anon, authenticated;
grant select on public.content_version to anon, authenticated;
create policy "everyone reads the version of the knowledge base" on public.content_version
  for select to anon, authenticated using (true);

-- Once a transaction says it: nobody sees what is in between.
create function private.next_content_version() returns void
language sql
security definer
set search_path = ''
as $$
  update public.content_version
  set version = version + 1
  where only_row and xmin <> pg_catalog.pg_current_xact_id()::xid;
$$;

create function private.raise_content_version() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.next_content_version();
  return null;
end;
$$;

-- For what hangs on items: whether visitors read them, and of a link both.
create function private.raise_content_version_of_part() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_row jsonb;
  v_items uuid[];
begin
  foreach v_row in array pg_catalog.array_remove(array[
    case when tg_op <> 'INSERT' then pg_catalog.to_jsonb(old) end, case when tg_op <> 'DELETE' then pg_catalog.to_jsonb(new) end
  ], null) loop
    v_items := case tg_table_name
      when 'resource_link' then array[(v_row ->> 'from_id')::uuid, (v_row ->> 'to_id')::uuid]
      when 'contact_card' then
        array(select item.id from public.resource as item where item.card_id = (v_row ->> 'id')::uuid)
      when 'partner' then
        array(select made.resource_id from public.resource_partner as made where made.partner_id = (v_row ->> 'id')::uuid)
      else array[(v_row ->> 'resource_id')::uuid]
    end;
    if (
      select case tg_table_name when 'resource_link' then count(*) = 2 else count(*) > 0 end
      from public.resource as item
      where item.id = any (v_items) and item.is_shown and item.visibility = 'public'
    ) then
      perform private.next_content_version();
    end if;
  end loop;
  return null;
end;
$$;

create trigger new_resource_raises_version after insert on public.resource
  for each row when (new.is_shown and new.visibility = 'public') execute function private.raise_content_version();
create trigger changed_resource_raises_version after update on public.resource
  for each row when (
    (old.is_shown and old.visibility = 'public') or (new.is_shown and new.visibility = 'public')
  )
  execute function private.raise_content_version();
create trigger gone_resource_raises_version after delete on public.resource
  for each row when (old.is_shown and old.visibility = 'public') execute function private.raise_content_version();
create trigger renamed_topic_raises_content_version after update on public.expertise_topic
  for each row execute function private.raise_content_version();
create trigger resource_topic_raises_version after insert or update or delete on public.resource_topic
  for each row execute function private.raise_content_version_of_part();
create trigger resource_link_raises_version after insert or update or delete on public.resource_link
  for each row execute function private.raise_content_version_of_part();
create trigger resource_use_raises_version after insert or update or delete on public.resource_use
  for each row execute function private.raise_content_version_of_part();
create trigger partner_raises_version after update on public.partner
  for each row execute function private.raise_content_version_of_part();
create trigger resource_partner_raises_version after insert or update or delete on public.resource_partner
  for each row execute function private.raise_content_version_of_part();
create trigger resource_block_raises_version after insert or update or delete on public.resource_block
  for each row execute function private.raise_content_version_of_part();
create trigger contact_card_raises_version after update on public.contact_card
  for each row execute function private.raise_content_version_of_part();
