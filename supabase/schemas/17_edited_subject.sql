-- What editors keep of the directory, subject by subject: what a content is, and how it gets to where the public reads it.

-- A subject is a row here, and four functions that are found by its name: `<subject>_content` of a row of its table, and
-- `lock_<subject>`, `read_<subject>` and `publish_<subject>`.
create table private.edited_subject (
  subject text primary key check (subject ~ '^[a-z]+$'),
  kept_in regclass not null,
  -- Whether a local government has several, each with an id.
  is_many boolean not null,
  -- The part that names it in a mail; without, its government does.
  title text,
  -- Of a content, written as text.
  max_bytes integer not null check (max_bytes > 0)
);

comment on table private.edited_subject is 'What editors change through drafts and reviews, with the limit of a content.';

insert into private.edited_subject (subject, kept_in, is_many, title, max_bytes) values
  ('government', 'public.local_government', false, null, 20000),
  ('desk', 'public.volunteer_desk', true, 'name', 20000);

-- Only a text that stands in that table becomes part of a statement.
-- Errors: P0001 INVALID.
create function private.known_subject(p_subject text) returns private.edited_subject
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_subject private.edited_subject;
begin
  select * into v_subject from private.edited_subject where subject = p_subject;
  if not found then
    raise exception 'INVALID';
  end if;
  return v_subject;
end;
$$;

-- What editors keep of a desk, as it stands in drafts and in the history: all columns but these.
create function private.desk_content(p_desk public.volunteer_desk) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.to_jsonb(p_desk) - array[
    'id', 'slug', 'local_government_id', 'location', 'verified_at', 'unconfirmed_since', 'revision', 'is_example',
    'created_at', 'updated_at'
  ];
$$;

create function private.government_content(p_government public.local_government) returns jsonb
language sql
stable
set search_path = ''
as $$
  select pg_catalog.to_jsonb(p_government) - array[
    'id', 'slug', 'kind', 'nis_code', 'name', 'kbo_number', 'ovo_number', 'email_domains', 'participating_since',
    'participating_until', 'is_example', 'review_changes', 'revision', 'updated_at'
  ];
$$;

-- The columns of a content.
create function private.content_columns(p_subject text) returns text[]
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_subject constant private.edited_subject := private.known_subject(p_subject);
  v_columns text[];
begin
  execute pg_catalog.format(
    'select array(select pg_catalog.jsonb_object_keys(private.%I(pg_catalog.jsonb_populate_record(null::%s, ''{}''))))',
    v_subject.subject || '_content', v_subject.kept_in
  ) into v_columns;
  return v_columns;
end;
$$;

-- What is read and chosen as one: half an address of each of two people is nobody's.
create function private.part_of(p_key text) returns text
language sql
immutable
set search_path = ''
as $$
  select case
    when p_key in ('street', 'postcode', 'place') then 'address'
    when p_key in ('lon', 'lat', 'location_approximate') then 'pin'
    else p_key
  end;
$$;

-- Whether every value is of the kind that people are shown: what a reviewer cannot see must not be published.
create function private.is_readable_content(p_subject text, p_content jsonb) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select coalesce(pg_catalog.jsonb_typeof(p_content) = 'object', false) and not exists (
    select
    from pg_catalog.jsonb_each(case pg_catalog.jsonb_typeof(p_content) when 'object' then p_content else '{}' end) as part
    left join (
      select a.attname, t.typcategory
      from private.edited_subject as s
      join pg_catalog.pg_attribute as a on a.attrelid = s.kept_in and a.attnum > 0 and not a.attisdropped
      join pg_catalog.pg_type as t on t.oid = a.atttypid
      where s.subject = p_subject
    ) as kept on kept.attname = part.key
    where part.value <> 'null' and case kept.typcategory
      when 'N' then pg_catalog.jsonb_typeof(part.value) <> 'number'
      when 'B' then pg_catalog.jsonb_typeof(part.value) <> 'boolean'
      when 'A' then pg_catalog.jsonb_typeof(part.value) <> 'array'
        or pg_catalog.jsonb_path_exists(part.value, 'strict $[*] ? (@.type() != "string")')
      else pg_catalog.jsonb_typeof(part.value) <> 'string'
    end
  );
$$;

-- The one way in which contents get where the public reads them, whoever sends them: all rows in one statement, over those
-- with the same id, or as new ones. `p_rows`: an array of objects named as the columns, which say everything; `p_also`: what
-- is written beside the content. Returns the ids.
-- Errors: P0001 INVALID; those of the tables' own constraints.
create function private.write_rows(p_subject text, p_rows jsonb, p_are_new boolean, p_also text[] default '{}')
returns setof uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_table constant regclass := (private.known_subject(p_subject)).kept_in;
  v_columns text;
  v_assignments text;
begin
  select
    pg_catalog.string_agg(pg_catalog.quote_ident(name), ', '),
    pg_catalog.string_agg(pg_catalog.format('%1$I = wanted.%1$I', name), ', ')
  into v_columns, v_assignments
  from pg_catalog.unnest(private.content_columns(p_subject) || p_also) as name;
  if p_are_new then
    return query execute pg_catalog.format(
      'insert into %1$s (%2$s) select %2$s from pg_catalog.jsonb_populate_recordset(null::%1$s, $1) returning id',
      v_table, v_columns
    ) using p_rows;
  else
    return query execute pg_catalog.format(
      'update %1$s as kept set %2$s from pg_catalog.jsonb_populate_recordset(null::%1$s, $1) as wanted '
        'where kept.id = wanted.id returning kept.id',
      v_table, v_assignments
    ) using p_rows;
  end if;
end;
$$;

-- A content with all its columns and nothing else: what it does not say is empty.
create function private.whole_content(p_subject text, p_content jsonb) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select coalesce(pg_catalog.jsonb_object_agg(name, p_content -> name), '{}')
  from pg_catalog.unnest(private.content_columns(p_subject)) as name;
$$;
